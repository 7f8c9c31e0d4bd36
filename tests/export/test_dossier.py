"""The printed dossier: what it holds, how it is paged and marked, and that nothing in it is more than text."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

import export.pdf
from analysis.career import build_career
from analysis.image_tree import build_image_tree
from export.dossier import Printed, marking_of, print_dossier
from export.marking import Marking
from graph.model.dossier import Dossier
from graph.model.records.award import Award
from graph.model.words import Language
from tests.analysis.career.example import TODAY, example, tenure
from tests.analysis.image_tree.example import full
from tests.builders import cadre, dossier, evidence, made

HAS_TEXT = shutil.which("pdftotext")
ODD = "<script>alert(1)</script>\u202e\u0645\u0631\u062d\u0628\u0627"


def pdf_of(given: Dossier, language: Language = "zh") -> bytes:
    printed = Printed(given, build_career(given, today=TODAY), build_image_tree(given, today=TODAY), "2024-05-31")
    return print_dossier(printed, Marking(TODAY, "知事识人", marking_of(given)), language).content


def pages(pdf: bytes, folder: Path) -> list[str]:
    """The text of each page."""
    file = folder / "dossier.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


@pytest.mark.skipif(not HAS_TEXT, reason="needs pdftotext (apt install poppler-utils)")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_is_marked_and_numbered_and_every_part_is_there(tmp_path: Path, language: Language) -> None:
    text = pages(pdf_of(full(), language), tmp_path)
    assert len(text) >= 5
    word = "页码" if language == "zh" else "Page"
    for number, page in enumerate(text, 1):
        assert f"{word} {number}/{len(text)}" in page
        assert marking_of(full()) in page
        assert "2024.06.01" in page if language == "zh" else "2024-06-01" in page
    whole = "\n".join(text)
    named = {"zh": ("成长轨迹", "干部形象树", "材料出处"), "en": ("Career trajectory", "Image tree", "Sources")}
    for part in (*named[language], "林一舟", "[1]"):
        assert part in whole


@pytest.mark.skipif(not HAS_TEXT, reason="needs pdftotext (apt install poppler-utils)")
def test_every_number_that_is_cited_is_among_the_sources(tmp_path: Path) -> None:
    whole = "\n".join(pages(pdf_of(full()), tmp_path))
    body, _, listed = whole.rpartition("材料出处")
    numbers = {int(each) for each in re.findall(r"\[(\d+)\]", listed)}
    assert numbers == set(range(1, len(numbers) + 1))
    assert {int(each) for each in re.findall(r"\[(\d+)\]", body)} == numbers


@pytest.mark.skipif(not HAS_TEXT, reason="needs pdftotext (apt install poppler-utils)")
def test_an_odd_name_and_a_thin_file_are_printed_as_text(tmp_path: Path) -> None:
    award = made(Award, name=ODD, date="2011-11")
    text = "\n".join(pages(pdf_of(dossier(award, person=cadre(name="<b>甲"))), tmp_path))
    assert "<b>甲" in text
    assert "<script>alert(1)</script>" in text


def test_a_page_to_be_printed_reads_no_file(tmp_path: Path) -> None:
    picture = "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'><rect width='90' height='90'/></svg>"
    (tmp_path / "secret.svg").write_text(picture)
    inside = f"data:image/svg+xml,{quote(picture)}"
    outside = (tmp_path / "secret.svg").as_uri()
    drawn, kept_out, empty = (
        len(export.pdf.write_pdf(f"<body>{image}甲</body>", "甲").content)
        for image in (f'<img src="{inside}">', f'<img src="{outside}">', "")
    )
    assert drawn > kept_out
    assert abs(kept_out - empty) < 20


def test_two_are_laid_out_at_once_and_the_others_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    page, inside, counts = export.pdf.html_maker(), set[object](), set[int]()

    class Watched:
        def __init__(self, string: str) -> None:
            self.page = page(string=string)

        def write_pdf(self) -> bytes:
            inside.add(self)
            time.sleep(0.05)
            counts.add(len(inside))
            made: bytes = self.page.write_pdf()
            inside.remove(self)
            return made

    monkeypatch.setattr(export.pdf, "html_maker", lambda: Watched)
    with ThreadPoolExecutor(6) as readers:
        found = list(readers.map(lambda each: export.pdf.write_pdf(f"<body>{each}</body>", str(each)), range(6)))
    assert all(each.content.startswith(b"%PDF") for each in found)
    assert max(counts) == 2


def test_a_character_without_a_font_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export.pdf, "missing_characters", lambda _: frozenset("甲"))
    assert export.pdf.write_pdf("<body>甲乙</body>", "甲乙").missing == {"甲"}


@pytest.mark.skipif(not HAS_TEXT, reason="needs pdftotext (apt install poppler-utils)")
@pytest.mark.parametrize(("language", "said"), [("zh", "第3行；第21行"), ("en", "row 3; row 21")])
def test_places_are_told_in_order_in_the_language_of_the_dossier(tmp_path: Path, language: Language, said: str) -> None:
    places = [replace(evidence("personnel_form", "2024-03-01"), row=row, locator=f"第{row}行") for row in (21, 3)]
    award = made(Award, name="三等功", date="2011-11", sources=tuple(places))
    text = "\n".join(pages(pdf_of(dossier(award, person=cadre(sources=())), language), tmp_path))
    assert said in text


@pytest.mark.skipif(not HAS_TEXT, reason="needs pdftotext (apt install poppler-utils)")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_dates_of_a_post_stay_on_one_line(tmp_path: Path, language: Language) -> None:
    text = "\n".join(pages(pdf_of(example(), language), tmp_path))
    assert ("2013.05—2019.02" if language == "zh" else "2013-05 – 2019-02") in text
    unit = "甲市人民代表大会财政经济委员会"
    held = tenure(unit, "副主任委员", "1985-01-03", "1991-01-03", member_category="正职")
    days = dossier(held, *example().records["Tenure"], *example().records["RankRecord"])
    text = "\n".join(pages(pdf_of(days, language), tmp_path))
    assert ("1985.01.03—1991.01.03" if language == "zh" else "1985-01-03 – 1991-01-03") in text
