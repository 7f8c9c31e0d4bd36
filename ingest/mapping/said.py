"""What a table said lately: the same again is no second record, and one record told in two ways is a finding."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

_REMEMBERED: Final = 200_000
"""Records that are remembered: the memory of a long table stays the same."""

_COMPARED: Final = 40
"""Characters of a value that are compared."""


class Said:
    """Remembers the records said last, as hashes."""

    def __init__(self) -> None:
        self._whole: OrderedDict[int, None] = OrderedDict()
        self._rows: OrderedDict[int, tuple[int, int]] = OrderedDict()
        self._values: OrderedDict[int, tuple[str, int]] = OrderedDict()

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

    def differs(self, which: object, value: object, row: int) -> int | None:
        """The row in which the same was told with a value that this is not, nor a more or less exact day, lately.

        None where it was not, and where just this value was told before.
        """
        text = str(value)
        if self.again((which, text)):
            return None
        key = hash(which)
        told, before = self._values.setdefault(key, (text[:_COMPARED], row))
        if len(self._values) > _REMEMBERED:
            self._values.popitem(last=False)
        less_exact = text[:4].isdigit() and (text.startswith(told) or told.startswith(text))
        return None if less_exact or text[:_COMPARED] == told else before
