"""The page of comparisons as a person meets it, wide and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.app.web.looking import barriers, settled, spills

SIDES = "left=pujiang-plan&right=guangxi-modes"
FIRST_MS = 60_000
"""A page that is the first of its server also waits for what the build is read with."""
WIDTHS = pytest.mark.parametrize("width", [1280, 390])


@pytest.mark.browser
@WIDTHS
def test_two_texts_stand_side_by_side_and_lead_to_their_sources(address: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/compare?{SIDES}&relation=overlaps")
    row = page.locator('[data-relation="overlaps"]').first
    row.wait_for(timeout=FIRST_MS)
    left, right = (row.locator(".gb-side").nth(at).bounding_box() for at in (0, 1))
    assert left is not None and right is not None
    assert (left["y"] == right["y"]) == (width > 640)
    settled(page)
    assert spills(page) == 0
    assert barriers(page) == {}
    row.locator(".gb-cite").first.click()
    page.wait_for_selector("mark.gb-span")
    assert "clause=pujiang-plan" in page.url


@pytest.mark.browser
@WIDTHS
def test_a_cell_of_the_heat_map_shows_its_clauses(address: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/compare?view=topics")
    page.locator('.gb-view-topics [data-pick="cell:0.1"]').click(timeout=FIRST_MS)
    page.wait_for_selector(".st-key-compare-head")
    settled(page)
    assert "cell=0.1" in page.url
    assert page.get_attribute('[data-pick="cell:0.1"]', "aria-pressed") == "true"
    assert spills(page) == 0
    assert barriers(page) == {}
