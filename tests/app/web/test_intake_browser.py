"""Documents taken in, compared and removed in a real browser, over a data folder of their own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.app.web.conftest import serving
from tests.app.web.looking import barriers, settled, spills
from tests.house.source_tree import ROOT

EXAMPLES = ROOT / "docs" / "example"
READ_MS = 60_000
BUILD_MS = 300_000
WIDTHS = (1280, 390)


@pytest.fixture(scope="module")
def own_address(built_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("own") / "data"
    shutil.copytree(built_data, folder, symlinks=True)
    with serving(folder) as found:
        yield found


def drop(page: Page, *names: str) -> None:
    page.locator(".st-key-intake-drop input[type=file]").set_input_files([EXAMPLES / name for name in names])
    for name in names:
        expect(page.locator("tr", has_text=name)).to_be_visible(timeout=READ_MS)


def view(page: Page, name: str) -> None:
    page.locator(".st-key-intake-view").get_by_text(re.compile(name)).click()
    settled(page)


def sound(page: Page) -> None:
    """The page fits both widths, and has no barrier."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        settled(page)
        assert spills(page) == 0 and barriers(page) == {}
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})


@pytest.mark.browser
def test_a_document_and_its_edition_are_taken_in_compared_and_removed(own_address: str, page: Page) -> None:
    page.goto(f"{own_address}/library")
    settled(page)
    sound(page)
    drop(page, "beiyuan-2023.txt", "beiyuan-2026.txt")
    view(page, "^条目$")
    page.locator(".gb-in-rows .gb-in-pick", has_text="数控化率").click()
    expect(page.locator("mark.gb-span")).to_have_text("关键设备数控化率不低于40%；")
    sound(page)

    page.get_by_role("button", name="beiyuan-2026.txt").click()
    expect(page.locator("h3.gb-document")).to_contain_text("北原省智能工厂培育管理办法 新文件")
    view(page, "^文件信息$")
    page.get_by_role("textbox", name="编号").fill("beiyuan-2023")
    page.get_by_role("button", name="改用这些信息").click()
    expect(page.get_by_role("textbox", name="编号")).to_have_value("beiyuan-2023@2", timeout=READ_MS)
    settled(page)
    page.get_by_role("button", name="全部收入（2 份）").click()
    expect(page.locator(".gb-in-told")).to_contain_text("已收入", timeout=BUILD_MS)

    page.goto(f"{own_address}/library?part=library&document=beiyuan-2023%402")
    page.get_by_role("button", name="看第 1 版与第 2 版的差别").click()
    expect(page.locator(".gb-in-diff ins").first).to_be_visible()
    assert "[-宜-]{+应+}建设制造执行系统（MES），实现生产过程可追溯。" in page.locator(".gb-in-diff").inner_text()
    sound(page)
    page.locator(".gb-in-diff .gb-in-pick", has_text="数控化率").click()
    expect(page.locator("mark.gb-span")).to_have_text("关键设备数控化率不低于50%；")
    page.goto(page.url)  # the address restores what is laid side by side, and the open source
    expect(page.locator("mark.gb-span")).to_have_text("关键设备数控化率不低于50%；")

    page.goto(f"{own_address}/library?part=library&document=beiyuan-2023")
    page.get_by_role("button", name="移除…").click()
    page.get_by_role("button", name="移除全部 2 版").click()
    expect(page.locator(".gb-in-told")).to_contain_text("已移除", timeout=BUILD_MS)
    expect(page.locator('[data-pick="beiyuan-2023"]')).to_have_count(0)


@pytest.mark.browser
def test_no_request_leaves_this_machine(address: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for place in ("library", "library?part=library", "about?part=licences"):
        page.goto(f"{address}/{place}")
        settled(page)
    local = (address, address.replace("http", "ws"), "data:", "blob:")
    assert asked and [url for url in asked if not url.startswith(local)] == []


@pytest.mark.browser
@pytest.mark.parametrize("part", ["documents", "models", "checks", "figures", "settings", "licences"])
def test_every_part_about_the_product_can_be_used_by_all(address: str, page: Page, part: str) -> None:
    page.goto(f"{address}/about?part={part}")
    settled(page)
    sound(page)
    assert f"part={part}" in page.url or part == "documents"
