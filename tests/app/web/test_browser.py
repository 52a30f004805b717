"""The app as a person meets it: the real server, a real browser, one question, one place in the document."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page

from corpus.library import load_corpus
from tests.app.web.looking import barriers, settled, spills

EXAMPLE = "智能工厂对设备运维有什么要求"
CLAUSE = "zj-graded/19/smart-factory/a"


@pytest.mark.browser
def test_ask_and_see_the_place_in_the_document(address: str, page: Page) -> None:
    clause = next(one for one in load_corpus().clauses if one.id == CLAUSE)
    page.goto(address)
    ask(page, "智能工厂对设备运维有什么要求")
    page.wait_for_selector(f'[data-clause="{CLAUSE}"]')
    assert "应" in page.inner_text(f'[data-clause="{CLAUSE}"] .gb-badges')
    page.get_by_role("button", name="看原文").first.click()
    page.wait_for_selector("mark.gb-span")
    assert page.text_content("mark.gb-span") == clause.text
    page.wait_for_timeout(600)  # the panel settles where it opens
    assert in_view(page), "the highlighted characters are not in view"


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_an_example_is_answered_and_its_numbers_open_the_source_by_keyboard(
    address: str, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(address)
    settled(page)
    assert (spills(page), barriers(page)) == (0, {})
    page.get_by_role("button", name=EXAMPLE).click()
    page.wait_for_selector(f'[data-clause="{CLAUSE}"]')
    settled(page)
    assert page.evaluate("document.querySelector('.gb-conclusion').getBoundingClientRect().top") < 500
    number = page.locator(".gb-conclusion .gb-ref").first
    number.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("mark.gb-span")
    settled(page)
    assert number.get_attribute("aria-pressed") == "true" and "clause=zj-graded" in page.url
    assert page.evaluate("document.activeElement.className") == "gb-ref"
    assert (spills(page), barriers(page)) == (0, {})


@pytest.mark.browser
def test_a_reading_is_changed_taken_along_and_there_after_a_reload(address: str, page: Page, tmp_path: Path) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/?q={EXAMPLE}")
    page.get_by_role("button", name="等级 省级智能工厂").click()
    page.get_by_text("未来工厂", exact=True).click()
    page.wait_for_selector('[data-clause="zj-graded/19/future-factory/a"]')
    page.get_by_role("button", name="等级 未来工厂（已选）").wait_for()
    page.get_by_role("button", name="那省级智能工厂呢").click()
    page.wait_for_selector(".gb-asked-before")
    settled(page)
    page.get_by_role("button", name="带出处复制").click()
    page.get_by_role("button", name="已复制").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("问：那省级智能工厂呢") and f"（{CLAUSE}，原文字符" in copied
    page.get_by_role("button", name="导出对话").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Word 文档").click()
    download.value.save_as(tmp_path / "taken.docx")
    assert EXAMPLE in [one.text for one in Document(str(tmp_path / "taken.docx")).paragraphs]
    page.reload()
    page.locator(".gb-conclusion .gb-words").nth(1).wait_for()
    conclusions = page.locator(".gb-conclusion .gb-words").all_inner_texts()
    assert "未来工厂在" in conclusions[0] and "省级智能工厂在" in conclusions[1]


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_a_follow_up_stands_in_view_below_what_was_asked(address: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(address)
    ask(page, "智能工厂对设备运维有什么要求")
    page.wait_for_selector(f'[data-clause="{CLAUSE}"]')
    ask(page, "那未来工厂呢")
    page.wait_for_selector('[data-clause="zj-graded/19/future-factory/a"]')
    assert page.inner_text(".st-key-present .gb-taken") == "接上一问，按“未来工厂对设备运维有什么要求”理解。"
    page.wait_for_timeout(1200)  # the page settles
    assert page.locator(".st-key-present .gb-conclusion").bounding_box()["y"] < 600  # type: ignore[index]
    assert page.locator(".gb-asked-before h2").inner_text() == "智能工厂对设备运维有什么要求"
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.get_by_role("button", name="新的对话").click()
    page.wait_for_selector(".gb-library")


@pytest.mark.browser
def test_pick_a_cell_of_the_matrix(address: str, page: Page) -> None:
    page.goto(f"{address}/matrix")
    page.locator('[data-pick="19.smart-factory"]').click()
    page.wait_for_selector(f'[data-clause="{CLAUSE}"]')
    assert page.get_attribute('[data-pick="19.smart-factory"]', "aria-pressed") == "true"
    assert "cell=19.smart-factory" in page.url


@pytest.mark.browser
def test_an_open_source_does_not_follow_to_another_page(address: str, page: Page) -> None:
    page.goto(f"{address}/?q=智能工厂对设备运维有什么要求")
    page.get_by_role("button", name="看原文").first.click()
    page.wait_for_selector("mark.gb-span")
    page.get_by_role("link", name="检索").first.click()
    page.get_by_label("检索条款").wait_for()
    page.wait_for_selector("mark.gb-span", state="detached")


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_proposed_stands_apart_and_opens_its_reason(address: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{address}/?q=智能工厂对设备运维有什么要求")
    page.wait_for_selector(".gb-aside")
    assert page.inner_text(".gb-aside summary").startswith("推定（非官方，文本未写明）")
    reason = page.locator(".gb-aside details").first
    before = reason.inner_text()
    reason.locator("summary").click()
    assert len(reason.inner_text()) > len(before)
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.browser
def test_on_a_phone_the_drawer_closes_when_a_page_is_chosen(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 780})
    page.goto(address)
    settled(page)
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_test_id("stSidebarNavLink").filter(has_text="检索").click()
    page.get_by_label("检索条款").wait_for()
    page.get_by_test_id("stExpandSidebarButton").wait_for()
    page.get_by_label("检索条款").click(timeout=5000)


@pytest.mark.browser
def test_what_can_be_used_looks_so(address: str, page: Page) -> None:
    page.goto(address)
    box = page.get_by_test_id("stChatInput").locator("> div")
    colour = "element => getComputedStyle(element).backgroundColor"
    box.wait_for()
    assert box.evaluate(colour) == "rgb(255, 255, 255)"
    page.get_by_label("向标准提问").fill("设备运维")
    submit = page.get_by_test_id("stChatInputSubmitButton")
    page.wait_for_function(f"element => ({colour})(element) === 'rgb(23, 80, 127)'", arg=submit.element_handle())


def ask(page: Page, question: str) -> None:
    """Types a question and sends it."""
    page.get_by_label("向标准提问").fill(question)
    page.get_by_label("向标准提问").press("Enter")


def in_view(page: Page) -> bool:
    script = """() => {
      const mark = document.querySelector('mark.gb-span').getBoundingClientRect();
      const box = document.querySelector('.gb-source').getBoundingClientRect();
      return mark.top >= box.top && mark.top < box.bottom && mark.top < window.innerHeight;
    }"""
    return bool(page.evaluate(script))
