"""What holds for every page: it fits its window, everybody can use it, both themes and languages are whole."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from app.web.entry import CHAPTERS
from tests.app.web.looking import barriers, settled, spills

CHINESE = re.compile(r"[\u4e00-\u9fff]")
ADDRESSES = [one.address for one in CHAPTERS]


@pytest.mark.browser
@pytest.mark.parametrize("where", ADDRESSES)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_it_fits_its_window_and_keeps_nobody_out(address: str, page: Page, where: str, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 860})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{address}/{where}")
    settled(page)
    assert page.locator("[data-testid=stException]").count() == 0
    assert spills(page) == 0
    assert barriers(page) == {}
    assert said == []


@pytest.mark.browser
@pytest.mark.parametrize("where", ADDRESSES)
def test_labels_are_english_on_the_switch(address: str, page: Page, where: str) -> None:
    page.goto(f"{address}/{where}?lang=EN")
    settled(page)
    labels = page.locator(".stMain :is(label, h1, h2, .gb-title, button[kind=primary], [data-testid=stRadio] p)")
    shown = [text for text in labels.all_inner_texts() if text.strip()]
    titled = [text for text in shown if CHINESE.search(text) and not CHINESE.search(text).start()]  # type: ignore[union-attr]
    assert page.evaluate("document.documentElement.lang") == "en"
    assert titled == [], "these begin in Chinese"


@pytest.mark.browser
def test_the_language_is_chosen_once_for_all_pages(address: str, page: Page) -> None:
    page.goto(address)
    settled(page)
    page.locator(".st-key-languages").get_by_text("EN", exact=True).click()
    page.get_by_role("link", name="Search").first.wait_for()
    page.get_by_role("link", name="About").first.click()
    page.wait_for_url("**/about*")
    settled(page)
    assert page.get_by_role("link", name="Search").count() > 0
    assert page.evaluate("document.documentElement.lang") == "en"


@pytest.mark.browser
def test_nothing_is_asked_of_any_other_machine(address: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for where in ADDRESSES:
        page.goto(f"{address}/{where}")
        settled(page)
    local = ("http://127.0.0.1", "data:", "blob:", "ws://127.0.0.1")
    assert [one for one in asked if not one.startswith(local)] == []


@pytest.mark.browser
def test_every_page_is_known_by_its_address(address: str, page: Page) -> None:
    for where in ADDRESSES:
        page.goto(f"{address}/{where}")
        settled(page)
        assert page.get_by_text("Page not found").count() == 0
