"""A running server, and how to look at a page."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

ROOT = Path(__file__).parents[2]

FLOOR = {"presentation-role-conflict": "stFileUploaderDropzone"}
"""axe-core's findings on a page of the framework's own parts under our frame: rule -> the part it is found in.
The empty page is clean; a bare file uploader gives its drop zone a role that its focus contradicts.
"""


class Server:
    """A running server and its data folder."""

    def __init__(self, folder: Path, log: Path, python: str = sys.executable, *, port: int = 0) -> None:
        self.port = port or _free_port()
        self.folder, self.url, self._log = folder, f"http://127.0.0.1:{self.port}", log
        command = [python, "-c", "import sys; from fundapp.cli import main; sys.exit(main())"]
        command += ["serve", "--data", str(folder), "--port", str(self.port)]
        english = {**os.environ, "LC_ALL": "C.UTF-8"}
        with log.open("w") as output:
            self.process = subprocess.Popen(
                command, cwd=log.parent, stdout=output, stderr=output, env=english, start_new_session=True
            )
        self._wait()

    @property
    def log(self) -> str:
        return self._log.read_text()

    def end(self, number: signal.Signals = signal.SIGINT) -> int:
        """End the server as Ctrl-C does; its exit code."""
        self.process.send_signal(number)
        return self.process.wait(30)

    def hang(self) -> None:
        """Let it take messages and answer none, as in its last moment or over a line that went dead."""
        os.killpg(self.process.pid, signal.SIGSTOP)

    def kill(self) -> None:
        """Take the power away: the command and the server that it started, at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(30)

    def _wait(self) -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until and self.process.poll() is None:
            if self.url in self.log:
                return
            time.sleep(0.1)
        self.process.kill()
        raise AssertionError(self.log)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def settle(page: Page) -> None:
    """Wait until the run is over; the framework's own tests wait for the same sign."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", state="attached", timeout=30_000)


_TURN = """at => new Promise(done => {
    const app = document.querySelector('[data-testid=stApp]');
    // A run so short that its beginning and its end are drawn as one shows nothing here either.
    const none = setTimeout(() => done('unseen'), 1000);
    new MutationObserver((_changes, watch) => {
        clearTimeout(none);
        if (app.dataset.testScriptState !== 'notRunning') return;
        watch.disconnect();
        done('ended');
    }).observe(app, {attributeFilter: ['data-test-script-state']});
    history.pushState({}, '', at);
    dispatchEvent(new PopStateEvent('popstate'));
})"""


def turn(page: Page, at: str) -> None:
    """Turn to an address within the session, as the browser's own arrows do, and wait until the run is over; a page
    whose run was not seen is opened anew."""
    if page.evaluate(_TURN, at) != "ended":
        page.goto(at)
    settle(page)


def by_key(page: Page, key: str) -> Locator:
    """The element with this key."""
    return page.locator(f".st-key-{re.sub(r'[^a-zA-Z0-9_-]', '-', key)}")


def axe_findings(page: Page, *, only: tuple[str, ...] = ()) -> dict[str, str]:
    """What axe-core finds beyond the floor, of all its rules or `only` some: rule -> the first place."""
    options = {"resultTypes": ["violations"]} | ({"runOnly": list(only)} if only else {})
    violations = Axe().run(page, options=options).response["violations"]
    found = {one["id"]: [node["html"] for node in one["nodes"]] for one in violations}
    ours = {
        rule: [place for place in places if rule not in FLOOR or FLOOR[rule] not in place]
        for rule, places in found.items()
    }
    return {rule: places[0] for rule, places in ours.items() if places}


def scrolls_sideways(page: Page) -> bool:
    """True when the page is wider than the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def small_targets(page: Page, within: str, *, least: int = 48) -> list[str]:
    """The links, buttons and fields inside `within` that are lower than `least` pixels."""
    script = """([within, least]) => [...document.querySelectorAll(within)].flatMap(place =>
        [...place.querySelectorAll('a, button, input:not([type=hidden]), summary')])
        .map(one => one.matches('[type=radio], [type=checkbox]') ? one.closest('label') ?? one : one)
        .filter(one => { const box = one.getBoundingClientRect(); return box.height && Math.round(box.height) < least })
        .map(one => one.outerHTML.slice(0, 100))"""
    found: list[str] = page.evaluate(script, [within, least])
    return found
