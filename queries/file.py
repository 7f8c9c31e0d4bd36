"""A saved query as a file: valid Cypher under a comment header in TOML that declares what it asks, takes and returns.

    // ---
    // title = { zh = "任现职满若干年", en = "Long in one post" }
    // …
    // [parameters.years]
    // type = "integer"
    // ---
    MATCH …

The header is TOML in comments, as Python's inline script metadata (PEP 723) has it, so that the file runs unchanged in
Neo4j Browser. `docs/queries.md` describes every key.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails

from graph.errors import InputError, Place
from graph.model.codes import code_lists
from graph.model.records import record_types
from graph.model.schema import Access
from graph.model.words import Both, Language, full_width, joined, sayings

_say: Final = sayings("queries")

FENCE: Final = "// ---"
_TOML_PLACE: Final = re.compile(r"\(at line (\d+), column (\d+)\)")

ParameterType = Literal[
    "text",
    "texts",
    "integer",
    "month",
    "day",
    "yes_no",
    "one_of",
    "several_of",
    "cadre",
    "cadres",
    "unit",
    "post",
    "record",
    "level",
]
ColumnType = Literal[
    "text",
    "integer",
    "number",
    "month",
    "day",
    "yes_no",
    "texts",
    "cadre",
    "unit",
    "post",
    "record",
    "things",
    "value",
]
THINGS: Final = ("cadre", "unit", "post", "record")
"""Column types whose cells are nodes of the graph, which a page links."""

_LABELS: Final[Mapping[str, str]] = {"cadre": "Cadre", "cadres": "Cadre", "unit": "Unit", "post": "Post"}

View = Literal["table", "graph", "bar", "timeline"]
NAME: Final = r"^[a-z][a-z0-9_]*$"
OF_THE_PAGE: Final = ("lang", "run", "sort", "show", "edit", "stopped")
"""Names in an address that are the page's and not the query's: no parameter is called so."""
TAKEN: Final = (*OF_THE_PAGE, "row")
"""The same with the row of which it is asked why it is there."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(_Part):
    """A text in both languages of the interface."""

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def __call__(self, language: Language) -> str:
        """The text in this language; in Chinese with its own marks, whatever the author's keyboard gave."""
        return self.en if language == "en" else full_width(self.zh)


def _both(value: object) -> object:
    return {"zh": value, "en": value} if isinstance(value, str) else value


class ChoicesByQuery(_Part):
    """Choices that another saved query returns: the values of one of its columns."""

    query: str
    column: str


def _known_list(value: str | tuple[str, ...] | ChoicesByQuery | None) -> str | tuple[str, ...] | ChoicesByQuery | None:
    if isinstance(value, str) and value not in code_lists():
        raise ValueError(f"no code list is called {value!r}; there are {', '.join(code_lists())}")
    return value


def _known_label(value: str) -> str:
    if value not in record_types():
        near = difflib.get_close_matches(value, record_types(), n=1)
        raise ValueError(
            f"no record type is called {value!r}; {f'did you mean {near[0]}?' if near else 'see vocabulary'}"
        )
    return value


class Parameter(_Part):
    """One value a query takes. Left out and without a default it is null, which every query takes as no restriction."""

    type: ParameterType
    help: Words
    of: Annotated[str, AfterValidator(_known_label)] | None = None
    """For a record: the label it must have."""
    default: str | int | bool | list[str] | None = None
    required: bool = False
    choices: Annotated[str | tuple[str, ...] | ChoicesByQuery | None, AfterValidator(_known_list)] = None
    minimum: int | None = None
    maximum: int | None = None
    below: bool = True
    """For a unit: whether what is below it counts too, where the reader does not say."""
    last_day: bool = False
    """For a day: whether a year or month alone means its last day; its first is meant else."""

    @property
    def label(self) -> str | None:
        """The label of the things it takes; None for a value that is no thing of the graph."""
        return self.of or _LABELS.get(self.type)

    @model_validator(mode="after")
    def _of_a_record(self) -> Self:
        if (self.type == "record") != (self.of is not None):
            raise ValueError('type "record" and the key `of`, its label, go together')
        return self


class Column(_Part):
    """One value a query returns in each row."""

    type: ColumnType
    meaning: Words
    unit: Words | None = None
    english_of: str | None = None
    """The column whose texts this one holds in English: a reader is shown the one of the language, once."""


class Header(_Part):
    """All that the header of a query file declares."""

    title: Words
    question: Words
    also: Words | None = None
    """Other words that people ask for it with: 退休 for the age limit of a post."""
    sentence: Words | None = None
    access: Annotated[int, Field(ge=1, le=4)] = Access.OFFICE.value
    rows: Annotated[int, Field(ge=1, le=1_000_000)] = 1000
    seconds: Annotated[float, Field(gt=0, le=600)] = 10
    shows: tuple[View, ...] = ("table",)
    source: Annotated[Words | None, BeforeValidator(_both)] = None
    """The regulation behind it; a text alone is said in both languages."""
    growth: Words | None = None
    parameters: dict[str, Parameter] = Field(default_factory=dict)
    columns: dict[str, Column] = Field(default_factory=dict)
    one_row_for: tuple[str, ...] = ()
    """Columns whose values together are another in every row, where the Cypher alone does not show it."""
    why: str | None = None
    """Cypher that returns the sub-graph behind one row; it knows the parameters, and the row's values as `$row`."""
    computed_by: str | None = None
    """Name of the file in `queries/computed/` that works on the rows of the Cypher (networkx), where Cypher cannot."""

    @property
    def told(self) -> tuple[str, ...]:
        """What it says of itself in both languages, to be found by: who reads English may ask in Chinese."""
        return tuple(text for each in (self.title, self.question, self.also) if each for text in (each.zh, each.en))


