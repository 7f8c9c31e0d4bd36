"""A first mapping for a table never seen, every column of it mapped or set aside with what stands in it."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from ingest.clean.privacy import hide_private
from ingest.mapping.guess import NAME_PARTS, guesses, person_of
from ingest.mapping.guessed import Guess
from ingest.mapping.guessed_bodies import is_under_titles, what_tells_apart
from ingest.mapping.guessed_groups import cut_side_by_side, grouped, numbered_people
from ingest.mapping.guessed_histories import histories
from ingest.mapping.guessed_values import are_addresses
from ingest.mapping.headings import KEY
from ingest.mapping.other_lists import refer_within
from ingest.mapping.references import lookup_lines
from ingest.mapping.sampling import Sample, names_twice, samples
from ingest.mapping.scope import LIST, climbed
from ingest.mapping.suggested_values import Column, column_value, end_of_address, quoted, said_forms
from ingest.mapping.targets import targets
from ingest.mapping.words import names_nobody

_LAST_FIRST: Final = re.compile(r"[^,]+,\s*[^,]+")
_TURNED: Final = ("last_name", "first_name")
_BY_LOOKS: Final = (
    "# 标题认不出，只凭内容猜是人名，请核对 · guessed by what the column holds: are these people?",
    "# 标题认不出，只凭内容猜是单位，请核对 · guessed by what the column holds: are these units?",
)
_SAME_PEOPLE: Final = 'find = "unique"  # 各表里是同一些人 · the sheets speak of the same people'
_UNDER_A_TITLE: Final = (
    "标题是上级单位吗 · is the title the body above? 空格若是“同上” · empty as above: [read] fill_down"
)
_SEVERAL_OF_A_NAME: Final = "编号比名称多：有同名的单位 · more numbers than names: several have one name"
_ASIDE: Final = "未识别，请改为映射或写明不用的原因 · not recognised: map it, or say why not"
_OF_A_VALUE: Final = "值的类型或语言 · the type or language of a value"
_TERM_KEYS: Final = ("type", "datatype", "xml:lang")
"""What stands beside `value` in an RDF term (SPARQL 1.1 Query Results JSON Format, section 3.2.2)."""


def suggest_mapping(path: Path, today: str) -> str:
    """The text of a mapping file; raises SourceError for a file that cannot be read as a table."""
    found = samples(path)
    some = [(sample, _all_guesses(sample)) for sample in found]
    some = [each for each in some if each[0] is found[0] or each[0].sheet is None or _is_sure(each[1])]
    used = next((sample for sample, records in some if records), found[0])
    refer_within(some)
    lines = [
        f"# {path.name}",
        *(f"# {told}" for told in (used.told, used.doubt) if told),
        "# 由 zhishi mapping suggest 生成的初稿，请核对每一行 · a first draft: check every line (docs/mapping.md)",
        "",
        "[source]",
        f"title = {quoted(path.stem)}",
        '# issuer = "发布单位 · who issued it"',
        '# date = "2024-06-30"',
        "",
        *_read_lines(_settings([sample for sample, _ in some])),
        *_ignore_lines(some),
        *lookup_lines(each for _, records in some for guess in records for each in guess.references.values()),
    ]
    if not any(records for _, records in some):
        lines += _skeleton_lines(used)
    several = sum(each.type == "Cadre" for _, records in some for each in records) > 1
    for sample, records in some:
        sample.sheet = sample.sheet if len(some) > 1 else None
        person = next((each for each in records if each.type == "Cadre"), None)
        if person is not None and several:
            person.alias = f"Cadre {sample.rows or sample.sheet}"
        for each in records:
            lines += _record_lines(each, sample, person, today)
    return "\n".join(lines).rstrip() + "\n"


def _is_sure(records: Sequence[Guess]) -> bool:
    """Whether a sheet beside the first holds records that its headings speak for, of somebody who is named."""
    return any(each.type == "Cadre" and len(each.fields) > 1 and not each.unsure for each in records)


def _settings(some: Sequence[Sample]) -> Mapping[str, object]:
    """What `[read]` says: of one table all that was found out; of several sheets what goes for each of them."""
    if len(some) == 1:
        return some[0].settings
    sheets = [each.settings for each in some if each.sheet]
    down = dict.fromkeys(name for each in sheets for name in each.get("fill_down", ()))
    groups = next((each["groups"] for each in sheets if "groups" in each), None)
    return ({"fill_down": list(down)} if down else {}) | ({"groups": groups} if groups else {})


def _all_guesses(sample: Sample) -> list[Guess]:
    """What the rows seem to be, and what groups of their columns seem to tell of people."""
    groups = list(grouped(sample.columns))
    covered = {name for each in groups for name in each.covers}
    rest = {name: texts for name, texts in sample.columns.items() if name not in covered}
    if found := _side_by_side(sample):
        return found
    found = guesses(replace(sample, columns=rest))
    if not any(each.type == "Cadre" and each.each is None for each in found):
        return guesses(sample)
    for each in found:
        cut_side_by_side(each, sample.columns)
        _tell_bodies_apart(each, sample)
    used = frozenset(column for each in (*found, *groups) for column in each.columns())
    return [*found, *groups, *histories(sample.columns, used)]


def _tell_bodies_apart(guess: Guess, sample: Sample) -> None:
    """Put the name of a unit together where one column is not enough: several have it, or it is under a title."""
    unit = guess.fields.get("unit_name")
    if guess.type != "Tenure" or unit is None or guess.each_as or "unit_name" in guess.references:
        return
    titles = sample.settings.get("groups") if guess.each is None else None
    columns = _of_list(sample, guess.each.replace(LIST, "")).columns if guess.each else sample.columns
    if titles and is_under_titles(columns.get(unit, ()), columns.get(titles, ())):
        guess.telling, whole, asked = (titles,), f"{{{titles}}}[{{{unit}}}]", _UNDER_A_TITLE
    elif telling := what_tells_apart(unit, columns):
        guess.telling, whole, asked = (telling,), f"{{{unit}}}[, {{{telling}}}]", _SEVERAL_OF_A_NAME
    else:
        return
    guess.unit_text = f"{{ text = {quoted(whole)} }}  # {asked}"


def _side_by_side(sample: Sample) -> list[Guess]:
    """People that stand side by side in the rows, unless each row is a person itself."""
    found = numbered_people(sample.columns)
    covered = {column for each in found for column in each.covers}
    rest = {name: texts for name, texts in sample.columns.items() if name not in covered}
    return [] if person_of(rest) else found


def _skeleton_lines(sample: Sample) -> list[str]:
    """What to write where nothing was recognised: a record of people to be filled in, and where the types are told."""
    columns = list(sample.columns)
    shown = [quoted(each) for each in (*columns, *(["…"] * 3))][:3]
    return [
        "# 认不出每一行是什么：请去掉下面各行的 #，填上列名；记录种类和字段见 zhishi mapping targets",
        "# no record type was recognised: take the # below away, name the columns; the types: zhishi mapping targets",
        "# [[record]]",
        '# type = "Cadre"',
        *([f"# rows = {quoted(sample.rows)}"] if sample.rows else []),
        "# [record.values]",
        f"# name = {shown[0]}",
        f"# birth_month = {shown[1]}",
        "#",
        "# [[record]]",
        '# type = "Tenure"',
        "# [record.values]",
        '# unit_name = "…"',
        f"# title = {shown[2]}",
        '# start = "…"',
        "",
    ]


def _read_lines(settings: Mapping[str, object]) -> list[str]:
    if not settings:
        return []
    return ["[read]", *(f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in settings.items()), ""]


def _ignore_lines(some: Sequence[tuple[Sample, Sequence[Guess]]]) -> list[str]:
    lines: list[str] = []
    unused = [sample.rows for sample, records in some if sample.rows and not records]
    told = [f"# 没有用到的列表 · lists that are not used: {', '.join(unused)}", ""] if unused else []
    for sample, records in some:
        if sample.rows in unused:
            continue
        used = {_whole(each, column) for each in records for column in each.columns()}
        for path, texts in _all_columns(sample):
            if path not in used and quoted(path) not in (line.split(" = ")[0] for line in lines):
                shown = "、".join(hide_private(text)[:20] for text in texts[:3])
                why = quoted(_OF_A_VALUE if _is_of_a_value(path, sample.columns) else _ASIDE)
                lines.append(f"{quoted(path)} = {why}  # {' '.join(shown.split())}".rstrip(" #"))
    return [*told, *(["[ignore]", *lines, ""] if lines else [])]


def _is_of_a_value(path: str, columns: Collection[str]) -> bool:
    term, _, key = path.rpartition(".")
    return key in _TERM_KEYS and f"{term}.value" in columns


def _all_columns(sample: Sample) -> Iterator[tuple[str, Sequence[str]]]:
    yield from sample.columns.items()
    for path, inner in sample.inner.items():
        yield from ((f"{path}.{name}", texts) for name, texts in _all_columns(inner))


def _whole(guess: Guess, column: str) -> str:
    """The path of a column from the row, as the columns of a sample are named."""
    if not guess.each:
        return column.replace("[0]", "")
    ups, bare = climbed(column)
    lists = guess.each.replace(LIST, "").split(".")
    return ".".join([*lists[: len(lists) - ups], bare])


def _record_lines(guess: Guess, sample: Sample, person: Guess | None, today: str) -> list[str]:
    columns = guess.texts or (_of_list(sample, guess.each.replace(LIST, "")).columns if guess.each else sample.columns)
    declared = targets()[guess.type]
    lines = _made_of_lines(guess, sample)
    lines += ["", *_identify_lines(guess, columns)] if guess.type == "Cadre" else [""]
    lines += _compute_lines(guess, columns)
    sure = said_forms(columns, today)
    lines += ["[record.values]", *_kept_words(guess, columns)]
    turned = _name_value(guess, columns) if guess.type == "Cadre" else None
    lines += [f"name = {turned}"] if turned else []
    if guess.type == "Tenure" and not {"unit_name", "title"} & guess.fields.keys():
        lines.append("# unit_name、title: 请写明单位和职务 · say the unit and the title")
    if guess.type == "Assessment" and "kind" not in guess.fields:
        lines.append('kind = { constant = "年度考核" }  # 若是其他考核请改 · or another kind')
    lines += [f"{name} = {{ constant = {quoted(text)} }}" for name, text in guess.constants.items()]
    for name, column in guess.fields.items():
        if name in declared.properties and not (name == "name" and turned):
            value = _looked_up_value(guess, name)
            shown = column_value(guess, name, Column(column, columns.get(column, ()), today, sure))
            if name == "name" and (above := guess.references.get("parent")) and names_twice(sample, column):
                shown = _named_within(above.computed, column)
            if name in guess.dated:
                shown = guess.dated[name].value(
                    ', empty = "unknown"' if (guess.type, name) == ("Tenure", "end") else ""
                )
            if name == "unit_name" and guess.unit_text and not value:
                shown = guess.unit_text
            lines.append(f"{name} = {value or shown}")
    lines.append("")
    links = _link_lines(guess, person)
    return [*lines, "[record.links]", *links, ""] if links else lines


def _looked_up_value(guess: Guess, name: str) -> str | None:
    """The value of what is looked up in another table; of an end also what none means."""
    reference = guess.references.get(name)
    if reference is None:
        return None
    if guess.type != "Tenure" or name != "end":
        return reference.value()
    held = reference.value().strip("{ }") if reference.own else f"column = {reference.value()}"
    return f'{{ {held}, empty = "unknown" }}  # 空的若是在任，改为 current'


def _named_within(above: str, column: str) -> str:
    """The name of a unit whose own name several have (five subcommittees "Oversight"), behind that of its parent."""
    return f"{{ text = {quoted(f'[{{{above}}}: ]{{{column}}}')} }}  # 有同名的 · several have this name"


def _made_of_lines(guess: Guess, sample: Sample) -> list[str]:
    """What kind of record it is, and what of the file it is made of."""
    declared = targets()[guess.type]
    lines = ["[[record]]", f'type = "{guess.type}"  # {declared.zh} · {declared.en}']
    if guess.unsure:
        lines.append(_BY_LOOKS[guess.type == "Unit"])
    if guess.alias:
        lines.append(f"name = {quoted(guess.alias)}")
    if sample.rows:
        lines.append(f"rows = {quoted(sample.rows)}")
    if sample.sheet:
        lines.append(f"sheet = {quoted(sample.sheet)}")
        lines += [_SAME_PEOPLE] if guess.type == "Cadre" and guess.alias and KEY not in guess.fields else []
    if guess.each:
        lines.append(f"each = {quoted(guess.each)}")
    if guess.each_as:
        lines.append(f"each = {guess.each_as}")
    if guess.when:
        lines.append(f'when = {{ {quoted(guess.when)} = "*" }}')
    if guess.key:
        lines.append(f"key = {quoted(guess.key)}")
    return lines


def _compute_lines(guess: Guess, columns: Mapping[str, Sequence[str]]) -> list[str]:
    """The names that are looked up by their numbers; the parts of a name that is written `Last, First`."""
    lines = [line for each in guess.references.values() for line in each.compute_lines()]
    if _is_turned(guess, columns):
        name = quoted(guess.fields["name"])
        lines += [f'{part} = {{ column = {name}, split = ",", part = {n} }}' for n, part in enumerate(_TURNED, start=1)]
    return ["[record.compute]", *lines, ""] if lines else []


def _of_list(sample: Sample, path: str) -> Sample:
    """The sample of a list inside the rows, or of one inside such a list."""
    return next(_lists_at(sample, path))


def _lists_at(sample: Sample, path: str) -> Iterator[Sample]:
    for name, inner in sample.inner.items():
        if path == name:
            yield inner
        elif path.startswith(f"{name}."):
            yield from _lists_at(inner, path.removeprefix(f"{name}."))


def _is_turned(guess: Guess, columns: Mapping[str, Sequence[str]]) -> bool:
    """Whether the names stand as `Last, First`."""
    texts = columns.get(guess.fields.get("name", ""), ()) if guess.type == "Cadre" else ()
    return bool(texts) and "@family" not in guess.fields and all(map(_LAST_FIRST.fullmatch, texts))


def _identify_lines(guess: Guess, columns: Mapping[str, Sequence[str]]) -> list[str]:
    lines = []
    if KEY in guess.fields:
        own = guess.fields[KEY]
        value = end_of_address(own) if are_addresses(columns.get(own, ())) else quoted(own)
        lines.append(f"own_id = {value}  # 换成这一编号体系的名称 · name its scheme")
    lines += [f"{scheme} = {quoted(path)}" for scheme, path in guess.schemes.items()]
    if "id_number" in guess.fields:
        lines.append(f"id_number = {quoted(guess.fields['id_number'])}")
    return ["[record.identify]", *lines, ""] if lines else _key_lines(guess)


def _key_lines(guess: Guess) -> list[str]:
    """How a table without numbers may tell people of one name apart: asked, since only its owner knows."""
    columns = [guess.fields[each] for each in (*NAME_PARTS[:3], "name", "birth_month") if each in guess.fields]
    told = '没有编号：同名的人靠哪些列区分；或 find = "unique" · no numbers: what tells namesakes apart'
    return [f"# key = {json.dumps(columns, ensure_ascii=False)}  # {told}", ""]


def _kept_words(guess: Guess, columns: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Names that would be taken for words for nobody: whether they are names, only a person can say."""
    parts = [guess.fields[each] for each in ("name", *NAME_PARTS) if each in guess.fields]
    words = [text for column in parts for text in columns.get(column, ()) if names_nobody(text) and text.isalpha()]
    if words and guess.type == "Cadre":
        shown = json.dumps(list(dict.fromkeys(words))[:10], ensure_ascii=False)
        yield f"# 下列字样当作没有人；确是姓名的，在 name 里写 keep · taken for nobody, unless name has: keep = {shown}"


