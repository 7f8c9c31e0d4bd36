"""Forms of tables for which a suggestion is right unedited: histories in cells, parts of dates, bodies of one name."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from ingest.mapping.suggest import suggest_mapping
from tests.ingest.mapping.test_suggested_files import checked
from tests.support.reading import TODAY

STAFF = (
    "Nr prac.|Nazwisko i imię|Data ur.|Etat|Jednostka|Przebieg\n"
    "00007|Źrebiec Jagna|02.04.1961|0,5|Wydział Zieleni|"
    '"1985-1989 Biuro Kadr, referent;\n1989- Wydział Zieleni, inspektor"\n'
    "00012|Kłos Wit|11.12.1970|1,0|Biuro Kadr|1995–1999 Biuro Kadr, referent; 1999- Biuro Kadr, naczelnik\n"
    "00013|Kłos Wit|01.02.1980|1,0|Biuro Kadr|2005- Biuro Kadr, referent\n"
)
OFFICE = {"id": "o1", "name": "District Office", "region": {"name": "Upper Tarn"}, "parent": None}
OTHER = {"id": "o2", "name": "District Office", "region": {"name": "Lower Tarn"}, "parent": {"name": "Ministry"}}
OFFICIALS: list[dict[str, Any]] = [
    {
        "uid": "P-1",
        "name": {"given": "Noor", "family": "Halim"},
        "born": {"year": "1961", "month": "3", "day": None},
        "jobs": [{"title": "Clerk", "organisation": OFFICE, "period": {"from": "1990-04-01", "to": None}}],
        "parties": [{"party": "Reform", "since": "1995"}, {"party": "Unity", "since": "2001"}],
        "education": [{"school": {"name": "Tarn University"}, "degree": "MA", "finished": "1984"}],
    },
    {
        "uid": "P-2",
        "name": {"given": "Ria", "family": "Suntari"},
        "born": "1970",
        "jobs": [{"title": "Clerk", "organisation": OTHER, "period": {"from": "2001", "to": "2009-03-31"}}],
        "parties": [],
        "education": None,
    },
]
ROSTER = (
    "序号,科室,姓名,出生年月,职务,学历学位/全日制,学历学位/在职,内部编号\n"
    "一、县水文局（2人）,,,,,,,\n1,办公室,袁测,71.3,主任,大学,,N07\n2,,戴测,1980年3月,科员,大专,大学,N09\n"
    "二、县档案馆（2人）,,,,,,,\n3,办公室,费测,1977-06,主任,大学,,N02\n4,,鲍测,1982.11,科员,大专,,N05\n"
)


def test_the_posts_in_a_cell_come_out_of_it_and_people_are_known_by_their_number(tmp_path: Path) -> None:
    result = checked(tmp_path, STAFF, "kadry.csv")
    assert (result.records["Cadre"], result.records["history"]) == (3, 5)
    assert result.filled["history"]["end"] == 2
    held = result.examples["history"]
    assert (held["unit_name"], held["title"], held["start"]) == ("Biuro Kadr", "referent", "1985")
    assert result.examples["Tenure"]["unit_name"] == "Wydział Zieleni"
    said = tomllib.loads(suggest_mapping(tmp_path / "kadry.csv", TODAY))
    assert said["record"][0]["identify"] == {"own_id": "Nr prac."}
    assert [each.code for each in result.findings if each.severity != "info"] == []


def test_dates_in_parts_bodies_of_one_name_and_parties(tmp_path: Path) -> None:
    result = checked(tmp_path, "\n".join(map(json.dumps, OFFICIALS)), "officials.jsonl")
    assert result.records == {"Cadre": 2, "Tenure": 4, "Education": 1}
    assert result.filled["Cadre"]["birth_month"] == 2
    assert result.examples["Cadre"]["birth_month"] == "1961-03"
    assert result.examples["Tenure"]["unit_name"] == "District Office, Upper Tarn"
    assert result.examples["Education"]["school"] == "Tarn University"
    said = tomllib.loads(suggest_mapping(tmp_path / "officials.jsonl", TODAY))
    (party,) = [each for each in said["record"] if each.get("each") == "parties"]
    assert party["values"]["kind"] == {"constant": "membership"}
    assert not [each for each in said["ignore"] if each.endswith(".parent") or each.startswith("born")]
    assert [each.code for each in result.findings if each.severity != "info"] == []


def test_departments_under_titles_short_months_and_diplomas_by_kind(tmp_path: Path) -> None:
    result = checked(tmp_path, ROSTER, "名册.csv")
    assert result.records == {"Cadre": 4, "Tenure": 4, "学历学位/全日制": 4, "学历学位/在职": 1}
    assert result.filled["Cadre"]["birth_month"] == 4
    assert result.examples["Cadre"]["birth_month"] == "1971-03"
    assert result.examples["Tenure"]["unit_name"] == "县水文局办公室"
    assert [result.examples["学历学位/在职"][name] for name in ("mode", "level")] == ["在职", "大学"]
    said = tomllib.loads(suggest_mapping(tmp_path / "名册.csv", TODAY))
    assert said["record"][0]["identify"] == {"own_id": "内部编号"}
    assert [each.code for each in result.findings if each.severity != "info"] == []
