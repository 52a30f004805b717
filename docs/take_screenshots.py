"""Takes the pictures of the README from the running app, over whatever the data folder holds.

Run it from anywhere: ``python docs/take_screenshots.py [--data DIR]``. It starts the app on a free local port and
needs Chromium and a built data folder; the picture shows the model's sentence where the model is installed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402
from playwright.sync_api import Page, TimeoutError, sync_playwright  # noqa: E402

from app.running_commands import streamlit_command  # noqa: E402
from app.settings import read_settings  # noqa: E402

QUESTION = "智能工厂对设备运维有什么要求"
FOLLOW_UP = "那未来工厂呢"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
START_S = 60.0
SENTENCE_MS = 30_000
SETTLE_MS = 2_000
LARGEST = 300_000

VIEWS = {
    "search": ("search?q=设备联网", ".gb-clause", None),
    "matrix": ("matrix?cell=19.smart-factory", ".st-key-aside .gb-clause", None),
    "tiers": ("tiers", ".gb-force", None),
    "compare": ("compare?left=zj-trial&right=zj-graded", ".gb-force", None),
    "map": ("map?pick=capability:19", ".gb-claim", None),
    "library": ("library?view=documents", ".stMain", None),
}
"""Pictures of pages: the address, what must be shown, what is clicked before."""


def main() -> int:
    """Take the pictures; returns an exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images")
    given = parser.parse_args()
    chromium = next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)
    if chromium is None:
        sys.stderr.write("error: Chromium: it is not installed. Install it.\n")
        return 1
    given.out.mkdir(parents=True, exist_ok=True)
    with served(read_settings(given.data).data) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        take_answer(page, address, given.out / "answer.png")
        for name in VIEWS:
            take_view(page, address, name, given.out / f"{name}.png")
        browser.close()
    for path in given.out.glob("*.png"):
        shrink(path)
    large = [path.name for path in given.out.glob("*.png") if path.stat().st_size > LARGEST]
    if large:
        sys.stderr.write(f"error: {', '.join(large)}: larger than {LARGEST} bytes. Choose a smaller window.\n")
    return 1 if large else 0


def take_answer(page: Page, address: str, target: Path) -> None:
    """The answer to a follow-up, below the question that it follows, with the place in the document beside it."""
    page.goto(f"{address}/?q={quote(QUESTION)}")
    wait_for_sentence(page)
    box = page.get_by_label("向标准提问")
    box.fill(FOLLOW_UP)
    box.press("Enter")
    page.wait_for_selector(".st-key-present .gb-taken")
    wait_for_sentence(page)
    page.locator(".st-key-present").get_by_role("button", name="看原文").first.click()
    page.wait_for_selector("mark.gb-span")
    page.evaluate("document.querySelector('.st-key-turn-1').scrollIntoView()")
    page.wait_for_timeout(SETTLE_MS)
    page.screenshot(path=str(target))


def wait_for_sentence(page: Page) -> None:
    """Wait for the model's sentence; say so where none comes."""
    try:
        page.wait_for_selector(".st-key-present .gb-generated", timeout=SENTENCE_MS)
    except TimeoutError:
        sys.stderr.write("note: the picture has no sentence of the model; it is missing or its drafts failed.\n")


def take_view(page: Page, address: str, name: str, target: Path) -> None:
    """A page as its address restores it."""
    where, shown, clicked = VIEWS[name]
    page.goto(f"{address}/{where}")
    page.wait_for_selector(shown)
    if clicked:
        page.locator(clicked).first.click()
    page.wait_for_timeout(SETTLE_MS)
    page.screenshot(path=str(target))


def shrink(path: Path) -> None:
    """Keep a picture in 256 colours, which flat pages need no more of."""
    Image.open(path).convert("RGB").quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)


@contextmanager
def served(data: Path) -> Iterator[str]:
    """The app on a free port of this machine, ended afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = streamlit_command(ROOT / "app" / "streamlit_main.py", port, data)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_ready(address)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_until_ready(address: str) -> None:
    """Wait for the server.

    Raises:
        OSError: It was not ready in time.
    """
    until = time.monotonic() + START_S
    while True:
        try:
            urlopen(f"{address}/_stcore/health", timeout=2).close()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


if __name__ == "__main__":
    sys.exit(main())
