"""What sources that disagree say, in words."""

from __future__ import annotations

import json

from queries.computed._said import said, title


def test_each_value_is_told_with_the_day_of_its_form_the_one_taken_first() -> None:
    alternatives = json.dumps(
        [
            {"property": "end", "value": "2003-08", "record": "src_a", "date": "2023-12-16"},
            {"property": "end", "value": "2003-07", "record": "src_b", "date": "2024-03-01", "rule": "kind_of_source"},
            {"property": "degree", "value": None, "record": "src_b", "date": None},
        ]
    )
    assert said("Education", alternatives, ["end"]) == [
        "毕（肄）业时间: 2003-07 (2024-03-01, 采用)；2003-08 (2023-12-16)"
    ]
    assert said("Education", alternatives, ["degree"]) == ["学位名称: 未写"]


def test_a_property_the_model_does_not_know_keeps_its_name() -> None:
    assert (title("Education", "end"), title("Education", "gone")) == ("毕（肄）业时间", "gone")
    assert said("Education", None, []) == []
