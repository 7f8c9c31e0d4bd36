"""A career as the 简历 of a form tells it: the written line often says less than what happened, and in its own way."""

from __future__ import annotations

from demo.draw import Draw
from demo.life import Person, Spell, Stage
from demo.months import dotted, month
from export.lrmx import ResumeLine

_MERGED = 0.35
_GRADES_SINCE = month("2019-06")


def resume_lines(draw: Draw, person: Person) -> list[ResumeLine]:
    """One line a stage in order; two stages of one division may be told in one line, as `科员、副主任科员、副处长`."""
    stages = _merged(draw, person.stages)
    return [
        ResumeLine(
            dotted(each.start), dotted(each.end) if each.end else None, each.told or each.text, _notes(person, each)
        )
        for each in stages
    ]


def current_post(person: Person) -> str:
    """现任职务: the whole text of the last post; empty for the retired."""
    return "" if person.current.kind == "retired" else _plain(person.current.text)


def _plain(text: str) -> str:
    before, mark, after = text.partition("（2019.01更名为")
    return before if not mark else before.removesuffix(before) + _new_name(before, after)


def _new_name(before: str, after: str) -> str:
    """The unit by its new name: `澜江市环境保护局（2019.01更名为市生态环境局）副局长` -> `澜江市生态环境局副局长`."""
    city = before.split("市", maxsplit=1)[0]
    name, _, rest = after.partition("）")
    return f"{city}{name}{rest}"


def _notes(person: Person, stage: Stage) -> tuple[str, ...]:
    """The spells that began in this stage, in brackets below it."""
    inside = [each for each in person.spells if stage.start <= each.start < (stage.end or each.start + 1)]
    return ("其间：" + "；".join(map(_note, inside)),) if inside else ()


def _note(spell: Spell) -> str:
    joint = "在" if spell.kind != "secondment" else ""
    return f"{dotted(spell.start)}--{dotted(spell.end)}{joint}{spell.text}"


def _merged(draw: Draw, stages: list[Stage]) -> list[Stage]:
    made: list[Stage] = []
    for each in stages:
        if made and _one_line(made[-1], each) and draw.hits(_MERGED):
            made[-1] = _together(made[-1], each)
        else:
            made.append(each)
    return made


def _one_line(first: Stage, second: Stage) -> bool:
    """Whether the second goes on in the very unit of the first, both below 副处 and under one name."""
    same = first.unit == second.unit and first.unit and len(first.holdings) == len(second.holdings) == 1
    rises = first.level < second.level <= 2
    return bool(same) and rises and "更名" not in first.text + second.text and first.kind == second.kind == "work"


def _together(first: Stage, second: Stage) -> Stage:
    title = second.holdings[0].title or second.rank
    between = "副主任科员、" if first.rank == "科员" and title == "副处长" and second.start < _GRADES_SINCE else ""
    return Stage(
        first.start,
        second.end,
        second.post,
        second.level,
        f"{first.text}、{between}{title}",
        second.holdings,
        second.unit,
        kind="work",
    )
