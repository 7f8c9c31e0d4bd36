"""Who petitions or informs is hidden in every text, and nobody else."""

from __future__ import annotations

import pytest

from ingest.clean.privacy import HIDDEN_CONTACT, HIDDEN_PETITIONER, hide_private

WHO, HOW = HIDDEN_PETITIONER, HIDDEN_CONTACT


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("作风 举报人张三13800138000", f"作风 举报人{WHO}{HOW}"),
        ("据举报人李某某反映，该同志", f"据举报人{WHO}反映，该同志"),
        ("举报人：王小明，电话 0571-88888888", f"举报人：{WHO}，电话 {HOW}"),
        ("来信人姓名：赵六", f"来信人姓名：{WHO}"),
        ("钱某某（举报人）反映", f"{WHO}（举报人）反映"),
        ("实名举报人欧阳小明等5人", f"实名举报人{WHO}等5人"),
        ("信访人 周小五 zhou@example.org", f"信访人 {WHO} {HOW}"),
    ],
)
def test_names_and_contacts_of_petitioners_are_hidden(text: str, kept: str) -> None:
    assert hide_private(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "举报人反映的问题查无实据",
        "被举报人张三在2019年任局长",
        "举报人和被举报人谈话",
        "信访人对结果不满意",
        "接待信访群众20人",
        "举报人应当保密",
        "办公电话0571-88888888",
        "信访人员、来访者接待室",
    ],
)
def test_what_names_no_petitioner_stays(text: str) -> None:
    assert hide_private(text) == text
