"""A template is an interface: what it uses of `view` is what the page declares, each with a sentence."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, get_origin, get_type_hints

import pytest
from flask import Flask
from jinja2 import nodes

import webui
from webui.frame.view import View

TEMPLATES = Path(__file__).parents[2] / "webui" / "templates"
FRAME = {"title"}


MODULES = [each.name for each in pkgutil.walk_packages(webui.__path__, "webui.")]


def views(module: str) -> Iterator[type[View]]:
    for value in vars(importlib.import_module(module)).values():
        if isinstance(value, type) and issubclass(value, View) and value is not View:
            yield value


def used(app: Flask, template: str) -> set[str]:
    tree = app.jinja_env.parse((TEMPLATES / template).read_text("utf-8"))
    found = tree.find_all(nodes.Getattr)
    return {each.attr for each in found if isinstance(each.node, nodes.Name) and each.node.name == "view"}


@pytest.mark.parametrize("module", MODULES)
def test_a_template_uses_what_its_page_declares(app: Flask, module: str) -> None:
    for view in views(module):
        assert {field.name for field in dataclasses.fields(view)} == used(app, view.template) | FRAME


@pytest.mark.parametrize("module", MODULES)
def test_every_field_has_its_sentence(module: str) -> None:
    for view in views(module):
        hints = get_type_hints(view, include_extras=True)
        for field in dataclasses.fields(view):
            assert get_origin(hints[field.name]) is Annotated
            assert hints[field.name].__metadata__[0].endswith(".")


def test_every_template_of_a_page_has_its_page() -> None:
    declared = {view.template for module in MODULES for view in views(module)}
    folders = ("pages", "sections")
    there = {f"{folder}/{path.name}" for folder in folders for path in (TEMPLATES / folder).iterdir()}
    assert declared == there | {"error.html"}


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_a_template_builds_no_address_and_runs_under_the_policy(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "url_for" not in text
    assert not re.search(r"""(href|src|action)="(/|http)""", text)
    assert not re.search(r"""\sstyle=|\son\w+=|<style|\|\s*safe""", text)
    assert not re.search(r"<script(?![^>]*src=)", text)
