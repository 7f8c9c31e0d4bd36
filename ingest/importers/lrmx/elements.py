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
from graph.model.kept_form import FAMILY, Part
from ingest.errors import SourceError
from ingest.limits import check_size

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
        raise _refuse(
            path, "文件里有实体定义 (DOCTYPE)，正常的任免审批表没有", "未打开。请核实来源，用任免表编辑器重新导出。"
        )
    root = _without_namespace(_parse(path, _FORBIDDEN.sub("", _DECLARATION.sub("", text, count=1))))
    if root.tag != "Person":
        raise _refuse(
            path, f"根元素是 {str(root.tag)!r}，不是干部任免审批表的 'Person'", "请用任免表编辑器导出 .lrmx。"
        )
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
        raise _refuse(path, "不是 XML，第一个字符不是 '<' (not XML)", "请用任免表编辑器导出 .lrmx。")
    declared = _DECLARED.match(content[:256])
    encoding = declared[1].decode("ascii").lower() if declared else _UTF8
    if encoding != _UTF8 and _is_utf8(content):
        return content.decode(_UTF8), _UTF8, encoding
    if encoding in ("gbk", "gb2312", "cp936"):
        encoding = _CHINESE
    return _decoded(path, content, encoding), encoding, ""


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
        raise _refuse(path, f"文件声明的编码 {encoding!r} 不认识", "请用记事本打开，另存为 UTF-8。") from error
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _refuse(path, _cause(content, encoding, line), _REMEDY) from error


_DISTRUST: Final = "未打开。请核实来源，用任免表编辑器重新导出。"
_REMEDY: Final = "请用记事本打开，另存为 UTF-8 编码，或用任免表编辑器重新导出后再导入。"


def _cause(content: bytes, encoding: str, line: int) -> str:
    try:
        content.decode(_CHINESE)
    except UnicodeDecodeError:
        return f"文件第 {line} 行有不是 {encoding.upper()} 的字节，文件可能已损坏"
    claim = "声明为" if _DECLARED.match(content[:256]) else "没有声明编码，应为"
    return f"文件{claim} {encoding.upper()}，第 {line} 行起的内容却是 GBK 编码 (GBK text in a {encoding.upper()} file)"


def _parse(path: Path, text: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise _refuse(
            path,
            f"不是完整的 XML，第 {line} 行第 {column} 个字符处读不下去 (not XML)",
            "请用任免表编辑器打开检查后重新导出。",
        ) from error


def _refuse(path: Path, message: str, hint: str) -> SourceError:
    return SourceError(f"{message}。", hint=hint, place=Place(file=path.name))
