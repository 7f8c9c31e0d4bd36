"""Names of people who do not exist."""

from __future__ import annotations

from demo.draw import Draw, table


def full_name(draw: Draw, sex: str, surname: str = "") -> str:
    """A name of two or three characters; one in eight has two."""
    names = table("names")
    which = "male" if sex == "男" else "female"
    first = "" if draw.hits(0.12) else draw.choice(names[f"{which}_first"])
    return str((surname or draw.choice(names["surnames"])) + first + draw.choice(names[f"{which}_second"]))
