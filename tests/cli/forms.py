"""Personnel forms of a few invented people, written as `.lrmx`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from export.lrmx import VERSION_3, ResumeLine, format_resume, write_lrmx

OLDER: Final = "岑望野"
"""Two people bear this name."""
ONLY: Final = "闻照溪"
RESUME: Final = (
    ResumeLine("2000.07", "2010.03", "澜江市财政局预算处科员"),
    ResumeLine("2010.03", "2018.09", "青屿区财政局副局长"),
    ResumeLine("2018.09", None, "澜江市财政局副局长"),
)


def write_form(
    path: Path, name: str, birth: str, lines: tuple[ResumeLine, ...] = RESUME, current: str = "澜江市财政局副局长"
) -> Path:
    """One form; `birth` is YYYYMM, `current` what it gives as the present post."""
    values = {
        "XingMing": name,
        "XingBie": "男",
        "ChuShengNianYue": birth,
        "MinZu": "汉族",
        "CanJiaGongZuoShiJian": "200007",
        "XianRenZhiWu": current,
        "JianLi": format_resume(lines),
        "TianBiaoShiJian": "20240301",
        "Version": VERSION_3,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    write_lrmx(path, values)
    return path


def write_department(folder: Path) -> Path:
    """Three forms in two folders: two namesakes, and one whose name is the only one."""
    write_form(folder / "市直" / "岑望野 甲.lrmx", OLDER, "197805")
    write_form(folder / "市直" / "岑望野 乙.lrmx", OLDER, "198211")
    write_form(folder / "区县" / "闻照溪.lrmx", ONLY, "198003")
    return folder
