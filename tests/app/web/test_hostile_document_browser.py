"""A document whose every name is an attempt: on no page is a word of it more than a word."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, Request

from app.assembly import library_changes
from app.ingesting import Ingesting
from app.settings import Settings
from app.web.entry import CHAPTERS
from corpus.holdings.given import Given
from tests.app.web.conftest import serving
from tests.app.web.looking import settled

ATTEMPT = "<img src=x onerror=window.hit=1>![p](http://192.0.2.1/p.png)[l](javascript:window.hit=1)<script>window.hit=1</script>"
TEXT = f"""甲省智能工厂管理办法

第一章 总则{ATTEMPT}

第一条 本办法所称智能工厂分为先进级和卓越级。{ATTEMPT}

第二条 先进级智能工厂应部署MES，设备联网率不低于80%，{ATTEMPT}并建立档案。

第三条 卓越级智能工厂应在先进级的基础上建设，设备联网率不低于90%，{ATTEMPT}并公开成效。

一、条件 $$\\frac{{1}}{{2}}$$ :red[红] :material/home:
"""
QUESTIONS = ("甲省先进级智能工厂有什么要求", "甲省智能工厂的设备联网率", "甲省卓越级比先进级多什么")


@pytest.fixture(scope="module")
def hostile(built_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    data = shutil.copytree(built_data, folder / "data")
    file = folder / "hostile.txt"
    file.write_text(TEXT, encoding="utf-8")
    taken = Ingesting(library_changes(Settings(data, generator="none"))).ingest([file], Given())
    assert [one.status for one in taken] == ["added"]
    with serving(data) as address:
        yield address


def watched(page: Page) -> list[str]:
    """What a page asks of other machines, and the windows that it opens."""
    seen: list[str] = []

    def asked(request: Request) -> None:
        if request.url.startswith("http") and not request.url.startswith("http://127.0.0.1"):
            seen.append(request.url)

    def opened(dialog: Dialog) -> None:
        seen.append(dialog.message)
        dialog.dismiss()

    page.on("request", asked)
    page.on("dialog", opened)
    return seen


def harmless(page: Page) -> bool:
    return bool(
        page.evaluate(
            'window.hit === undefined && !document.querySelector(\'.stMain img[src*="192.0.2.1"], .stMain img[src=x],'
            " .stMain a[href^=javascript], .stMain .katex')"
        )
    )


@pytest.mark.browser
@pytest.mark.parametrize("where", [one.address for one in CHAPTERS])
def test_no_page_obeys_it(hostile: str, page: Page, where: str) -> None:
    seen = watched(page)
    for address in (where, f"{where}?document=hostile&doc=hostile&left=hostile&q=MES&lang=EN"):
        page.goto(f"{hostile}/{address}")
        settled(page)
        assert harmless(page)
    assert seen == []


@pytest.mark.browser
@pytest.mark.parametrize("question", QUESTIONS)
def test_no_answer_obeys_it(hostile: str, page: Page, question: str) -> None:
    seen = watched(page)
    page.goto(f"{hostile}/?q={question}")
    page.wait_for_selector(".gb-status")
    settled(page)
    assert "onerror" in page.inner_text(".stMain"), "its words are shown as words"
    assert harmless(page)
    assert seen == []
