"""The page 检索 as a person meets it: results while one types, facets, the list, in both widths."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.app.web.looking import barriers, settled, spills

pytestmark = pytest.mark.browser
CLAUSE = "zj-graded/19/smart-factory/a"


def test_results_come_while_one_types_and_a_facet_narrows_them(address: str, page: Page) -> None:
    page.goto(f"{address}/search")
    box = page.get_by_label("检索条款")
    box.wait_for(timeout=60_000)  # the first page of a server that has just begun
    box.press_sequentially("设备联网", delay=40)
    page.wait_for_selector(f'[data-clause="{CLAUSE}"]')
    assert "设备" in page.inner_text("mark.gb-word >> nth=0")
    page.locator('[data-pick="tier=smart-factory"]').click()
    expect(page.locator('[data-pick="tier=smart-factory"]')).to_have_attribute("aria-pressed", "true")
    expect(page.locator('[data-pick="tier=smart-factory"]')).to_be_focused()
    page.wait_for_url("**tier=smart-factory**")
    settled(page)
    page.wait_for_function(
        "[...document.querySelectorAll('.gb-place')].every(one => one.innerText.split(' · ')[1] === '省级智能工厂')"
    )
    page.reload()
    page.wait_for_selector(f'[data-clause="{CLAUSE}"]')
    assert page.get_by_label("检索条款").input_value() == "设备联网"
    page.get_by_text("怎样找到的").first.click()
    expect(page.get_by_text("字面上有问题里的词").first).to_be_visible()


def test_a_saved_clause_is_kept_and_can_be_taken_along(address: str, page: Page) -> None:
    page.goto(f"{address}/search?q=设备联网&tier=smart-factory")
    page.get_by_role("button", name="收藏", exact=True).first.click()
    page.get_by_role("button", name="收藏夹 1").click()
    page.wait_for_selector("text=收藏的条款（1）")
    page.wait_for_url("**saved=**")
    with page.expect_download() as download:
        page.get_by_role("button", name="下载 Word").click()
    assert download.value.suggested_filename == "条款清单.docx"
    page.get_by_role("link", name="关于").first.click()
    page.wait_for_selector("text=文件与出处")
    page.get_by_role("link", name="检索").first.click()
    page.wait_for_selector("text=收藏的条款（1）")


@pytest.mark.parametrize("width", [1280, 390])
def test_everybody_can_use_it(address: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{address}/search?q=设备联网&clause={CLAUSE}")
    page.wait_for_selector("mark.gb-span")
    settled(page)
    assert spills(page) == 0
    assert barriers(page) == {}


def test_on_a_phone_the_facets_unfold(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/search?q=设备联网")
    value = page.locator('[data-pick="tier=smart-factory"]')
    value.wait_for(state="attached")
    assert not value.is_visible()
    page.get_by_text("筛选", exact=True).click()
    value.click()
    page.wait_for_selector("text=筛选（已选 1）")
    expect(value).to_be_visible()
