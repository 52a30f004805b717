"""The chart of a plan: a native one with the plan's values, and a workbook to edit it from."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from drafting.exports.word import word_file
from drafting.word.charts import Chart, chart_part, chart_workbook, drawing
from tests.drafting.exports.made_up_plan import FIRST, item, plan

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
CHART = Chart("就绪度", ("甲&乙", "丙", "丁"), {"已就绪": (0.25, 1.0, 0.0), "都满足时": (0.5, 1.0, 1.0)})


def read(xml: str) -> tuple[str, dict[str, dict[str, float]]]:
    """A chart's kind, and its values by series and name."""
    root = ElementTree.fromstring(xml)
    area = root.find(f"{C}chart/{C}plotArea")
    assert area is not None
    kind = next(node.tag.removeprefix(C) for node in area if node.tag.endswith("Chart"))
    found = {}
    for series in area.iter(f"{C}ser"):
        name, names, values = (
            [one.text or "" for one in series.findall(f"{C}{part}//{C}pt/{C}v")] for part in ("tx", "cat", "val")
        )
        found[name[0]] = dict(zip(names, map(float, values), strict=True))
    return kind, found


def test_a_chart_holds_its_values() -> None:
    kind, found = read(chart_part(CHART))
    assert kind == "radarChart"
    assert found == {name: dict(zip(CHART.names, values, strict=True)) for name, values in CHART.series.items()}


def test_few_names_make_bars() -> None:
    kind, found = read(chart_part(Chart("就绪度", ("甲", "乙"), {"已就绪": (0.5, 1.0)})))
    assert (kind, found) == ("barChart", {"已就绪": {"甲": 0.5, "乙": 1.0}})


def test_the_workbook_in_it_holds_the_same() -> None:
    sheet = load_workbook(BytesIO(chart_workbook(CHART))).active
    assert sheet is not None and sheet.title == "Sheet1"
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert rows[0][1:] == ["已就绪", "都满足时"]
    assert rows[1:] == [["甲&乙", 0.25, 0.5], ["丙", 1, 1], ["丁", 0, 1]]


def test_who_does_not_see_it_is_told_it() -> None:
    assert 'descr="就绪度。甲&amp;乙：已就绪 25.0%，都满足时 50.0%；' in drawing(CHART, 1, "rId9")


@pytest.mark.parametrize(("fewer", "kind"), [(False, "radarChart"), (True, "barChart")])
def test_a_plan_shows_how_ready_each_domain_is(fewer: bool, kind: str) -> None:
    made = plan(items=(item(FIRST, ("met",), "met"),)) if fewer else plan()
    with ZipFile(BytesIO(word_file(made))) as archive:
        chart = archive.read("word/charts/chart1.xml").decode()
        relations = archive.read("word/charts/_rels/chart1.xml.rels").decode()
        body = archive.read("word/document.xml").decode()
        assert load_workbook(BytesIO(archive.read("word/embeddings/chart1.xlsx"))).sheetnames == ["Sheet1"]
    assert 'r:id="rIdChart1"' in body and "../embeddings/chart1.xlsx" in relations
    drawn, found = read(chart)
    assert drawn == kind
    assert found["已就绪"] == {one.domain: round(one.readiness, 4) for one in made.domains}
    assert found["其中有证据的"] == {one.domain: round(one.proved, 4) for one in made.domains}
