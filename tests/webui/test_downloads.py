"""Downloads on the pages of a cadre and of a unit."""

from __future__ import annotations

import io

import docx
import openpyxl
import pytest
from flask.testing import FlaskClient

from queries.search import find_cadres
from tests.webui.conftest import City


@pytest.mark.parametrize("ending", ["lrmx", "docx"])
def test_a_form_is_sent_as_a_file(city: City, client: FlaskClient, ending: str) -> None:
    (cadre,) = find_cadres(city.graph, city.showcase)
    page = client.get(f"/cadres/{cadre.id}").get_data(as_text=True)
    assert f"/cadres/{cadre.id}/form.{ending}" in page
    sent = client.get(f"/cadres/{cadre.id}/form.{ending}")
    assert sent.status_code == 200
    assert sent.headers["Content-Disposition"].startswith("attachment")
    told = sent.data.decode() if ending == "lrmx" else docx.Document(io.BytesIO(sent.data)).sections[0].footer
    assert "限定范围" in (told if isinstance(told, str) else told.paragraphs[0].text)


@pytest.mark.parametrize("kind", ["cadres", "appointments", "headcount", "leaders"])
def test_a_roster_of_a_unit(city: City, client: FlaskClient, kind: str) -> None:
    rows = city.graph.read(
        "MATCH (u:Unit)<-[:AT_UNIT]-(t:Tenure) WHERE t.end_status = 'current' RETURN u.id AS id LIMIT 1"
    )
    page = client.get(f"/units/{rows[0]['id']}").get_data(as_text=True)
    address = f"/units/{rows[0]['id']}/roster/{kind}.xlsx"
    assert address in page
    sheet = openpyxl.load_workbook(io.BytesIO(client.get(address).data)).worksheets[0]
    assert sheet["A6"].value == 1


@pytest.mark.parametrize(
    "address", ["/cadres/none/form.pdf", "/cadres/none/form.exe", "/units/none/roster/cadres.xlsx"]
)
def test_what_there_is_not(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404
