"""干部任免审批表 as a `.lrm` file of 2.0 (layout: domain.md 1a.5): one GBK record, and the picture beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from export.lrmx import FAMILY_ELEMENTS

_PLAIN: Final = (
    "XingMing", "XingBie", "ChuShengNianYue", "MinZu", "JiGuan", "RuDangShiJian", "JianKangZhuangKuang", "ChuShengDi",
    "CanJiaGongZuoShiJian",
)  # fmt: skip
_AFTER_SCHOOLS: Final = (
    "ZhuanYeJiShuZhiWu", "", "", "", "", "ShuXiZhuanYeYouHeZhuanChang", "JianLi", "JiangChengQingKuang",
    "NianDuKaoHeJieGuo",
)  # fmt: skip
_LAST: Final = (
    "XianRenZhiWu", "NiRenZhiWu", "NiMianZhiWu", "RenMianLiYou", "ChengBaoDanWei", "JiSuanNianLingShiJian",
    "TianBiaoRen", "TianBiaoShiJian",
)  # fmt: skip
_MEMBERS: Final = 7


def render_lrm(values: Mapping[str, str], family: Sequence[Mapping[str, str]] = ()) -> bytes:
    """The bytes, from texts by `.lrmx` element name; what 2.0 has no field for (ID number, picture) is left out."""
    fields = [values.get(name, "") for name in _PLAIN]
    fields += [_both_modes(values, ending) for ending in ("", "_BiYeYuanXiaoXi")]
    fields += [values.get(name, "") for name in _AFTER_SCHOOLS]
    padded = [*family, *({} for _ in range(_MEMBERS - len(family)))]
    fields += ["@".join(member.get(name, "") for member in padded) for name in FAMILY_ELEMENTS]
    fields += [values.get(name, "") for name in _LAST]
    return ('"' + '","'.join(fields) + '"').encode("gb18030")


def write_lrm(
    path: Path, values: Mapping[str, str], family: Sequence[Mapping[str, str]] = (), *, photo: bytes = b""
) -> None:
    """Write one person's file, and the picture as `.pic` beside it where there is one; see `render_lrm`."""
    path.write_bytes(render_lrm(values, family))
    if photo:
        path.with_suffix(".pic").write_bytes(photo)


def _both_modes(values: Mapping[str, str], ending: str) -> str:
    modes = ("QuanRiZhiJiaoYu", "ZaiZhiJiaoYu")
    return "@".join(
        "#".join(values.get(f"{mode}_{kind}{ending}", "") for kind in ("XueLi", "XueWei")) for mode in modes
    )
