"""The bytes of a `.lrmx` file as texts by element name: no entities, no network, no doubt about the encoding."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from graph.errors import Place
from graph.model.kept_form import FAMILY, Part, element_titles
from graph.model.words import Both, sayings
from ingest.errors import SourceError
from ingest.importers.lrmx.fields import fields
from ingest.limits import check_size
from ingest.mapping.readers.disguises import disguise

_say: Final = sayings("ingest.importers.lrmx")
_DECLARED: Final = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._\-]+)[\"']")
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_DOCTYPE: Final = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# Characters and references to characters that XML 1.0 forbids; some editors let them through.
_FORBIDDEN: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    r"|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]));"
)
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    ("<".encode("utf-16-le"), "utf-16-le"),
    ("<".encode("utf-16-be"), "utf-16-be"),
)
_CHINESE: Final = "gb18030"
_ROOT: Final = "Person"
_HEAD: Final = 4096
# What the XML reader says where a text is longer than ten million bytes, or elements stand within 256 others.
_TOO_MUCH: Final = ("huge", "Huge", "too long", "depth", "XML_PARSE_HUGE")
_UTF8: Final = "utf-8"


@dataclass(frozen=True, slots=True)
class Elements:
    """What the file holds: texts by element, the family rows, elements that stand more than once, and the encoding.

    `order` is every element as it stood, those that stand twice or hold elements of their own included.
    `misdeclared` is the encoding the file claims where it is another one; empty where it says the truth.
    """

    texts: Mapping[str, str]
    family: Sequence[Mapping[str, str]]
    doubled: tuple[str, ...]
    encoding: str
    order: tuple[Part, ...] = ()
    misdeclared: str = ""


def read_elements(path: Path) -> Elements:
    """The elements below `<Person>`, in whatever order they stand; raises SourceError for what is no such file."""
    check_size(path, "lrmx")
    content = path.read_bytes()
    text, encoding, misdeclared = _decode(path, content)
    if _DOCTYPE.search(text):
        raise _refuse(path, _say("entities"), _say("distrusted"))
    root = _parse(path, _FORBIDDEN.sub("", _DECLARATION.sub("", text, count=1)))
    _name_by_rule(_without_namespace(root))
    if root.tag != _ROOT:
        raise _refuse(path, _say("other-root", name=str(root.tag)), _say("export-lrmx"))
    texts: dict[str, str] = {}
    doubled: list[str] = []
    family: list[Mapping[str, str]] = []
    order: list[Part] = []
    for child in root:
        name = str(child.tag)
        order.append(_part(child))
        if name == FAMILY:
            family += [{str(cell.tag): _text(cell) for cell in item} for item in child]
        elif texts.get(name):
            doubled.append(name)
        else:
            texts[name] = _text(child)
    return Elements(texts, family, tuple(dict.fromkeys(doubled)), encoding, tuple(order), misdeclared)


def _without_namespace(root: etree._Element) -> etree._Element:
    """The form with the names it has by rule: some writers put a namespace on it. Foreign elements keep theirs."""
    tag = str(root.tag)
    if tag.startswith("{"):
        namespace = tag[: tag.index("}") + 1]
        for element in root.iter(f"{namespace}*"):
            element.tag = str(element.tag).removeprefix(namespace)
        etree.cleanup_namespaces(root)
    return root


def _name_by_rule(root: etree._Element) -> None:
    """Give the elements of the form their names where a writer has them in other letters (`xingming`, `PERSON`)."""
    if str(root.tag).lower() != _ROOT.lower():
        return
    known = (_ROOT, *element_titles(), *fields()["family"], *fields()["kept"]["elements"])
    names = {name.lower(): name for name in known}
    for element in root.iter("*"):
        element.tag = names.get(str(element.tag).lower(), str(element.tag))


def _part(element: etree._Element) -> Part:
    """The element as it stands: its text, or its XML where it has more than a text."""
    name = str(element.tag)
    if name == FAMILY:
        return Part(name, kind="family")
    if len(element) or element.attrib or name.startswith("{"):
        return Part(name, etree.tostring(element, encoding="unicode", with_tail=False), "xml")
    return Part(name, _text(element))


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext())) if len(element) else element.text or ""


def _decode(path: Path, content: bytes) -> tuple[str, str, str]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(path, content, encoding), encoding, ""
    if not content[:256].lstrip().startswith(b"<"):
        raise _refuse(path, _no_xml(content), _say("export-lrmx"))
    declared = _DECLARED.match(content[:256])
    encoding = declared[1].decode("ascii").lower() if declared else _UTF8
    if encoding != _UTF8 and _is_utf8(content):
        return content.decode(_UTF8), _UTF8, encoding
    if encoding in ("gbk", "gb2312", "cp936"):
        encoding = _CHINESE
    return _decoded(path, content, encoding), encoding, ""


def _no_xml(content: bytes) -> Both:
    if not content.strip():
        return _say("blank")
    what = disguise(content[:_HEAD])
    return _say("disguised", what=what) if what else _say("not-xml")


def _is_utf8(content: bytes) -> bool:
    """Whether the bytes are UTF-8 beyond ASCII. Chinese in another encoding as long as a form never is by chance."""
    try:
        content.decode(_UTF8)
    except UnicodeDecodeError:
        return False
    return not content.isascii()


def _decoded(path: Path, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except LookupError as error:
        raise _refuse(path, _say("unknown-encoding", encoding=encoding), _say("save-as-unicode")) from error
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _refuse(path, _cause(content, encoding, line), _say("save-as-unicode")) from error


def _cause(content: bytes, encoding: str, line: int) -> Both:
    try:
        content.decode(_CHINESE)
    except UnicodeDecodeError:
        return _say("foreign-bytes", line=line, encoding=encoding.upper())
    key = "gbk-declared-otherwise" if _DECLARED.match(content[:256]) else "gbk-undeclared"
    return _say(key, line=line, encoding=encoding.upper())


def _parse(path: Path, text: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        if any(word in (error.msg or "") for word in _TOO_MUCH):
            raise _refuse(path, _say("too-much", line=line), _say("open-and-export")) from error
        raise _refuse(path, _say("cut-short", line=line, column=column), _say("open-and-export")) from error


def _refuse(path: Path, message: Both, hint: Both) -> SourceError:
    return SourceError(message, hint=hint, place=Place(file=path.name))
