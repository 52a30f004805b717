"""The page of tiers as a person meets it, wide and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.app.web.looking import barriers, settled, spills

CLAUSE = "zj-graded/19/smart-factory/a"
FIRST_MS = 60_000
"""A page that is the first of its server also waits for what the build is read with."""
WIDTHS = pytest.mark.parametrize("width", [1280, 390])


@pytest.mark.browser
@WIDTHS
def test_from_all_subdomains_to_a_ladder_and_the_place_in_the_document(address: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/tiers?view=all")
    page.locator('[data-pick="subdomain:19"]').click(timeout=FIRST_MS)
    page.wait_for_selector(".gb-rung")
    assert page.locator(".gb-rung").count() == 3
    page.locator(f'[data-clause="{CLAUSE}"] .gb-cite').click()
    page.wait_for_selector("mark.gb-span")
    settled(page)
    assert "subdomain=19" in page.url and "view=rungs" in page.url and "clause=" in page.url
    assert spills(page) == 0
    assert barriers(page) == {}
    page.reload()
    page.wait_for_selector("mark.gb-span")
    assert page.locator(".gb-rung").count() == 3


@pytest.mark.browser
@WIDTHS
def test_the_list_of_a_step_is_sifted_and_taken_away(address: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/tiers")
    page.wait_for_selector('[data-change="new"]', timeout=FIRST_MS)
    settled(page)
    assert spills(page) == 0
    assert barriers(page) == {}
    page.get_by_role("button", name="宜→应").click()
    page.wait_for_selector('[data-change="new"]', state="detached")
    assert "change=raised" in page.url
    with page.expect_download() as found:
        page.get_by_role("button", name="下载 Excel").click()
    assert found.value.suggested_filename == "升级清单 省级数字化车间到省级智能工厂.xlsx"
