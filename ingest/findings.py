"""What an import notices: how a refused file and a doubted person are told, and the row that keeps a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from graph.errors import Place, ZhishiError
from graph.model.keys import make_key
from ingest.drafts import FindingDraft, Ref
from ingest.errors import SourceError
from ingest.records import Document
from ingest.report import FileReport


def reject(report: FileReport, error: Exception) -> None:
    """Say of a file that it was refused, and why; no ID number gets into the reason."""
    report.status = "rejected"
    place = error.place if isinstance(error, ZhishiError) and error.place else Place()
    place = replace(place, file=report.file)
    reason = f"{error.message}{error.hint or ''}" if isinstance(error, ZhishiError) else _plain(error)
    report.findings = [*report.findings, FindingDraft(place, "", "rejected", "error", reason)]


def _plain(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"文件读不了 (cannot be read): {error.strerror or type(error).__name__}。请检查文件是否存在、有无权限。"
    return f"文件内容有误 (the content is damaged): {type(error).__name__}。请用原来的软件打开检查后重新导出。"


def nothing_taken(expected: str, findings: Sequence[FindingDraft]) -> list[FindingDraft]:
    """What to say, unless it was said, of a file in which nothing was filled in, such as an empty template.

    Raises SourceError where something was: all of it was refused, so that the file as a whole is.
    """
    refused = [each for each in findings if each.severity == "error"]
    if refused:
        raise SourceError(
            f"文件里没有一条记录可以导入 (no record could be taken): {refused[0].place} {refused[0].reason}",
            hint=f"这个文件按“{expected}”读取；请按列出的问题逐条改正后重新导入。",
        )
    if any(each.code == "no-record" for each in findings):
        return []
    reason = (
        f"文件按“{expected}”读取，里面没有填任何记录，没有什么可以导入；请填写后重新导入 "
        "(nothing is filled in: no record was taken)。"
    )
    return [FindingDraft(Place(), "", "no-record", "warning", reason)]


def doubt_finding(code: str, name: str, subject: Ref) -> FindingDraft:
    """What to check about a person of this name whom the sources do not tell apart for sure."""
    reasons = {
        "ambiguous-person": "有多名干部与此相符, 未与任何一人合并, 已作为另一人保存; "
        "请补充身份证号、编号或出生年月后重新导入, 或用 zhishi who 认定 "
        "(several known persons fit: saved as another person until someone decides)。",
        "possible-duplicate": "库中有同名的干部, 出生年月或参加工作时间与此相同, 但不足以认定是同一人, "
        "已作为另一人保存; 若是更正了出生年月, 请补充身份证号后重新导入, 其余请用 zhishi who 认定 "
        "(somebody of this name is known, but not for sure the same: saved as another person until someone decides)。",
    }
    return FindingDraft(Place(), name, code, "warning", reasons[code], subject)


def finding_row(document: Document, finding: FindingDraft, about: Sequence[str]) -> dict[str, Any]:
    """The row that writes a finding; `about` are the cadres it is about, as far as they are known."""
    place = finding.place
    values = {
        "id": make_key("fin", document.id, place, finding.code, finding.value),
        "code": finding.code,
        "severity": finding.severity,
        "place": str(place),
        "sheet": place.sheet,
        "row": place.row,
        "line": place.line,
        "column": place.column,
        "value": finding.value,
        "reason": finding.reason,
    }
    present = {name: value for name, value in values.items() if value is not None}
    return {"document": document.id, "about": list(about), "values": present}
