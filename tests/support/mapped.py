"""Two small tables and the mappings that read them: a CSV of people, JSON with a list inside each person."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_CSV: Final = """Nr;Name;Geschlecht;Geboren;Posten
1;Ann Beispiel;w;14.03.1961;甲市财政局局长;乙市审计局科员
2;Bo Muster;m;1975;甲市水利局副局长
3;Cy Probe;w;unbekannt;
"""
_CSV_MAPPING: Final = """
[source]
issuer = "Office"
date = "2024-06-30"
[read]
delimiter = ";"
[[record]]
type = "Cadre"
identify = { office = "Nr" }
[record.values]
name = "Name"
sex = "Geschlecht"
birth_month = { column = "Geboren", date = "dd.mm.yyyy" }
[[record]]
type = "Tenure"
each = { column = "Posten", match = '(?P<unit>.+?局)(?P<title>\\S+)' }
[record.values]
unit_name = "unit"
title = "title"
[record.links.cadre]
record = "Cadre"
"""
_JSON: Final = """{"people": [
  {"person": {"name": "Ann Beispiel", "born": 1961},
   "offices": [{"body": {"name": "Council"}, "role": "member", "from": "2014", "to": "2019-05-31"},
               {"body": {"name": "Finance Committee"}, "role": "chair", "from": "2019-06", "to": "present"}]},
  {"person": {"name": "Bo Muster", "born": "1975-04"},
   "offices": [{"body": {"name": "Council"}, "role": "member", "from": "2020-01-01"}]}
]}
"""
_JSON_MAPPING: Final = """
[source]
issuer = "Gazette"
date = "2024-06-30"
[read]
rows = "people"
[[record]]
type = "Cadre"
[record.values]
name = "person.name"
birth_month = "person.born"
[[record]]
type = "Tenure"
each = "offices"
[record.values]
unit_name = "body.name"
title = "role"
start = "from"
end = { column = "to", empty = "current", inclusive = true }
[record.links.cadre]
name = "../person.name"
birth_month = "../person.born"
"""


def write_tables(folder: Path) -> dict[str, Path]:
    """The two tables, written into the folder, by the name of their format; the mapping of each lies beside it."""
    written = {"table_csv": folder / "people.csv", "table_json": folder / "offices.json"}
    for path, table, mapping in zip(written.values(), (_CSV, _JSON), (_CSV_MAPPING, _JSON_MAPPING), strict=True):
        path.write_text(table, "utf-8")
        mapping_of(path).write_text(mapping, "utf-8")
    return written


def mapping_of(table: Path) -> Path:
    """Where the mapping of such a table lies."""
    return table.with_suffix(".toml")
