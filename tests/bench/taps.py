"""In a browser: from the tap to the end of the run, against an empty page served in the same way."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from figure import Figure
from playwright.sync_api import Browser, Page, sync_playwright
from serving import OURS, WARM, Served, empty_app, frame_alone, framework_alone, new_demo, served

TIMES = 8
DRAWN = "[data-testid=stApp][data-test-script-state=notRunning]"
WATCH = """
(() => {
    let tapped = 0;
    window.ended = 0;
    const tap = () => { tapped = performance.now(); window.ended = 0; };
    addEventListener('click', tap, true);
    addEventListener('keydown', tap, true);
    const look = began => {
        const app = document.querySelector('[data-testid=stApp]');
        if (began !== tapped) return;
        if (app.dataset.testScriptState === 'notRunning') { window.ended = performance.now() - tapped; tapped = 0; }
        else setTimeout(() => look(began), 0);
    };
    // The outermost fields of a message, without what lies in them: field 6 is 0 once a whole run
    // ended well, and 3 once a part has, which counts where a tap runs a part alone.
    const ends = bytes => {
        let at = 0;
        const number = () => {
            let n = 0, shift = 0;
            do { n += (bytes[at] & 127) * 2 ** shift; shift += 7; } while (bytes[at++] > 127);
            return n;
        };
        while (at < bytes.length) {
            const tag = number(), value = number();
            if (tag === 48) return value === 0 || (window.parts && value === 3);
            if (tag % 8 === 2) at += value;
        }
        return false;
    };
    // What draws the page listens after us, so we look once it has had its turn.
    const Plain = window.WebSocket;
    window.WebSocket = class extends Plain {
        constructor(...all) {
            super(...all);
            this.addEventListener('message', ({data}) => {
                if (tapped && ends(new Uint8Array(data))) setTimeout(look, 0, tapped);
            });
        }
    };
})()
"""

PAGES = (
    ("home", "vc", 1.5),
    ("score", "vc", 1.5),
    ("meeting", "vc", 1.5),
    ("proposals", "manager", 2.0),
    ("journal", "manager", 2.0),
    ("commitments", "manager", 3.0),
    ("portfolio", "manager", 3.0),
)
"""The pages, who opens them, and their limit: plain ones, then those with a table, then those with charts."""

PARAGRAPHS = "for n in range(10): st.markdown(f'Paragraph {n}')"
CHOICES = "for n in range(7): st.radio(f'Criterion {n}', [f'**{level}** What must be true' for level in range(6)])"

LEVEL = ".st-key-criterion-B1 [data-testid=stRadioOption]"
NAV = "a[data-testid=stTopNavLink], a[data-testid=stTopNavDropdownLink]"
SLOWEST_S = 10


def _tap(page: Page, press: Callable[[], None]) -> float:
    """How long it took from this press to the end of the run that it caused, in milliseconds."""
    for _try in range(3):
        page.evaluate("window.ended = 0")
        press()
        until = time.monotonic() + SLOWEST_S
        while time.monotonic() < until:
            page.wait_for_timeout(20)
            if took_ms := page.evaluate("window.ended"):
                page.wait_for_timeout(100)
                return float(took_ms)
        # A part that runs by itself broke into this run, which then has no end of its own: it does not count.
    raise TimeoutError(f"no run ended at {page.url}")


def _turn(page: Page, address: str) -> float:
    """A tap on the page's entry in the navigation."""
    link = page.locator(NAV).and_(page.locator(f'[href$="/{address}"]'))
    for section in page.get_by_test_id("stTopNavSection").all():
        if link.count():
            break
        section.click()
        page.wait_for_timeout(150)
    return _tap(page, link.first.click)


def _again(page: Page) -> float:
    return _tap(page, lambda: page.keyboard.press("r"))


@contextmanager
def _opened(browser: Browser, server: Served, card: str = "") -> Iterator[Page]:
    context = browser.new_context(base_url=server.url, viewport={"width": 1440, "height": 900}, locale="ja-JP")
    context.add_init_script(WATCH)
    page = context.new_page()
    if card:
        page.goto("/auth/sign-in")
        page.locator(f'button[value="{card}"]').click()
    else:
        page.goto("/")
    page.wait_for_selector(DRAWN, state="attached")
    page.wait_for_timeout(500)
    yield page
    context.close()


@contextmanager
def _both(launcher: Path = OURS) -> Iterator[tuple[Browser, Served, Served]]:
    with sync_playwright() as playwright, served(empty_app(*WARM)) as bare, served(launcher, new_demo()) as ours:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"])
        yield browser, bare, ours
        browser.close()


def taps() -> list[Figure]:
    """Turning to a page, and a rerun of it, in turn with the same on an empty page."""
    figures = []
    with _both() as (browser, bare, ours):
        for name, card, at_most in PAGES:
            address, other = ("", "meeting") if name == "home" else (name, "")
            turned = Figure(f"turning to {name}", "to an empty page", at_most=at_most)
            rerun = Figure(f"rerun of {name}", "of an empty page", at_most=at_most)
            with _opened(browser, bare) as empty, _opened(browser, ours, card) as page:
                for number in range(TIMES):
                    _turn(page, other), _turn(empty, "")
                    pairs = ((_turn(page, address), _turn(empty, "other")), (_again(page), _again(empty)))
                    if number:
                        turned.add(*pairs[0])
                        rerun.add(*pairs[1])
            figures += [turned, rerun]
    return figures


def frame() -> list[Figure]:
    """What no page can be below: one heading in our frame, with the navigation, the bar and who may open it; and, with
    nothing of ours around them, ten paragraphs, and the seven choices of six levels that an axis of the scorecard has.
    """
    heading = Figure("rerun of one heading in our frame", "of an empty page")
    ten = Figure("rerun of ten paragraphs, nothing of ours", "of an empty page")
    seven = Figure("rerun of seven choices of six levels, nothing of ours", "of an empty page")
    with (
        _both(frame_alone()) as (browser, bare, ours),
        served(framework_alone(PARAGRAPHS, *WARM)) as paragraphs,
        served(framework_alone(CHOICES, *WARM)) as choices,
        _opened(browser, bare) as empty,
        _opened(browser, ours, "vc") as in_frame,
        _opened(browser, paragraphs) as told,
        _opened(browser, choices) as asked,
    ):
        for number in range(TIMES * 2):
            floor_ms = _again(empty)
            if number:
                heading.add(_again(in_frame), floor_ms)
                ten.add(_again(told), floor_ms)
                seven.add(_again(asked), floor_ms)
    return [heading, ten, seven]


def level() -> list[Figure]:
    """The tap that a meeting consists of: a level of a criterion on the score page, saved."""
    figure = Figure("tap on a level", "rerun of an empty page", at_most=1.5)
    with _both() as (browser, bare, ours), _opened(browser, bare) as empty, _opened(browser, ours, "vc") as page:
        _turn(page, "score")
        page.locator(LEVEL).first.wait_for()
        page.evaluate("window.parts = true")
        for number in range(TIMES * 2):
            pair = (_tap(page, page.locator(LEVEL).nth(number % 5).click), _again(empty))
            if number:
                figure.add(*pair)
    return [figure]
