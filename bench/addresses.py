"""Wrong addresses by the thousand: the viewer's own links with values put in that nobody would choose.

`python -m bench.addresses [--cadres N] [--wrong N] [--engine …]`: links are followed from the front page and from some
cadres, a few of each page; then in each address one value (a part of the path or of the query) is put wrong, left out
or given twice. Whatever comes must be a page with a message: a failure is an answer of 500 or more, or none.
"""

from __future__ import annotations

import itertools
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from flask.testing import FlaskClient

from bench.common import Bench, benches, parser, read, table
from webui.app import create_app

_LINK: Final = re.compile(r'(?:href|action|data-suggest)="(/[^"#]*)')
_LEFT_OUT: Final = re.compile(r"^/static/")
_ID: Final = re.compile(r"[a-z]+_[0-9a-f]{20}")
_EACH_KIND: Final = 12
"""Addresses of one page and the same names in the query that are kept."""

_MOST_PAGES: Final = 1500

ODD: Final = (
    "", " ", "0", "-1", "1e309", "NaN", "99999999999999999999", "2024-13", "2024-02-30", "0000-00-00", "9999-12-31",
    "x" * 5000, "'", '"', "\\", "`", "{}", "[]", "null", "true", "<script>alert(1)</script>", "$cadre", "{name}", "%s",
    "%00", "\x00", "\u202e", "\u200b", "😀", "𠮷", "//example.invalid/", "../../etc/passwd", "cad_00000000000000000000",
    "uni_x", "list:", "list:无", "+~*?:^\"(", "a,b,,c", "今天", "٣", "\n\r", "\ufeff",
)  # fmt: skip

HEADS: Final = ("engine", "cadres", "links followed", "kinds of address", "wrong addresses", "failed", "answers")


def main() -> None:
    """Print one line an engine, and each address that failed."""
    asking = parser("addresses", cadres=12, runs=1)
    asking.add_argument("--wrong", type=int, default=10_000)
    asked = read(asking)
    table(HEADS, (_row(bench, asked.wrong) for bench in benches(asked)))


def _row(bench: Bench, wrong: int) -> tuple[object, ...]:
    bench.import_city()
    app = create_app(bench.settings, bench.graph, today=lambda: "2024-03-01")
    app.testing = False
    client = app.test_client()
    rows = bench.graph.read("MATCH (c:Cadre) RETURN c.id AS id ORDER BY id LIMIT 3")
    kinds, pages = _followed(client, ["/", *(f"/cadres/{row['id']}" for row in rows)])
    dice = random.Random(bench.seed)
    addresses = [each for kind in sorted(kinds) for each in kinds[kind]]
    answers: Counter[int] = Counter()
    failed: Counter[str] = Counter()
    for address in itertools.islice(_wrong(addresses, dice), wrong):
        status = client.get(address).status_code
        answers[status] += 1
        if status >= 500:
            failed[f"{status} {address[:300]}"] += 1
    for what, _ in failed.most_common(20):
        print(f"failed: {what}", flush=True)
    told = ", ".join(f"{status}: {count}" for status, count in sorted(answers.items()))
    return bench.engine, bench.cadres, pages, len(kinds), answers.total(), failed.total(), told


def _followed(client: FlaskClient, starts: Sequence[str]) -> tuple[Mapping[str, list[str]], int]:
    """Some addresses of each kind (a path without its ids, and the names in the query), and the count of pages read."""
    kinds: dict[str, list[str]] = {}
    waiting, seen, pages = list(starts), set(starts), 0
    while waiting and pages < _MOST_PAGES:
        address = waiting.pop(0)
        kept = kinds.setdefault(_kind(address), [])
        if len(kept) >= _EACH_KIND:
            continue
        kept.append(address)
        answer = client.get(address, follow_redirects=True)
        pages += 1
        for link in map(unescape, _LINK.findall(answer.text if answer.mimetype == "text/html" else "")):
            if link not in seen and not _LEFT_OUT.search(link):
                seen.add(link)
                waiting.append(link)
    return kinds, pages


def _kind(address: str) -> str:
    parts = urlsplit(address)
    return f"{_ID.sub('*', parts.path)}?{'&'.join(sorted({name for name, _ in parse_qsl(parts.query)}))}"


def _wrong(addresses: Sequence[str], dice: random.Random) -> Iterator[str]:
    while True:
        address = urlsplit(dice.choice(addresses))
        path, query = address.path.split("/"), parse_qsl(address.query, keep_blank_values=True)
        odd = dice.choice(ODD)
        if query and dice.random() < 0.8:
            at = dice.randrange(len(query))
            name, value = query[at]
            query[at : at + 1] = dice.choice(
                ([(name, odd)], [(name, odd)], [], [(name, value), (name, odd)], [(odd, value)])
            )
        elif len(path) > 2:
            path[dice.randrange(2, len(path))] = quote(odd, safe="") or "_"
        else:
            query.append((dice.choice(("q", "as_of", "known_on", "sort", "show", "part", "lang", "at", "do")), odd))
        yield "/".join(quote(unquote(each), safe="") for each in path) + (f"?{urlencode(query)}" if query else "")


if __name__ == "__main__":
    main()
