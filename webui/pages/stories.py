"""Stories: all of them, one to edit, to present picture by picture, and to print as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar
from urllib.parse import parse_qs

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from graph.errors import NotFoundError
from queries.desk import stories
from queries.desk.stories import Scene as Saved
from queries.desk.stories import Story
from webui.explorer.marks import marks_of
from webui.explorer.picture import linked, picture_of
from webui.explorer.scene import build_scene
from webui.explorer.state import NAMES, read_state
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.components import Cell, Column, Empty, Picture, Table, table, told_columns
from webui.parts.formats import instant_text

page = Blueprint("stories", __name__, url_prefix="/stories")


@dataclass(frozen=True)
class Shown:
    """One picture of a story as it is now: title, note, drawing, marks, and the page to go on from."""

    title: str
    note: str
    picture: Picture
    marks: tuple[str, ...]
    graph: str


@dataclass(frozen=True, kw_only=True)
class StoriesPage(View):
    """Every story."""

    template: ClassVar[str] = "pages/stories.html"

    listed: Annotated[Table | None, "One row a story; None where there is none."]
    nothing: Annotated[Empty, "What to do where there is none."]


@dataclass(frozen=True, kw_only=True)
class StoryPage(View):
    """One story: its pictures in order, to move, rename or take out."""

    template: ClassVar[str] = "pages/story.html"

    name: Annotated[str, "What the story is called."]
    note: Annotated[str, "What it is about."]
    scenes: Annotated[tuple[tuple[str, str, str], ...], "Title, note and address of each picture, in order."]
    present: Annotated[str, "Where it is presented from the first picture; empty without one."]
    printed: Annotated[str, "Where it stands as a whole, to be printed."]


@dataclass(frozen=True, kw_only=True)
class StoryScenePage(View):
    """One picture of a story as it is presented."""

    template: ClassVar[str] = "pages/story_scene.html"

    story: Annotated[tuple[str, str], "Name and address of the story."]
    place: Annotated[str, "Which picture of how many."]
    shown: Annotated[Shown, "The picture."]
    before: Annotated[str, "Address of the picture before; empty for the first."]
    after: Annotated[str, "Address of the next picture; empty for the last."]


@dataclass(frozen=True, kw_only=True)
class StoryPrintPage(View):
    """A story as a whole."""

    template: ClassVar[str] = "pages/story_print.html"

    note: Annotated[str, "What it is about."]
    back: Annotated[str, "Address of the story."]
    shown: Annotated[tuple[Shown, ...], "Its pictures in order."]


@page.get("")
def show() -> Response:
    """All of them, by name."""
    found = stories.all_stories(services().settings.data)
    nothing = Empty(say("stories_none"), Urls().graph(), say("graph_title"))
    return render(StoriesPage(title=say("stories_title"), listed=_table(found) if found else None, nothing=nothing))


@page.post("")
def add() -> AnyResponse:
    """A picture more in a story: `name` or else `new` names it; `address` is the query of the picture."""
    form = request.form
    read_state(parse_qs(form.get("address", "")))
    scene = Saved(form.get("title", ""), form.get("note", ""), form.get("address", "").lstrip("?"))
    name = form.get("new", "").strip() or form.get("name", "")
    return redirect(Urls().story(stories.add_scene(services().settings.data, name, scene).name), 303)


@page.get("/<name>")
def one(name: str) -> Response:
    """One story, to edit."""
    found = stories.story(services().settings.data, name)
    return render(
        StoryPage(
            title=found.name,
            name=found.name,
            note=found.note,
            scenes=tuple((e.title, e.note, f"{Urls().graph()}?{e.address}") for e in found.scenes),
            present=Urls().story_scene(name, 1) if found.scenes else "",
            printed=Urls().story_print(name),
        )
    )


@page.post("/<name>")
def change(name: str) -> AnyResponse:
    """Change one picture (`at`, from 0): its words, `up`, `down`, `out`; or `drop` the whole story."""
    data, form = services().settings.data, request.form
    found = stories.story(data, name)
    what, at = form.get("what", ""), form.get("at", -1, int)
    if what == "drop":
        stories.drop_story(data, name)
        return redirect(Urls().stories(), 303)
    if not 0 <= at < len(found.scenes):
        raise NotFoundError(say("story_no_scene"))
    scenes = list(found.scenes)
    if what in ("up", "down"):
        scenes = stories.moved(scenes, at, -1 if what == "up" else 1)
    elif what == "out":
        del scenes[at]
    else:
        scenes[at] = Saved(form.get("title", ""), form.get("note", ""), scenes[at].address)
    stories.put_scenes(data, name, scenes)
    return redirect(Urls().story(name), 303)


@page.get("/<name>/<int:number>")
def scene(name: str, number: int) -> Response:
    """One picture of a story, from 1 on."""
    found = stories.story(services().settings.data, name)
    if not 1 <= number <= len(found.scenes):
        raise NotFoundError(say("story_no_scene"))
    shown = _shown(found.scenes[number - 1])
    return render(
        StoryScenePage(
            title=shown.title,
            story=(found.name, Urls().story(name)),
            place=say("story_place", number=number, count=len(found.scenes)),
            shown=shown,
            before=Urls().story_scene(name, number - 1) if number > 1 else "",
            after=Urls().story_scene(name, number + 1) if number < len(found.scenes) else "",
        )
    )


@page.get("/<name>/print")
def printed(name: str) -> Response:
    """All pictures of a story on one page, each on a sheet of its own when it is printed."""
    found: Story = stories.story(services().settings.data, name)
    return render(
        StoryPrintPage(
            title=found.name, note=found.note, back=Urls().story(name), shown=tuple(map(_shown, found.scenes))
        )
    )


def _table(found: Sequence[Story]) -> Table:
    columns = [Column(say("stories_name")), Column(say("stories_count"), "number"), Column(say("story_note"), "long")]
    columns += [Column(say("stories_scenes"), "long"), Column(say("lists_made"), "date")]
    rows = [
        [
            Cell(each.name, href=Urls().story(each.name)),
            Cell(str(len(each.scenes))),
            Cell(each.note),
            Cell(say("list_comma").join(scene.title for scene in each.scenes)),
            Cell(instant_text(each.made_at)),
        ]
        for each in found
    ]
    return told_columns(table(say("stories_title"), columns, rows))


def _shown(saved: Saved) -> Shown:
    """The picture as the graph tells it now: a story keeps what to show, never what was shown."""
    given = parse_qs(saved.address)
    state = read_state({name: given.get(name, []) for name in NAMES})
    found = linked(build_scene(state))
    return Shown(
        saved.title, saved.note, picture_of(found, saved.title), marks_of(found), Urls().graph(state.arguments())
    )
