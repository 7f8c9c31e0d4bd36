"""A trajectory as a page of its own: head, drawing and the equal tables, in one file that needs nothing else."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from analysis.career.head_lines import head_lines
from analysis.career.model import Career
from analysis.career.phrases import say, show_date
from analysis.career.to_rows import Cell, Row, Table, to_tables
from analysis.drawing.palette import style_sheet
from analysis.drawing.trajectory import draw_trajectory
from graph.model.words import Language


def standalone_page(career: Career, language: Language = "zh") -> str:
    """The page as HTML text with its style sheet inside: no script, nothing from outside, made to print on A4."""
    title = escape(say("name", language, name=career.head.name))
    day = escape(say("as_of", language, day=show_date(career.as_of, language)))
    facts = "".join(_fact(name, text) for name, text in head_lines(career, language))
    tables = "".join(_table(each, language) for each in to_tables(career, language))
    drawing = draw_trajectory(career, language, standalone=False)
    style = style_sheet() + files(__package__).joinpath("page.css").read_text("utf-8")
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n"
        f'<body class="zs-drawing">\n<h1>{title}</h1>\n<p>{day}</p>\n<dl>{facts}</dl>\n'
        f"<figure>{drawing}</figure>\n{tables}</body>\n</html>\n"
    )


def _table(table: Table, language: Language) -> str:
    title = f"<h2>{escape(table.title)}</h2>\n"
    if not table.rows:
        return f"{title}<p>{escape(say(f'empty.{table.name}', language))}</p>\n"
    kept = [index for index in range(len(table.headings)) if any(row.cells[index].text for row in table.rows)]
    heads = "".join(f'<th scope="col"{_side(table, index)}>{escape(table.headings[index])}</th>' for index in kept)
    rows = "".join(_row(table, row, kept, language) for row in table.rows)
    return f"{title}<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _row(table: Table, row: Row, kept: list[int], language: Language) -> str:
    cells = "".join(_cell(row.cells[index], _side(table, index), language) for index in kept)
    return f"<tr>{cells}</tr>\n"


def _fact(name: str, text: str) -> str:
    return f"<div><dt>{escape(name)}</dt><dd>{escape(text)}</dd></div>"


def _side(table: Table, index: int) -> str:
    return ' class="number"' if index in table.numeric else ""


def _cell(cell: Cell, side: str, language: Language) -> str:
    marks = [say(key, language) for key in ("derived", "disputed") if getattr(cell, key)]
    text = escape(cell.text)
    if marks:
        named = escape(" ".join(marks))
        text = f'<span class="mark" title="{named}">{text}</span> <small>{named}</small>'
    return f"<td{side}>{text}</td>"
