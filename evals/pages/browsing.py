"""People at the app: each a browser that knows nothing of the others. The one door to Playwright."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Error, Page, sync_playwright

from evals.errors import EvalError

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
LONGEST_MS = 30_000
LONGEST_OF_MANY_MS = 180_000
"""Milliseconds that one of many people waits at most."""
_WINDOW = {"width": 1280, "height": 900}
_BOX = '[data-testid="stChatInputTextArea"]'
_ASKED = ".st-key-present .gb-question h2"
_DRAWN = "document.querySelector('.gb-unseen') && !document.querySelector('[data-test-script-state=running]')"


class Visitor:
    """A person at a page.

    Args:
        page: The browser's page.
    """

    def __init__(self, page: Page) -> None:
        self._page = page

    def go(self, address: str, shown: str) -> float:
        """Open an address and wait until something is shown; the milliseconds that it took.

        Args:
            address: The address.
            shown: A selector of what must be shown.

        Raises:
            EvalError: It was not shown in time.
        """
        began = time.perf_counter()
        try:
            self._page.goto(address, wait_until="commit")
            self._page.wait_for_selector(shown, timeout=LONGEST_MS)
        except Error as error:
            raise EvalError(f"page {address}: {error.message.splitlines()[0]} Look at it.") from None
        return (time.perf_counter() - began) * 1000

    def rest(self) -> None:
        """Wait until the page is drawn."""
        self._page.wait_for_function(_DRAWN, timeout=LONGEST_MS)

    def note(self, script: str) -> None:
        """Run a script of our own in the page."""
        self._page.evaluate(script)

    def do(self, act: str, target: str, value: str, until: str) -> float:
        """Do something and wait for what comes of it; the milliseconds that it took.

        Args:
            act: ``click``, ``type`` (letter by letter) or ``send`` (type, then Enter).
            target: A selector of what it is done to; the first that is found.
            value: What is typed.
            until: A condition in JavaScript that holds when what comes of it is shown, and not before.

        Raises:
            EvalError: Nothing came of it in time, or it was there before.
        """
        if self._page.evaluate(f"Boolean({until})"):
            raise EvalError(f"act {act} {target}: what should come of it is there already. Correct its condition.")
        found = self._page.locator(target).first
        try:
            if act != "click":
                found.fill(value, timeout=LONGEST_MS)
            began = time.perf_counter()
            if act == "click":
                found.click(timeout=LONGEST_MS)
            elif act == "send":
                found.press("Enter")
            self._page.wait_for_function(f"Boolean({until})", polling=5, timeout=LONGEST_MS)
        except Error as error:
            raise EvalError(f"act {act} {target}: {error.message.splitlines()[0]} Look at the page.") from None
        return (time.perf_counter() - began) * 1000

    def open(self, address: str) -> None:
        """Open the page 问答."""
        self.go(address, _BOX)
        self.rest()

    def ask(self, question: str) -> None:
        """Type a question and send it; nobody waits for the answer."""
        box = self._page.locator(_BOX)
        box.fill(question)
        box.press("Enter")

    def wait_for_answer(self, question: str) -> None:
        """Wait until a question stands as the present one and its answer is drawn.

        Raises:
            EvalError: It was not answered in time.
        """
        try:
            self._page.wait_for_function(
                "([selector, question]) => document.querySelector(selector)?.innerText.trim() === question",
                arg=[_ASKED, question],
                timeout=LONGEST_OF_MANY_MS,
            )
            self._page.wait_for_function(_DRAWN, timeout=LONGEST_OF_MANY_MS)
        except Error as error:
            raise EvalError(f"question {question}: {error.message.splitlines()[0]} Look at the page.") from None

    def read(self) -> tuple[str, str]:
        """The present question, and all that the page shows."""
        return self._page.locator(_ASKED).first.inner_text().strip(), self._page.locator(".stMain").inner_text()

    @property
    def address(self) -> str:
        """Where the person is."""
        return str(self._page.url)


@contextmanager
def visitors(count: int) -> Iterator[tuple[Visitor, ...]]:
    """Some people, each with a browser of their own.

    Raises:
        EvalError: Chromium is not installed.
    """
    found = next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise EvalError("Chromium: it is not installed. Install it.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield tuple(Visitor(_page(browser)) for _ in range(count))
        browser.close()


def _page(browser: Browser) -> Page:
    return browser.new_context(viewport={"width": _WINDOW["width"], "height": _WINDOW["height"]}).new_page()
