"""What tests of a page in a browser look at: whether it fits its window, and whether everybody can use it."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SERIOUS = frozenset({"serious", "critical"})


def settled(page: Page) -> None:
    """Wait until a page is drawn."""
    page.wait_for_selector(".gb-unseen", state="attached")
    page.wait_for_function("!document.querySelector('[data-test-script-state=running]')")
    page.wait_for_timeout(300)


def spills(page: Page) -> int:
    """How many pixels a page is wider than its window."""
    width, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    return max(0, int(width) - int(window))


def barriers(page: Page) -> dict[str, list[str]]:
    """What keeps people from using a page: each serious finding of axe with the elements it is met at."""
    found = Axe().run(page).response["violations"]
    return {
        one["id"]: [" ".join(node["target"][-1:]) + " " + node["html"][:160] for node in one["nodes"]]
        for one in found
        if one["impact"] in SERIOUS
    }
