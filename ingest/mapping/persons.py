"""Who a row speaks of: a reference to a cadre by identifiers and by what is told of the person."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ingest.clean.id_number import bad_id_number, holds_id_number, is_id_number, normalise_id_number
from ingest.clean.values import ValueProblem
from ingest.drafts import Ref
from ingest.mapping.messages import tell
from ingest.mapping.model import Value
from ingest.mapping.own import Own
from ingest.mapping.scope import Scope
from ingest.mapping.values import Raw

if TYPE_CHECKING:
    from ingest.importers import Reading

_HAN: Final = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff·\s]+")
TELLING: Final = ("name", "sex", "birth_month", "work_start")
Report = Callable[[str, str, ValueProblem], None]
"""Told of a part that cannot be used: its name, the text, and why."""


def person_name(text: str) -> str:
    """A name with its blanks made one; between Chinese characters there are none."""
    squeezed = " ".join(text.split())
    return "".join(squeezed.split()) if _HAN.fullmatch(squeezed) else squeezed


@dataclass(frozen=True, slots=True)
class Scheme:
    """One identifier: where its value comes from, whether several people may share it, whether it is kept hashed."""

    name: str
    raw: Raw
    spec: Value

    def read(self, scope: Scope, reading: Reading) -> str | None:
        """The value to keep; None where the row has none. Raises ValueProblem for one that may not be kept."""
        found = self.raw(scope)
        text = " ".join(found) if isinstance(found, list) else found
        if text is None:
            return None
        if self.name == "id_number":
            return _id_hash(text, reading)
        if self.spec.secret:
            return reading.hash_id_number(f"{self.name}:{text}")
        if holds_id_number(text):
            raise ValueProblem("id-number-as-key", tell("id-number-as-key", scheme=self.name))
        return text


def _id_hash(text: str, reading: Reading) -> str | None:
    number = normalise_id_number(text)
    if not is_id_number(number):
        raise ValueProblem("bad-id-number", bad_id_number())
    return reading.hash_id_number(number)


def person_ref(
    told: Mapping[str, Any],
    schemes: tuple[Scheme, ...],
    scope: Scope,
    reading: Reading,
    report: Report,
    find: str | None = None,
    own: Own | None = None,
) -> Ref | None:
    """The reference to the cadre; None where the row tells nothing of who it is.

    `own` tells who the row introduces by the table alone, where the row gives no identifier.
    """
    values: dict[str, Any] = {name: told[name] for name in TELLING if told.get(name)}
    if "name" in values:
        values["name"] = person_name(str(values["name"]))
    keys: list[list[str]] = []
    hints: list[list[str]] = []
    for scheme in schemes:
        try:
            value = scheme.read(scope, reading)
        except ValueProblem as problem:
            report(scheme.name, "", problem)
            continue
        if value and scheme.name == "id_number":
            values["id_hash"] = value
        elif value:
            (hints if scheme.spec.shared else keys).append([scheme.name, value])
    if own is not None and values and not keys and "id_hash" not in values:
        key, row = own(scope, values, hints)
        keys += key
        values |= {"row": row} if row else {}
    values |= {name: each for name, each in (("keys", keys), ("hints", hints)) if each}
    if not values:
        return None
    if find is None and own is None and not _finds_by_itself(values):
        find = "unique"
    return Ref("Cadre", values | ({"find": find} if find else {}))


def _finds_by_itself(values: Mapping[str, Any]) -> bool:
    """Whether the resolver has something to look somebody up by; of a name alone, or with a year, it has nothing."""
    born = str(values.get("birth_month") or "")
    return "name" not in values or len(born) >= 7 or any(name in values for name in ("keys", "hints", "id_hash"))
