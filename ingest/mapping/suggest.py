"""A first mapping for a table never seen, every column of it mapped or set aside with what stands in it."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from graph.model.codes import code_list
from graph.model.schema import Kind
from ingest.clean.privacy import hide_private
from ingest.mapping.guess import NAME_PARTS, Guess, guesses
from ingest.mapping.guessed_groups import cut_side_by_side, grouped
from ingest.mapping.guessed_values import (
    END_OF_ADDRESS,
    SHORT_MONTHS,
    are_addresses,
    date_forms,
    dates_unread,
    ends_of_addresses,
    letters_in_doubt,
    value_table,
)
from ingest.mapping.headings import KEY
from ingest.mapping.other_lists import refer_within
from ingest.mapping.references import lookup_lines
from ingest.mapping.sampling import Sample, samples
from ingest.mapping.targets import is_date, targets
from ingest.mapping.words import means_now, names_nobody

_DAY: Final = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")
_LAST_FIRST: Final = re.compile(r"[^,]+,\s*[^,]+")
_TURNED: Final = ("last_name", "first_name")
_ASIDE: Final = "未识别，请改为映射或写明不用的原因 · not recognised: map it, or say why not"


def suggest_mapping(path: Path, today: str) -> str:
    """The text of a mapping file; raises SourceError for a file that cannot be read as a table."""
    found = samples(path)
    some = [(sample, _all_guesses(sample)) for sample in found]
    used = next((sample for sample, records in some if records), found[0])
    refer_within(some)
    lines = [
        f"# {path.name}",
        *(f"# {told}" for told in (used.told, used.doubt) if told),
        "# 由 zhishi mapping suggest 生成的初稿，请核对每一行 · a first draft: check every line (docs/mapping.md)",
        "",
        "[source]",
        f"title = {_quoted(path.stem)}",
        '# issuer = "发布单位 · who issued it"',
        '# date = "2024-06-30"',
        "",
        *_read_lines(some[0][0].settings if len(found) == 1 else {}),
        *_ignore_lines(some),
        *lookup_lines(each for _, records in some for guess in records for each in guess.references.values()),
    ]
    if not any(records for _, records in some):
        lines += _skeleton_lines(used)
    several = sum(each.type == "Cadre" for _, records in some for each in records) > 1
    for sample, records in some:
        person = next((each for each in records if each.type == "Cadre"), None)
        if person is not None and several:
            person.alias = f"Cadre {sample.rows}"
        for each in records:
            lines += _record_lines(each, sample, person, today)
    return "\n".join(lines).rstrip() + "\n"


def _all_guesses(sample: Sample) -> list[Guess]:
    """What the rows seem to be, and what groups of their columns seem to tell of people."""
    groups = list(grouped(sample.columns))
    covered = {name for each in groups for name in each.covers}
    rest = {name: texts for name, texts in sample.columns.items() if name not in covered}
    found = guesses(replace(sample, columns=rest))
    if not any(each.type == "Cadre" and each.each is None for each in found):
        return guesses(sample)
    for each in found:
        cut_side_by_side(each, sample.columns)
    return [*found, *groups]


def _skeleton_lines(sample: Sample) -> list[str]:
    """What to write where nothing was recognised: a record of people to be filled in, and where the types are told."""
    columns = list(sample.columns)
    shown = [_quoted(each) for each in (*columns, *(["…"] * 3))][:3]
    return [
        "# 认不出每一行是什么：请去掉下面各行的 #，填上列名；记录种类见 zhishi mapping targets，各种的字段见 zhishi mapping targets Cadre",
        "# no record type was recognised: take away the # below and name the columns; zhishi mapping targets lists the types",
        "# [[record]]",
        '# type = "Cadre"',
        *([f"# rows = {_quoted(sample.rows)}"] if sample.rows else []),
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


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


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
            if path not in used and _quoted(path) not in (line.split(" = ")[0] for line in lines):
                shown = "、".join(hide_private(text)[:20] for text in texts[:3])
                lines.append(f"{_quoted(path)} = {_quoted(_ASIDE)}  # {' '.join(shown.split())}".rstrip(" #"))
    return [*told, *(["[ignore]", *lines, ""] if lines else [])]


def _all_columns(sample: Sample) -> Iterator[tuple[str, Sequence[str]]]:
    yield from sample.columns.items()
    for path, inner in sample.inner.items():
        yield from ((f"{path}.{name}", texts) for name, texts in _all_columns(inner))


def _whole(guess: Guess, column: str) -> str:
    return f"{guess.each}.{column}" if guess.each else column.replace("[0]", "")


def _record_lines(guess: Guess, sample: Sample, person: Guess | None, today: str) -> list[str]:
    columns = guess.texts or (_of_list(sample, guess.each).columns if guess.each else sample.columns)
    declared = targets()[guess.type]
    lines = _made_of_lines(guess, sample)
    lines += ["", *_identify_lines(guess, columns)] if guess.type == "Cadre" else [""]
    lines += _compute_lines(guess, columns)
    sure = _said_forms(columns, today)
    lines += ["[record.values]", *_kept_words(guess, columns)]
    turned = _name_value(guess, columns) if guess.type == "Cadre" else None
    lines += [f"name = {turned}"] if turned else []
    if guess.type == "Tenure" and not {"unit_name", "title"} & guess.fields.keys():
        lines.append("# unit_name、title: 请写明单位和职务 · say the unit and the title")
    if guess.type == "Assessment" and "kind" not in guess.fields:
        lines.append('kind = { constant = "年度考核" }  # 若是其他考核请改 · or another kind')
    both = guess.fields.get("start") is not None and guess.fields.get("start") == guess.fields.get("end")
    for name, column in guess.fields.items():
        if name in declared.properties and not (name == "name" and turned):
            looked_up = guess.references.get(name)
            value = looked_up.value() if looked_up else None
            lines.append(
                f"{name} = {value or _value(guess.type, name, column, columns.get(column, ()), today, sure, both=both)}"
            )
    lines.append("")
    links = _link_lines(guess, person)
    return [*lines, "[record.links]", *links, ""] if links else lines


def _made_of_lines(guess: Guess, sample: Sample) -> list[str]:
    """What kind of record it is, and what of the file it is made of."""
    declared = targets()[guess.type]
    lines = ["[[record]]", f'type = "{guess.type}"  # {declared.zh} · {declared.en}']
    if guess.unsure:
        lines.append("# 标题认不出，只凭内容猜是人名，请核对 · guessed by what the column holds: are these people?")
    if guess.alias:
        lines.append(f"name = {_quoted(guess.alias)}")
    if sample.rows:
        lines.append(f"rows = {_quoted(sample.rows)}")
    if guess.each:
        lines.append(f"each = {_quoted(guess.each)}")
    if guess.each_as:
        lines.append(f"each = {guess.each_as}")
    if guess.key:
        lines.append(f"key = {_quoted(guess.key)}")
    return lines


def _compute_lines(guess: Guess, columns: Mapping[str, Sequence[str]]) -> list[str]:
    """The names that are looked up by their numbers; the parts of a name that is written `Last, First`."""
    lines = [line for each in guess.references.values() for line in each.compute_lines()]
    if _is_turned(guess, columns):
        name = _quoted(guess.fields["name"])
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
        value = _end_of_address(own) if are_addresses(columns.get(own, ())) else _quoted(own)
        lines.append(f"own_id = {value}  # 换成这一编号体系的名称 · name its scheme")
    lines += [f"{scheme} = {_quoted(path)}" for scheme, path in guess.schemes.items()]
    if "id_number" in guess.fields:
        lines.append(f"id_number = {_quoted(guess.fields['id_number'])}")
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


def _end_of_address(column: str) -> str:
    return f"{{ column = {_quoted(column)}, match = '{END_OF_ADDRESS}' }}"


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
    text = f"{{ text = {_quoted(whole)} }}"
    return f"{{ first_of = [{_quoted(guess.fields['name'])}, {text}] }}" if "name" in guess.fields else text


def _link_lines(guess: Guess, person: Guess | None) -> list[str]:
    declared = targets()[guess.type]
    lines = []
    for name, link in declared.links.items():
        if link.target == "Cadre" and name == "cadre" and person is not None and person.alias:
            lines.append(f"{name} = {{ record = {_quoted(person.alias)} }}")
        elif link.target == "Cadre" and name == "cadre" and person is None:
            told = _quoted(guess.person) if guess.person else '"?"'
            lines.append(f"{name} = {{ identify = {{ own_id = {told} }} }}  # 与人员表一致 · as in the persons' table")
        elif name in guess.fields and link.target == "Unit":
            looked_up = guess.references.get(name)
            lines.append(f"{name} = {_quoted(looked_up.computed if looked_up else guess.fields[name])}")
    return lines


def _value(
    label: str, name: str, column: str, texts: Sequence[str], today: str, sure: Collection[str], *, both: bool
) -> str:
    prop = targets()[label].properties[name]
    choices = "yes_no" if prop.kind is Kind.YES_NO else prop.choices
    if choices and are_addresses(texts) and not value_table(choices, ends_of_addresses(texts)):
        return _end_of_address(column)
    if choices and (table := value_table(choices, texts)):
        rows = ", ".join(f"{_quoted(each)} = {_quoted(value)}" for each, value in table.items())
        fill = f"  # 空的请填：{'、'.join(code_list(choices).names[:8])}" if "" in table.values() else ""
        if doubtful := letters_in_doubt(choices, texts):
            fill += f"；{'、'.join(doubtful)} 在这里可能是另一性别 · may be mujer here, or man: look"
        return f"{{ column = {_quoted(column)}, table = {{ {rows} }} }}{fill}"
    if is_date(prop) and not both and (forms := date_forms(texts, today)) != []:
        if not forms:
            shown = " ".join(hide_private(texts[0]).split())[:20]
            return f"{_quoted(column)}  # 日期格式请用 date 写明 · say the form of the dates: {shown}"
        said = [form for form in forms if form in sure]
        return _dated(column, said or forms, texts, today)
    if is_date(prop) and not both and (unread := dates_unread((), texts, today)):
        return f"{_end_value(label, name, column, texts)}  # {_not_dates(unread)}"
    return _end_value(label, name, column, texts)


def _said_forms(columns: Mapping[str, Sequence[str]], today: str) -> set[str]:
    """The forms that some column of the table leaves no doubt of: others of it are written so too."""
    forms = (date_forms(texts, today) for texts in columns.values() if any(map(_DAY.fullmatch, texts)))
    return {each[0] for each in forms if each and len(each) == 1}


def _dated(column: str, forms: Sequence[str], texts: Sequence[str], today: str) -> str:
    """A column with the form of its dates, what else it may be, and what is none."""
    both = forms == list(SHORT_MONTHS)
    form = json.dumps(forms) if both else _quoted(forms[0])
    notes = [f"还是 {'、'.join(forms[1:])}？请核对 · or one of these?"] if len(forms) > 1 and not both else []
    unread = dates_unread(forms if both else forms[:1], texts, today)
    notes += [_not_dates(unread)] if unread else []
    return f"{{ column = {_quoted(column)}, date = {form} }}" + (f"  # {'；'.join(notes)}" if notes else "")


def _not_dates(unread: Sequence[str]) -> str:
    shown = "、".join(" ".join(hide_private(text).split())[:20] for text in unread[:5])
    return f"不是日期，导入时会报告 · no dates, and will be reported: {shown}{'…' if len(unread) > 5 else ''}"


def _end_value(label: str, name: str, column: str, texts: Sequence[str]) -> str:
    if name == "end" and label == "Tenure" and not any(means_now(text) for text in texts):
        return f'{{ column = {_quoted(column)}, empty = "unknown" }}  # 空的若是在任，改为 current'
    return _quoted(column)
