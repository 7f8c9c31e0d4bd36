"""Names after a reform: at the same place, a division with its own part, and only where a body's name begins."""

from __future__ import annotations

import pytest

from graph.model.reforms import later_names, renamings


@pytest.mark.parametrize(
    ("name", "later"),
    [
        ("青屿区环境保护局", {"青屿区生态环境局"}),
        ("澜江市环境保护局环评处", {"澜江市生态环境局环评处"}),
        ("农业局", {"农业农村局", "农业农村委员会"}),
        ("澜江市现代农业局", set()),
        ("青屿区教育局", set()),
        ("", set()),
    ],
)
def test_a_body_keeps_its_place(name: str, later: set[str]) -> None:
    assert {new for new, _ in later_names(name)} == later


def test_no_renaming_leads_back_to_itself() -> None:
    for each in renamings():
        assert not set(each.old) & set(each.new), each
        assert each.since.isdigit()
        assert each.source
