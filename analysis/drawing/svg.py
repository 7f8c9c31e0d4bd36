"""A small SVG builder: elements are values, every text and attribute is escaped, numbers are written short.

The output is well-formed XML that may stand inline in an HTML page under a strict Content-Security-Policy: the look is
given by presentation attributes and classes, never by inline `style` attributes, scripts or anything from outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from xml.sax.saxutils import escape

FONTS = '"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif'

# XML 1.0 section 2.2: characters that no escape can bring into a document.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TO_ESCAPE = re.compile("[^ !#-%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Whatever a text or an attribute may not hold as it is; most hold nothing of it."""
_ATTRIBUTE_ESCAPES = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


class Element(NamedTuple):
    """One element as XML text: its tag, its start up to the closing bracket, what stands in it, whether links do."""

    tag: str
    start: str
    content: str
    links: bool

    def __str__(self) -> str:
        """The whole of it."""
        return f"{self.start}>{self.content}</{self.tag}>" if self.content else f"{self.start}/>"


def element(tag: str, *children: object, **attributes: object) -> Element:
    """An element; None children and attributes are left out, iterables of children are laid flat.

    In attribute names a trailing underscore is dropped (`class_`), inner ones become hyphens (`stroke_width`).
    """
    named = "".join([_attribute(key, value) for key, value in attributes.items() if value is not None])
    content, links = _laid(children) if children else ("", False)
    return Element(tag, f"<{tag}{named}", content, links or tag == "a")


def group(*children: object, **attributes: object) -> Element:
    """A `g` around the children."""
    return element("g", *children, **attributes)


def linked(child: Element, href: str | None, **attributes: object) -> Element:
    """The child as a link, or as it is where there is no address."""
    return element("a", child, href=href, **attributes) if href else child


def titled(child: Element, title: str | None) -> Element:
    """The child with a `title` first, which viewers show on hover and screen readers say."""
    if not title:
        return child
    return child._replace(content=f"{element('title', title)}{child.content}")


def number(value: object) -> str:
    """An attribute's text: numbers with at most two decimals, no trailing zeros (`12.50` -> `12.5`, `-0.0` -> `0`)."""
    if isinstance(value, float):
        if value.is_integer():
            return str(int(value))
        text = f"{value:.2f}".rstrip("0").rstrip(".")
        return "0" if text == "-0" else text
    return str(value)


def path(*parts: object) -> str:
    """The `d` of a path from letters and numbers: `path("M", 1.5, 2, "h", 3)` -> `M1.5 2h3`."""
    text = ""
    for part in parts:
        piece = number(part)
        separator = "" if isinstance(part, str) or not text or text[-1].isalpha() else " "
        text += separator + piece
    return text


def document(
    width: float,
    height: float,
    *children: object,
    name: str,
    title: str,
    description: str,
    language: str,
    style: str | None = None,
    **attributes: object,
) -> str:
    """A whole drawing as text, with title and description for screen readers.

    `name` is unique among the drawings of a page and starts the ids in it; `style` is the style sheet of a file that
    stands alone, None for a drawing inline in a page that links the sheet itself; `attributes` are further ones of the
    root, such as what a script needs to know of the axis.
    """
    root = element(
        "svg",
        element("title", title, id=f"{name}-title"),
        element("desc", description, id=f"{name}-desc"),
        element("style", style) if style else None,
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        class_="zs-drawing" + (" zs-standalone" if style else ""),
        lang=language,
        role="group" if _laid(children)[1] else "img",
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-desc",
        font_family=FONTS,
        **attributes,
    )
    return f"{root}\n"


def _laid(children: Iterable[object]) -> tuple[str, bool]:
    """Children as XML text, one behind the other, and whether a link is among them."""
    texts: list[str] = []
    links = False
    for child in children:
        if isinstance(child, Element):
            texts.append(str(child))
            links = links or child.links
        elif isinstance(child, str):
            texts.append(_escaped(child))
        elif isinstance(child, Iterable):
            text, within = _laid(child)
            texts.append(text)
            links = links or within
        elif child is not None:
            texts.append(number(child))
    return "".join(texts), links


@lru_cache(maxsize=2048, typed=True)
def _attribute(key: str, value: object) -> str:
    """An attribute as it stands in the start of an element; kept, for most stand in a drawing many times."""
    name = key.rstrip("_").replace("_", "-")
    return f' {name}="{_escaped(value, _ATTRIBUTE_ESCAPES) if isinstance(value, str) else number(value)}"'


def _escaped(text: str, more: dict[str, str] | None = None) -> str:
    return escape(_FORBIDDEN.sub("", text), more or {}) if _TO_ESCAPE.search(text) else text
