"""In a browser: from the tap to the end of the run, against an empty page served in the same way."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from figure import Figure
from playwright.sync_api import Page, sync_playwright
from serving import OURS, Served, empty_app, new_demo, served

TIMES = 15
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
    // The outermost fields of a message, without what lies in them: field 6 is 0 once a whole run ended well.
    const ends = bytes => {
        let at = 0;
        const number = () => { let n = 0, s = 0; do { n += (bytes[at] & 127) * 2 ** s; s += 7; } while (bytes[at++] > 127); return n; };
        while (at < bytes.length) {
            const tag = number(), value = number();
            if (tag === 48) return value === 0;
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

LIMITS = {"home": 1.5, "score": 1.5, "meeting": 1.5, "proposals": 2.0, "journal": 2.0, "commitments": 3.0, "portfolio": 3.0}
"""What a page may cost, as a multiple of an empty one: plain pages, pages with a table, pages with charts."""

WHO = {"home": "vc", "score": "vc", "meeting": "vc", "proposals": "manager", "journal": "manager"}


def tap(page: Page, press) -> float:
    """How long it took from this press to the end of the run that it caused, in milliseconds."""
    page.evaluate("window.ended = 0")
    press()
    took_ms = 0.0
    until = time.monotonic() + 60
    while not took_ms:
        if time.monotonic() > until:
            raise TimeoutError(page.url)
        page.wait_for_timeout(20)
        took_ms = page.evaluate("window.ended")
    page.wait_for_timeout(150)
    return took_ms


def turn(page: Page, address: str) -> float:
    """A tap on the page's entry in the navigation."""
    link = page.locator(f'a[data-testid=stTopNavLink][href$="/{address}"], a[data-testid=stTopNavDropdownLink][href$="/{address}"]')
    for section in page.get_by_test_id("stTopNavSection").all():
        if link.count():
            break
        section.click()
        page.wait_for_timeout(150)
    return tap(page, link.first.click)


@contextmanager
def _opened(browser, server: Served, card: str = "") -> Iterator[Page]:
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


def taps() -> list[Figure]:
    figures = []
    with sync_playwright() as playwright, served(empty_app("pandas", "plotly.graph_objects")) as bare, served(OURS, new_demo()) as ours:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"])
        for name in LIMITS:
            with _opened(browser, bare) as empty, _opened(browser, ours, WHO.get(name, "manager")) as page:
                address, other = ("", "meeting") if name == "home" else (name, "")
                turned, floor, again, bare_again = [], [], [], []
                for _ in range(TIMES):
                    turn(page, other), turn(empty, "")
                    turned.append(turn(page, address))
                    floor.append(turn(empty, "other"))
                    again.append(tap(page, lambda: page.keyboard.press("r")))
                    bare_again.append(tap(empty, lambda: empty.keyboard.press("r")))
                figures.append(Figure(f"turning to {name}", "turning to an empty page", turned[2:], floor[2:]))
                figures.append(Figure(f"rerun of {name}", "rerun of an empty page", again[2:], bare_again[2:]))
        browser.close()
    return figures


if __name__ == "__main__":
    import statistics
    import sys
    if sys.argv[1:]:
        LIMITS = {k: v for k, v in LIMITS.items() if k in sys.argv[1:]}
    for one in taps():
        a, b = statistics.median(one.ours_ms), statistics.median(one.floor_ms)
        print(f"{one.what:28} {a:7.1f} {b:7.1f} {a/b:.2f}", flush=True)
