"""What the generator writes: the same bytes for the same seed, in the official shapes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from lxml import etree

from demo.city import BOOK_FOLDER, Manifest, generate
from export.collection_workbook import layouts
from export.lrmx import ELEMENTS
from graph.errors import InputError
from graph.model.sheets import COVER_SHEET, work_sheets
from tests.demo.reading import sheet_names, sheet_rows


def digest(folder: Path) -> dict[str, str]:
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    return {str(each.relative_to(folder)): hashlib.sha256(each.read_bytes()).hexdigest() for each in files}


def test_same_seed_same_bytes(tmp_path: Path) -> None:
    for name in ("first", "second"):
        generate(tmp_path / name, cadres=12, seed=7)
    assert digest(tmp_path / "first") == digest(tmp_path / "second")


def test_other_seed_other_people(tmp_path: Path) -> None:
    generate(tmp_path / "first", cadres=12, seed=7)
    generate(tmp_path / "second", cadres=12, seed=8)
    assert digest(tmp_path / "first") != digest(tmp_path / "second")


def test_first_part_of_a_larger_city_has_the_showcase(tmp_path: Path) -> None:
    small = generate(tmp_path, cadres=1)
    assert small.showcase == "芮砚舟"
    assert [each.name for each in tmp_path.rglob("*.lrmx")] == ["001芮砚舟.lrmx"]


@pytest.mark.parametrize("cadres", [0, 10**7])
def test_impossible_numbers_are_refused(tmp_path: Path, cadres: int) -> None:
    with pytest.raises(InputError, match=str(cadres)):
        generate(tmp_path, cadres=cadres)


def test_over_a_hundred_thousand_can_be_invented() -> None:
    from demo.city import CADRES_PER_CITY
    from demo.places import most_cities

    assert most_cities() * CADRES_PER_CITY >= 100_000


def test_forms_are_well_formed_and_complete(manifest: Manifest) -> None:
    forms = [*manifest.folder.rglob("*.lrmx")]
    assert len(forms) == manifest.forms >= 180
    for path in forms:
        root = etree.fromstring(path.read_bytes())
        names = [str(child.tag) for child in root]
        assert root.tag == "Person"
        assert names == [name for name in ELEMENTS if name in names]
        assert root.findtext("XingMing")
        assert "--" in (root.findtext("JianLi") or "") or "—" in (root.findtext("JianLi") or "")


def test_collection_workbook_has_the_official_headings(manifest: Manifest) -> None:
    (path,) = (manifest.folder / BOOK_FOLDER).iterdir()
    assert sheet_names(path) == ["填报说明", *layouts()]
    for name, layout in layouts().items():
        assert tuple(sheet_rows(path, name)[1]) == layout.headings
    assert len(sheet_rows(path, "A01人员")) == 202


def test_every_work_record_sheet_is_filled(manifest: Manifest) -> None:
    filled = {name for name, count in manifest.rows.items() if count}
    assert {sheet.name for sheet in work_sheets()} <= filled


def test_required_columns_of_work_records_are_given(manifest: Manifest) -> None:
    for path in manifest.workbooks[1:]:
        assert sheet_names(path)[0] == COVER_SHEET
        for sheet in work_sheets():
            required = [at for at, column in enumerate(sheet.columns) if column.required]
            for row in sheet_rows(path, sheet.name)[1:]:
                assert all(row[at] for at in required), (path.name, sheet.name, row)


def test_slips_are_planted_but_few(manifest: Manifest) -> None:
    total = sum(manifest.mistakes.values())
    assert 6 <= total <= 34
    assert any(kind.startswith("typo") for kind in manifest.mistakes)
    assert any(kind.startswith("contradiction") for kind in manifest.mistakes)
