"""How a suggested mapping writes the value of one column: with a table, a form of dates, and what to look at."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from graph.model.codes import code_list
from graph.model.schema import Kind, Property
from ingest.clean.privacy import hide_private
from ingest.mapping.calendars import MINGUO
from ingest.mapping.dates import AUTO
from ingest.mapping.guessed import Guess
from ingest.mapping.guessed_values import (
    END_OF_ADDRESS,
    SHORT_MONTHS,
    are_addresses,
    date_forms,
    dates_unread,
    ends_of_addresses,
    letters_in_doubt,
    lies_ahead,
    value_table,
)
from ingest.mapping.targets import is_date, targets
from ingest.mapping.words import means_now

_AHEAD: Final = "有今天以后的日期 · some lie ahead: are they meant?"
_DAY: Final = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")


@dataclass(frozen=True, slots=True)
class Column:
    """A column with what stands in it, and what the table tells of how its dates are written."""

    name: str
    texts: Sequence[str]
    today: str
    sure: Collection[str]
    """The forms of dates that some column of the table leaves no doubt of."""


def quoted(text: str) -> str:
    """A text as TOML writes it."""
    return json.dumps(text, ensure_ascii=False)


def end_of_address(column: str) -> str:
    """The value that is the last part of an address."""
    return f"{{ column = {quoted(column)}, match = '{END_OF_ADDRESS}' }}"


def column_value(guess: Guess, name: str, column: Column) -> str:
    """The value of a property of the record that is guessed, as the mapping writes it, with remarks."""
    prop = targets()[guess.type].properties[name]
    holds_both = name in ("start", "end") and guess.fields.get("start") == guess.fields.get("end")
    if is_date(prop) and not holds_both:
        return _date(guess.type, prop, column)
    return _coded(prop, column) or _end_value(guess.type, name, column)


def _coded(prop: Property, column: Column) -> str | None:
    """The value of a code list whose words, or addresses, the list does not know; None for any other."""
    choices = "yes_no" if prop.kind is Kind.YES_NO else prop.choices
    if not choices:
        return None
    if are_addresses(column.texts) and not value_table(choices, ends_of_addresses(column.texts)):
        return end_of_address(column.name)
    table = value_table(choices, column.texts)
    if not table:
        return None
    rows = ", ".join(f"{quoted(each)} = {quoted(value)}" for each, value in table.items())
    fill = f"  # 空的请填：{'、'.join(code_list(choices).names[:8])}" if "" in table.values() else ""
    if doubtful := letters_in_doubt(choices, column.texts):
        fill += f"；{'、'.join(doubtful)} 在这里可能是另一性别 · may be mujer here, or man: look"
    return f"{{ column = {quoted(column.name)}, table = {{ {rows} }} }}{fill}"


def _date(label: str, prop: Property, column: Column) -> str:
    texts = column.texts
    if MINGUO in column.sure and any(char.isdigit() for text in texts for char in text):
        return _dated(label, column, [MINGUO])
    forms = date_forms(texts, column.today)
    if forms is None:
        shown = " ".join(hide_private(texts[0]).split())[:20]
        return f"{quoted(column.name)}  # 日期格式请用 date 写明 · say the form of the dates: {shown}"
    if forms:
        sure = [] if AUTO in forms else [form for form in forms if form in column.sure]
        return _dated(label, column, sure or forms)
    value, unread = _end_value(label, prop.name, column, forms=()), dates_unread((), texts, column.today)
    return f"{value}  # {_not_dates(unread)}" if unread else value


def said_forms(columns: Mapping[str, Sequence[str]], today: str) -> set[str]:
    """The forms that some column of the table leaves no doubt of: others of it are written so too."""
    forms = (date_forms(texts, today) for texts in columns.values() if any(map(_DAY.fullmatch, texts)))
    of_republic = any(date_forms(texts, today) == [MINGUO] for texts in columns.values())
    return {each[0] for each in forms if each and len(each) == 1} | ({MINGUO} if of_republic else set())


def _dated(label: str, column: Column, forms: Sequence[str]) -> str:
    """A column with the form of its dates, what else it may be, and what is none."""
    both = forms == list(SHORT_MONTHS) or AUTO in forms
    form = json.dumps(forms) if both else quoted(forms[0])
    if not both and _read_besides(forms[0], column):
        both, forms = True, [forms[0], AUTO]
        form = json.dumps(forms)
    notes = [f"还是 {'、'.join(forms[1:])}？请核对 · or one of these?"] if len(forms) > 1 and not both else []
    unread = dates_unread(forms if both else forms[:1], column.texts, column.today)
    notes += [_not_dates(unread)] if unread else []
    ahead = _is_ahead(label, column, forms if both else forms[:1])
    notes += [_AHEAD] if ahead else []
    future = ", future = true" if ahead else ""
    return f"{{ column = {quoted(column.name)}, date = {form}{future} }}" + (f"  # {'；'.join(notes)}" if notes else "")


def _is_ahead(label: str, column: Column, forms: Sequence[str]) -> bool:
    """Whether dates of a tenure lie ahead, as the ends of terms do: the mapping must say that they are meant."""
    return label == "Tenure" and lies_ahead(forms, column.texts, column.today)


def _read_besides(form: str, column: Column) -> bool:
    """Whether the ordinary forms read some of what the form does not, `mar/2010` among `01/02/1995`."""
    alone = dates_unread([form], column.texts, column.today)
    return len(dates_unread([form, AUTO], alone, column.today)) < len(alone)


def _not_dates(unread: Sequence[str]) -> str:
    shown = "、".join(" ".join(hide_private(text).split())[:20] for text in unread[:5])
    return f"不是日期，导入时会报告 · no dates, and will be reported: {shown}{'…' if len(unread) > 5 else ''}"


def _end_value(label: str, name: str, column: Column, forms: Sequence[str] | None = None) -> str:
    """A column as it is; of the end of a tenure what an empty one means, and of dates ahead that they are meant."""
    parts, notes = [f"column = {quoted(column.name)}"], []
    if name == "end" and label == "Tenure" and not any(means_now(text) for text in column.texts):
        parts.append('empty = "unknown"')
        notes.append("空的若是在任，改为 current")
    if forms is not None and _is_ahead(label, column, forms):
        parts.append("future = true")
        notes.append(_AHEAD)
    if len(parts) == 1:
        return quoted(column.name)
    return f"{{ {', '.join(parts)} }}  # {'；'.join(notes)}"