class QueryFile(_Part):
    """One saved query: its name and topic from the place of its file, its header and its Cypher."""

    name: str
    topic: str
    header: Header
    cypher: str
    text: str

    @property
    def access(self) -> Access:
        """The class of what it returns, as it declares it."""
        return Access(self.header.access)

    @property
    def lines_above(self) -> int:
        """How many lines of the file stand above the Cypher."""
        text = self.text.replace("\r\n", "\n")
        return text[: max(0, text.rfind(self.cypher))].count("\n")

    @property
    def lines_above_why(self) -> int:
        """How many lines of the file stand above the Cypher of `why`."""
        key = line_of(self.text, ["why"]) or 1
        begun = self.text.splitlines()[key - 1].partition("=")[2].strip()
        return key if begun in ("'''", '"""') else key - 1


def parse(text: str, *, name: str, topic: str, file: str | None = None) -> QueryFile:
    """The query a file holds; raises InputError with the line where the header is not as it must be."""
    place = Place(file=file or f"{topic}/{name}.cypher")
    text = text.removeprefix("\ufeff")
    header, body, above = _split(text, place)
    try:
        declared = Header.model_validate(tomllib.loads(header))
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            _say("header_not_toml", in_file=_in_file(str(error), above)),
            hint=_say("header_not_toml_hint"),
            place=place,
        ) from error
    except ValidationError as error:
        raise InputError(
            _say("header_wrong", faults=_faults(error, text)),
            hint=_say("header_wrong_hint"),
            place=place,
        ) from error
    return QueryFile(name=name, topic=topic, header=declared, cypher=body.strip(), text=text)


def _split(text: str, place: Place) -> tuple[str, str, int]:
    """The TOML of the header, the Cypher below it, and how many lines of the file stand above the TOML."""
    lines = text.replace("\r\n", "\n").split("\n")
    start = next((index for index, line in enumerate(lines) if line.strip()), 0)
    fences = [index for index, line in enumerate(lines) if line.rstrip() == FENCE]
    if len(fences) < 2 or fences[0] != start:
        raise InputError(
            _say("header_missing"),
            hint=_say("header_missing_hint", fence=FENCE),
            place=place,
        )
    header = [
        _uncommented(line, index + 1, place) for index, line in enumerate(lines[start + 1 : fences[1]], start + 1)
    ]
    return "\n".join(header), "\n".join(lines[fences[1] + 1 :]), start + 1


def _uncommented(line: str, number: int, place: Place) -> str:
    if not line.startswith("//"):
        raise InputError(
            _say("header_line_not_comment", number=number, line=line[:60]),
            hint=_say("header_line_not_comment_hint"),
            place=place,
        )
    return line.removeprefix("//").removeprefix(" ")


def line_of(text: str, where: Sequence[object]) -> int | None:
    """The line of a file, from 1, on which its header declares this key; that of the table where the key is missing."""
    lines = text.replace("\r\n", "\n").split("\n")
    first, name, key = [*map(str, where), "", "", ""][:3]
    table = _next(lines, 0, rf"// *\[{re.escape(first)}\.{_key_of(name) if name else '.*'}\]")
    if table is None:
        return _next(lines, 0, rf"// *{re.escape(first)} *=")
    end = _next(lines, table, r"// *\[|// ---") or len(lines)
    return (_next(lines[:end], table, rf"// *{re.escape(key)} *=") if key else None) or table


def _key_of(name: str) -> str:
    """A pattern for a key, bare or in quotes."""
    return rf"[\"']?{re.escape(name)}[\"']?"


def _next(lines: Sequence[str], start: int, pattern: str) -> int | None:
    return next((at for at, line in enumerate(lines[start:], start + 1) if re.match(pattern, line)), None)


def _in_file(message: str, above: int) -> Both:
    """What the reader of TOML says, its place counted as the file's lines and columns are."""
    found = _TOML_PLACE.search(message)
    if found is None:
        return Both(message, message)
    place = _say("header_line_and_column", line=int(found[1]) + above, column=int(found[2]) + len("// "))
    return place.changed(lambda told: message.replace(found[0], told))


def _faults(error: ValidationError, text: str) -> Both:
    return joined(_fault(each["loc"], _wrong(each), text) for each in error.errors()[:5])


def _wrong(error: ErrorDetails) -> Both:
    """What is wrong with the value of a key, in words of this program where it has some."""
    if error["type"] == "extra_forbidden":
        return _say("header_key_unknown")
    if error["type"] == "missing":
        return _say("header_key_missing")
    if error["type"] == "model_type" and error["ctx"]["class_name"] == Words.__name__:
        return _say("header_words_wanted")
    if error["type"] == "literal_error":
        return _say("header_value_wanted", expected=error["ctx"]["expected"].replace(" or ", ", "))
    reason = error["msg"].removeprefix("Value error, ")
    return Both(reason, reason)


def _fault(where: Sequence[object], told: Both, text: str) -> Both:
    line = line_of(text, where)
    named = told.changed(lambda each: f"{'.'.join(map(str, where))}: {each}")
    return _say("fault_at_line", line=line, fault=named) if line else named


def described(value: Any) -> str:  # noqa: ANN401 - a default may be of several types
    """A default as the reader would write it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "、".join(value) if isinstance(value, list) else str(value)
