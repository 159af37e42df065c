"""A real server and a real browser. The server is started by the command that a person would use."""

import os
import re
from collections.abc import Callable, Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import pytest
from browser.look import ROOT, Server, settle
from browser.walk import Person
from playwright.sync_api import Browser, Page, sync_playwright

from fundapp.basis.days import day_of
from fundapp.basis.roles import Role
from fundapp.demo.build import build_demo
from fundapp.demo_mark import read_mark

ARTIFACTS = ROOT / "tests/.artifacts"
QUIET = ("--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync")

FAILED = pytest.StashKey[bool]()

SIZES = {"phone": (390, 844), "tablet": (820, 1180), "desktop": (1440, 900)}
LOCALES = {"ja": "ja-JP", "en": "en-GB"}
PHONE = "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Leave a mark at a test that failed, for the pictures that `browse` takes at its end."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser that tests/run.py found, named in CHROMIUM; else Playwright's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The open demo of today, built once. Copied, never changed."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    folder.mkdir()
    build_demo(folder, "open", day_of(datetime.now(UTC)))
    return folder


@pytest.fixture(scope="module")
def server(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a copy of the demo for each test module."""
    folder = tmp_path_factory.mktemp("server")
    running = Server(copytree(demo_folder, folder / "data"), folder / "log")
    yield running
    running.end()


@pytest.fixture
def own_server(demo_folder: Path, tmp_path: Path) -> Iterator[Server]:
    """A server with a copy of the demo for this test alone."""
    running = Server(copytree(demo_folder, tmp_path / "data"), tmp_path / "log")
    yield running
    if running.process.poll() is None:
        running.end()


@pytest.fixture
def browse(chromium: Browser, server: Server, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """A new browser: `browse(size="tablet", language="ja", scheme="light")`. Script errors fail the test.

    With `touch` it has a screen for fingers, and persons tap instead of clicking. When the test fails, or SHOTS is set,
    the last thing that everybody saw is in tests/.artifacts.
    """
    opened = []
    errors: list[str] = []

    def open_browser(
        *, size: str = "desktop", language: str = "en", scheme: str = "light", touch: bool = False
    ) -> Page:
        width, height = SIZES[size]
        context = chromium.new_context(
            base_url=server.url,
            viewport={"width": width, "height": height},
            locale=LOCALES[language],
            color_scheme=scheme,
            has_touch=touch,
            user_agent=PHONE if size == "phone" else None,
        )
        opened.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        return page

    yield open_browser
    if os.environ.get("SHOTS") or request.node.stash.get(FAILED, False):
        ARTIFACTS.mkdir(exist_ok=True)
        name = re.sub(r"\W+", "-", request.node.name).strip("-")
        for number, context in enumerate(opened):
            for page in context.pages:
                page.screenshot(path=ARTIFACTS / f"{name}-{number}.png", full_page=True)
    for context in opened:
        context.close()
    assert errors == []


@pytest.fixture
def sign_in(browse: Callable[..., Page], server: Server) -> Callable[..., Page]:
    """Sign in by a demo card and wait for the page: `sign_in(Role.AUDITOR, "/record", size="phone")`."""

    def enter(role: Role, path: str = "/", **kwargs: str) -> Page:
        mark = read_mark(server.folder)
        card = next(one for one in mark.sign_ins if role in one.roles)
        page = browse(**kwargs)
        page.goto(path)
        page.locator(f'button[value="{card.name}"]').click()
        settle(page)
        return page

    return enter


@pytest.fixture
def person(browse: Callable[..., Page]) -> Callable[..., Person]:
    """Sign in by the card of one of the demo's cast: `person("vc", "/meeting", size="tablet", language="ja")`."""

    def enter(name: str, path: str = "/", *, language: str = "ja", **kwargs: str | bool) -> Person:
        page = browse(language=language, **kwargs)
        page.goto(path)
        page.locator(f'button[value="{name}"]').click()
        settle(page)
        return Person(page, name, language)

    return enter
