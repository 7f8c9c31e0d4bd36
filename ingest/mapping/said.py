"""What a table said lately: the same again is no second record, and one record told in two ways is a finding."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

_REMEMBERED: Final = 200_000
"""Records that are remembered: the memory of a long table stays the same."""


class Said:
    """Remembers the records said last, as hashes."""

    def __init__(self) -> None:
        self._whole: OrderedDict[int, None] = OrderedDict()
        self._rows: OrderedDict[int, tuple[int, int]] = OrderedDict()

    def again(self, whole: object) -> bool:
        """Whether just this was said lately; from now on it was."""
        said = hash(whole)
        known = said in self._whole
        self._whole[said] = None
        self._whole.move_to_end(said)
        if len(self._whole) > _REMEMBERED:
            self._whole.popitem(last=False)
        return known

    def otherwise(self, which: object, values: object, row: int) -> int | None:
        """The row in which the same record was told with other values lately; None where it was not."""
        key, told = hash(which), hash(values)
        before = self._rows.setdefault(key, (told, row))
        if len(self._rows) > _REMEMBERED:
            self._rows.popitem(last=False)
        return before[1] if before[0] != told else None
