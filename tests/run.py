"""Sets up what the tests need and runs all of them: `pip install uv && uv run tests/run.py`."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_BROWSERS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
WALKS = tuple(
    f"tests/browser/test_{name}.py"
    for name in ("five_on_tablets", "second_proposal", "whole_path", "written_resolution")
)
"""Several people in one meeting: they wait for one another's presses as people do, so one walk at a time."""
STEPS = (
    ("ruff check", ("ruff", "check", ".")),
    ("ruff format", ("ruff", "format", "--check", ".")),
    ("mypy", ("mypy",)),
    ("lint-imports", ("lint-imports",)),
    ("pytest", ("pytest", "-n", "2", "--ignore", "tests/browser")),
    ("pytest, in a browser", ("pytest", "-n", "2", "tests/browser", *(f"--ignore={walk}" for walk in WALKS))),
    ("pytest, walks in a browser", ("pytest", *WALKS)),
)


def run(*command: str) -> bool:
    """True when the command is there and went well."""
    print("$", " ".join(command), flush=True)
    return shutil.which(command[0]) is not None and subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def opens(browser: str) -> bool:
    """True when this browser starts and draws a page on this machine."""
    words = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "about:blank"]
    try:
        return subprocess.run(words, capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def there_already() -> Iterator[str]:
    """Browsers that may be there: the one that is named, the system's, Playwright's own."""
    yield from filter(None, (os.environ.get("CHROMIUM"), *map(shutil.which, BROWSERS)))
    yield from MAC_BROWSERS
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def package_managers(package: str) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Commands that bring a program with the system's package manager."""
    rights = () if hasattr(os, "geteuid") and os.geteuid() == 0 else ("sudo", "-n")
    if shutil.which("apt-get"):
        yield ((*rights, "apt-get", "update"), (*rights, "apt-get", "install", "-y", package))
    if shutil.which("dnf"):
        yield ((*rights, "dnf", "install", "-y", package),)
    if shutil.which("brew"):
        yield (("brew", "install", package),)


def ways_to_install() -> Iterator[tuple[tuple[str, ...], ...]]:
    """Commands that bring a browser, those that need no rights first."""
    yield ((sys.executable, "-m", "playwright", "install", "chromium"),)
    yield from package_managers("chromium")


def find_browser() -> str:
    """A browser that opens, installed if need be; ends the run with a sentence when none can be had."""
    found = next(filter(opens, there_already()), None)
    for commands in ways_to_install():
        if found:
            break
        if all(run(*command) for command in commands):
            found = next(filter(opens, there_already()), None)
    return found or sys.exit("The tests need Chromium: install it, or name it in the variable CHROMIUM.")


def need(program: str, package: str) -> None:
    """A program that tests run, installed if need be; ends the run with a sentence when it cannot be had."""
    for commands in package_managers(package):
        if shutil.which(program):
            return
        all(run(*command) for command in commands)
    if not shutil.which(program):
        sys.exit(f"The tests need {program}: install {package}.")


def main() -> int:
    """Run every step, also after a failure, and tell at the end which went well."""
    os.environ["CHROMIUM"] = find_browser()
    # A stranger that counts the books again, and what compiles the recorder of the power cuts.
    need("hledger", "hledger")
    need("cc", "gcc")
    results = []
    for name, command in STEPS:
        began = time.monotonic()
        well = run(*command)
        results.append((name, well, time.monotonic() - began))
    print()
    for name, well, seconds in results:
        print(f"{'passed' if well else 'FAILED':<8}{name:<24}{seconds:6.0f} s")
    return 0 if all(well for _name, well, _seconds in results) else 1


if __name__ == "__main__":
    sys.exit(main())