def _name_value(guess: Guess, columns: Mapping[str, Sequence[str]]) -> str | None:
    """The name put together of its parts, where the table has them, unless it is written whole."""
    if _is_turned(guess, columns):
        last, first = _TURNED
        return f'{{ text = "{{{first}}} {{{last}}}" }}'
    if "@family" not in guess.fields:
        return None
    given, middle, family, suffix, second = (guess.fields.get(each) for each in NAME_PARTS)
    parts = [f"[{{{given}}} ]" if given else "", f"[{{{middle}}} ]" if middle else "", f"{{{family}}}"]
    parts += [f"[ {{{second}}}]"] if second else []
    whole = "".join(parts) + (f"[, {{{suffix}}}]" if suffix else "")
    text = f"{{ text = {quoted(whole)} }}"
    return f"{{ first_of = [{quoted(guess.fields['name'])}, {text}] }}" if "name" in guess.fields else text


def _link_lines(guess: Guess, person: Guess | None) -> list[str]:
    declared = targets()[guess.type]
    lines = []
    for name, link in declared.links.items():
        if link.target == "Cadre" and name == "cadre" and person is not None and person.alias:
            lines.append(f"{name} = {{ record = {quoted(person.alias)} }}")
        elif link.target == "Cadre" and name == "cadre" and person is None:
            told = quoted(guess.person) if guess.person else '"?"'
            lines.append(f"{name} = {{ identify = {{ own_id = {told} }} }}  # 与人员表一致 · as in the persons' table")
        elif name in guess.fields and link.target == "Unit":
            looked_up = guess.references.get(name)
            lines.append(f"{name} = {quoted(looked_up.computed if looked_up else guess.fields[name])}")
    return lines
