"""The app as people meet it: the real server over the founding texts, and a real browser."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from app.assembly import Workspace
from app.running_commands import streamlit_command
from app.settings import Settings
from tests.app.server import free_port, wait_for
from tests.house.source_tree import ROOT

PICTURES = ROOT / ".pictures"
"""Where the picture of a page is kept whose test failed."""
WIDE: ViewportSize = {"width": 1280, "height": 900}


@contextmanager
def serving(data: Path) -> Iterator[str]:
    """The app over a data folder, writing no sentences of its own; its address."""
    port = free_port()
    script = Path(str(files("app") / "streamlit_main.py"))
    environment = {**os.environ, "GONGBIAO_GENERATOR": "none", "PYTHONPATH": str(script.parents[1])}
    command = streamlit_command(script, port, data)
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


@pytest.fixture(scope="session")
def workspace(built_data: Path) -> Workspace:
    """The founding texts; its tests only read."""
    opened = Workspace.open(Settings(built_data, generator="none"))
    assert opened is not None
    return opened


@pytest.fixture(scope="session")
def address(built_data: Path) -> Iterator[str]:
    """The app's address; its tests only read."""
    with serving(built_data) as found:
        yield found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a browser that knows nothing yet; what it showed is kept where its test fails."""
    context = browser.new_context(viewport=WIDE, locale="zh-CN")
    context.set_default_timeout(20_000)
    expect.set_options(timeout=20_000)
    shown = context.new_page()
    failed = request.session.testsfailed
    yield shown
    if request.session.testsfailed > failed:
        PICTURES.mkdir(exist_ok=True)
        shown.screenshot(path=str(PICTURES / f"{request.node.name}.png"), full_page=True)
    context.close()
