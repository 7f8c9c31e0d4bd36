"""The drawing on one page, then the same as tables, each page marked and numbered."""

from __future__ import annotations

import base64
import logging
from typing import Final

from jinja2 import Environment, PackageLoader

from export.graphs import Picture
from export.graphs.png import has_chinese
from graph.errors import UsageError

MEDIA_TYPE = "application/pdf"
MOST: Final = 3000
"""Most things on paper."""


def write(picture: Picture) -> bytes:
    """PDF on A4 landscape; raises UsageError without a font for Chinese, and for more than `MOST` things."""
    if not has_chinese():
        raise UsageError(
            "本机没有中文字体 (no font for Chinese on this machine)。", hint="请安装 Noto Sans CJK 等中文字体。"
        )
    if len(picture.points) > MOST:
        raise UsageError(
            f"图里有 {len(picture.points)} 项, 印在纸上最多 {MOST} 项 (too many things for paper)。",
            hint="请先筛选, 或导出 SVG、CSV。",
        )
    # loaded only here: it takes half a second
    import weasyprint  # noqa: PLC0415

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    names = {each.id: each.name for each in picture.points}
    html = Environment(loader=PackageLoader("export"), autoescape=True).get_template("network_print.html")
    text = html.render(
        picture=picture,
        image="data:image/svg+xml;base64," + base64.b64encode(picture.svg.encode()).decode(),
        lines=[(names[each.start], each.type, names[each.end], each.text) for each in picture.lines],
    )
    return bytes(weasyprint.HTML(string=text, url_fetcher=_only_data).write_pdf() or b"")


def _only_data(url: str, *_: object, **__: object) -> dict[str, object]:
    """What stands in the page itself; nothing is fetched."""
    if not url.startswith("data:image/svg+xml;base64,"):
        raise ValueError(url[:40])
    return {"string": base64.b64decode(url.partition(",")[2]), "mime_type": "image/svg+xml"}
