"""The page 能力图谱 as a person meets it: a cell, a graph that can be walked, a query, in both widths."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.app.web.looking import barriers, settled, spills

pytestmark = pytest.mark.browser


def test_from_the_matrix_to_the_graph_and_on(address: str, page: Page) -> None:
    page.goto(f"{address}/matrix")
    cell = page.locator('[data-pick="19.smart-factory"]')
    cell.wait_for(timeout=60_000)  # the first page of a server that has just begun
    cell.click()
    page.wait_for_selector('[data-clause="zj-graded/19/smart-factory/a"]')
    page.get_by_role("button", name="看图谱").click()
    page.wait_for_selector("h2:has-text('设备运维')")
    page.wait_for_url("**node=capability**")
    page.locator('[data-pick="tier/smart-factory"]').click()
    page.wait_for_selector("text=60 个邻居")
    expect(page.get_by_role("button", name="设备运维", exact=True).first).to_be_visible()
    page.reload()
    page.wait_for_selector("h2:has-text('省级智能工厂')")


def test_a_point_of_the_picture_leads_to_its_neighbours(address: str, page: Page) -> None:
    page.goto(f"{address}/matrix?view=graph&node=capability/19")
    held = page.wait_for_selector("iframe")
    frame = held.content_frame() if held else None
    assert frame is not None
    drawn = "document.getElementById('cy')?._cyreg?.cy?.getElementById('tier/digital-workshop')"
    frame.wait_for_function(f"{drawn}?.renderedPosition()?.x > 0")
    place = frame.evaluate(f"{drawn}.renderedPosition()")
    frame.locator("#cy").click(position={"x": place["x"], "y": place["y"]})
    page.wait_for_selector("h2:has-text('省级数字化车间')")


def test_a_named_query_is_answered_and_its_ids_lead_to_the_source(address: str, page: Page) -> None:
    page.goto(f"{address}/matrix?view=sparql&query=requirements-of-cell")
    page.get_by_role("button", name="zj-graded/19/smart-factory/a").click()
    page.wait_for_selector("mark.gb-span")
    with page.expect_download() as download:
        page.get_by_role("button", name="下载 Excel").click()
    assert download.value.suggested_filename.endswith(".xlsx")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("view", ["?cell=19.smart-factory", "?view=graph", "?view=sparql&query=cells-not-required"])
def test_everybody_can_use_it(address: str, page: Page, width: int, view: str) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{address}/matrix{view}")
    page.wait_for_selector(".gb-clause, .gb-near, .gb-rows")
    settled(page)
    assert spills(page) == 0
    assert barriers(page) == {}
