"""ID numbers are checked, and hidden wherever they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.kept_form import HIDDEN_ID_NUMBER
from ingest.clean.id_number import (
    birth_month_of,
    hide_id_numbers,
    holds_id_number,
    is_id_number,
    normalise_id_number,
    sex_of,
)
from tests.support.reading import ID_NUMBER


def test_the_example_of_the_standard_is_right() -> None:
    assert is_id_number(ID_NUMBER)
    assert (birth_month_of(ID_NUMBER), sex_of(ID_NUMBER)) == ("1949-12", "女")


@pytest.mark.parametrize(
    "wrong", ["", "1101051949123100", ID_NUMBER[:-1] + "0", "11010519491331002X", "A" + ID_NUMBER[1:]]
)
def test_wrong_numbers(wrong: str) -> None:
    assert not is_id_number(wrong)


def test_written_wide_or_with_spaces() -> None:
    assert normalise_id_number(" １１０１０５ 19491231 002ｘ ") == ID_NUMBER


@pytest.mark.parametrize(
    "text",
    [
        ID_NUMBER,
        f"证号{ID_NUMBER}。",
        "110105 19491231 002X",
        "110105-19491231-002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105194912310021",
        "110105491231002",
        " ".join(ID_NUMBER),
        "1101 0519 4912 3100 2X",
    ],
)
def test_numbers_in_running_text_are_hidden(text: str) -> None:
    assert holds_id_number(text)
    assert HIDDEN_ID_NUMBER in hide_id_numbers(text)
    assert "1231" not in hide_id_numbers(text)


@pytest.mark.parametrize("glued", [f"7{ID_NUMBER}", f"{ID_NUMBER}138", f"编号00{ID_NUMBER}99", f"AB{ID_NUMBER}c"])
def test_a_right_number_within_a_row_of_digits_or_letters_is_hidden(glued: str) -> None:
    assert ID_NUMBER not in hide_id_numbers(glued)
    assert HIDDEN_ID_NUMBER in hide_id_numbers(glued)


WRONG = ID_NUMBER[:-1] + "1"


@pytest.mark.parametrize(
    "glued",
    [
        f"7{WRONG}",
        f"{WRONG}138",
        f"编号00{WRONG}99",
        f"AB{WRONG}c",
        "1101 0519 4912 3100 21",
        "11 010519491231 0021",
        "8110105491231002",
        "110105491231002138",
        "A110105491231002b",
        "电话0110105491231002",
    ],
)
def test_a_number_with_a_wrong_check_digit_or_of_fifteen_digits_is_hidden_too(glued: str) -> None:
    assert "1231" not in "".join(hide_id_numbers(glued).split())
    assert HIDDEN_ID_NUMBER in hide_id_numbers(glued)


@pytest.mark.parametrize(
    "text",
    [
        "2012.11--2015.03",
        "丁组发〔2023〕12号",
        "20230112000012345678",
        "13800001111",
        "202301120000123",
        "2016 0301 2017 0301 18",
        "1998072010032012",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert hide_id_numbers(text) == text


@given(before=st.text("汉字，。 abc", max_size=10), after=st.text("汉字，。 abc", max_size=10))
def test_hidden_whatever_stands_around_it(before: str, after: str) -> None:
    assert hide_id_numbers(before + ID_NUMBER + after) == before + HIDDEN_ID_NUMBER + after
