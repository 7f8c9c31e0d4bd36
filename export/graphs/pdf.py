"""The drawing on one page, then the same as tables, each page marked and numbered."""

from __future__ import annotations

import base64
import logging
from typing import Final

from jinja2 import Environment, PackageLoader

from export.approval_pdf import pdf_fault
from export.graphs import Picture
from graph.errors import UsageError

MEDIA_TYPE = "application/pdf"
MOST: Final = 3000
"""Most things on paper."""


def write(picture: Picture) -> bytes:
    """PDF on A4 landscape; raises UsageError where this machine can write none, and for more than `MOST` things."""
    if fault := pdf_fault():
        raise UsageError(fault)
    if len(picture.points) > MOST:
        raise UsageError(
            f"图里有 {len(picture.points)} 项, 印在纸上最多 {MOST} 项 (too many things for paper)。",
            hint="请先筛选, 或导出 SVG、CSV。",
        )
    # loaded only here: it takes half a second
    import weasyprint  # noqa: PLC0415
    from weasyprint.urls import URLFetcher  # noqa: PLC0415

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    # what stands in the page itself; nothing is fetched
    fetcher = URLFetcher(allowed_protocols=("data",))
    names = {each.id: each.name for each in picture.points}
    html = Environment(loader=PackageLoader("export"), autoescape=True).get_template("network_print.html")
    text = html.render(
        picture=picture,
        image="data:image/svg+xml;base64," + base64.b64encode(picture.svg.encode()).decode(),
        lines=[(names[each.start], each.type, names[each.end], each.text) for each in picture.lines],
    )
    return bytes(weasyprint.HTML(string=text, url_fetcher=fetcher).write_pdf() or b"")
