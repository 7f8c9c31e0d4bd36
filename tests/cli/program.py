"""The real program, in a process of its own as other programs use it, or quicker inside this one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from cli.main import build
from graph.settings import Settings
from tests.support.environment import environment

ROOT: Final = Path(__file__).parents[2]


@dataclass(frozen=True)
class Done:
    """What a command left: its exit code, its data and everything else it said."""

    code: int
    out: str
    err: str

    def json(self, schema: str) -> Any:
        """The one JSON document on stdout, which fits the published schema."""
        value = json.loads(self.out)
        errors = [f"{error.json_path}: {error.message}" for error in validator(schema).iter_errors(value)]
        assert errors == []
        return value


@dataclass(frozen=True)
class Program:
    """`zhishi` with one data folder."""

    settings: Settings
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def environ(self) -> dict[str, str]:
        """The surroundings of the process: this machine's, without the settings of whoever runs the tests."""
        inherited = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "TEMP") if name in os.environ}
        return {"PYTHONDONTWRITEBYTECODE": "1", **inherited, **environment(self.settings), **self.extra}

    def inside(self, *arguments: str | Path) -> Done:
        """Run one command inside this process: the same program, without the start of another Python."""
        unset = {one.metadata["variable"]: None for one in fields(Settings)}
        environ = {**unset, **environment(self.settings), **self.extra}
        done = CliRunner().invoke(build(), [*map(str, arguments)], env=environ, prog_name="zhishi")
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Done(done.exit_code, done.stdout, done.stderr)

    def command(self, *arguments: str | Path) -> list[str]:
        """The command line of a call."""
        return [sys.executable, "-m", "cli", *map(str, arguments)]

    def __call__(self, *arguments: str | Path) -> Done:
        """Run one command to its end."""
        done = subprocess.run(
            self.command(*arguments), cwd=ROOT, env=self.environ, capture_output=True, timeout=120, check=False
        )
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@cache
def validator(schema: str) -> Draft202012Validator:
    """The schema `docs/schemas/<schema>.json`, itself checked."""
    document = json.loads((ROOT / "docs" / "schemas" / f"{schema}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(document)
    return Draft202012Validator(document)
