"""A person at a browser, who knows the screen's words and nothing of its making."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from browser.look import ROOT, by_key, settle
from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from fundapp.basis.fact import Language
from fundapp.text import catalogue

ARTIFACTS = ROOT / "tests/.artifacts"
SOON_MS = 20_000
"""How long a person waits on a busy machine before something counts as missing."""
LIVE_MS = 2_000
"""How soon the meeting page shows what the others did."""

STANDS_STILL = """async part => {
    const height = () => part.getBoundingClientRect().height
    for (let before = -1; before !== height();) {
        before = height()
        await Promise.all(part.getAnimations({subtree: true}).map(one => one.finished.catch(() => null)))
        await new Promise(on => setTimeout(on, 100))
    }
}"""
"""Waits until nothing moves in a part any more."""


@dataclass
class Person:
    """Somebody signed in. Messages are the catalogue's ids; the screen is read in this person's language."""

    page: Page
    name: str
    language: Language
    steps: int = 0

    def says(self, message: str, context: str = "", **details: object) -> str:
        """A message as this person's screen says it."""
        catalogue.use(self.language)
        text = catalogue.pgettext(context, message) if context else catalogue._(message)
        return text.format(**details)

    def go(self, path: str) -> None:
        """Open a page by its address and wait until it is drawn."""
        self.page.goto(path)
        settle(self.page)

    def button(self, message: str, context: str = "", **details: object) -> Locator:
        """The button with these words."""
        return self.page.get_by_role("button", name=self.says(message, context, **details)).first

    def press(self, message: str, context: str = "", **details: object) -> None:
        """Press the button with these words."""
        tap(self.button(message, context, **details))

    def unfold(self, message: str, **details: object) -> Locator:
        """Open a part that is folded, and wait until it is: what unfolds moves away under a finger. The part."""
        head = self.page.locator("summary").filter(has_text=self.says(message, **details)).first
        part = head.locator("xpath=..")
        if part.get_attribute("open", timeout=SOON_MS) is None:
            tap(head)
            expect(part).to_have_attribute("open", "")
        part.evaluate(STANDS_STILL)
        return part

    def choose(self, text: str, within: Locator | None = None) -> None:
        """Tap the choice with this text: a ring or a segment."""
        place = within or self.page.locator("body")
        ring = place.get_by_test_id("stRadio").locator("label").filter(has_text=text)
        segment = place.get_by_test_id("stButtonGroup").get_by_role("radio", name=text)
        tap(ring.or_(segment).first)

    def write(self, message: str, text: str, *, nth: int = 0, **details: object) -> None:
        """Fill in the field with this label and leave it."""
        field = self.page.get_by_label(self.says(message, **details), exact=True).nth(nth)
        field.fill(text, timeout=SOON_MS)
        field.press("Tab")

    def pick(self, message: str, option: str) -> None:
        """Type into the list with this label until the option is found, and take it."""
        field = self.page.get_by_role("combobox", name=self.says(message), exact=True)
        # Where new words are taken they are offered first.
        new = re.compile("^" + self.says("Add: ").strip())
        found = self.page.get_by_role("option", name=option).filter(has_not_text=new).first
        tap(field)
        # Into the field itself: a part that is just unfolding may have taken the tap.
        field.press_sequentially(option)
        for _once_more in range(3):
            try:
                found.wait_for(timeout=LIVE_MS)
                break
            except PlaywrightTimeoutError:
                # A list closes when the page moves under it; whoever sees that opens it again.
                field.press("Escape")
                field.press("ArrowDown")
        tap(found)

    def tick(self, message: str) -> None:
        """Tick the box with these words."""
        tap(self.page.get_by_test_id("stCheckbox").filter(has_text=self.says(message)).locator("label"))

    def write_day(self, message: str, day: date, *, nth: int = 0) -> None:
        """Type a day into the field with this label, year first."""
        field = self.page.get_by_role("group", name=self.says(message), exact=True).nth(nth)
        tap(field.get_by_role("spinbutton").first)
        self.page.keyboard.type(f"{day:%Y%m%d}")
        self.page.keyboard.press("Tab")

    def sees(self, message: str, *, within_ms: int = SOON_MS, **details: object) -> None:
        """Wait until these words are in view."""
        self.sees_text(self.says(message, **details), within_ms=within_ms)

    def sees_text(self, text: str, *, within_ms: int = SOON_MS) -> None:
        """Wait until this text is in view."""
        expect(self.page.get_by_text(text).locator("visible=true").first).to_be_visible(timeout=within_ms)

    def sees_title(self, text: str) -> None:
        """Wait until the page's title holds this text."""
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(text, timeout=SOON_MS)

    def shot(self, name: str) -> None:
        """Picture the page, when SHOTS is set."""
        self.steps += 1
        if os.environ.get("SHOTS"):
            settle(self.page)
            folder = ARTIFACTS / f"walk-{self.language}"
            folder.mkdir(parents=True, exist_ok=True)
            whole = self.page.locator("[data-testid=stMain]")
            height = whole.evaluate("one => one.scrollHeight")
            size = self.page.viewport_size or {"width": 1440, "height": 900}
            self.page.set_viewport_size({"width": size["width"], "height": min(max(height + 80, size["height"]), 6000)})
            self.page.screenshot(path=folder / f"{name}-{self.name}.png")
            self.page.set_viewport_size(size)

    def download(self, press: Callable[[], None], folder: Path) -> Path:
        """What the browser saves when this is pressed."""
        with self.page.expect_download() as coming:
            press()
        path = folder / coming.value.suggested_filename
        coming.value.save_as(path)
        return path

    def hand_over(self, *files: Path) -> None:
        """Give files to the page's uploader, as a person drops them there."""
        self.page.locator('input[type="file"]').first.set_input_files(files, timeout=SOON_MS)


def tap(place: Locator) -> None:
    """Press it: with a finger on a screen for fingers, with the mouse elsewhere."""
    press = place.tap if place.page.evaluate("navigator.maxTouchPoints > 0") else place.click
    press(timeout=SOON_MS)


def draft_version(page: Page) -> int:
    """The version of the draft that the address names; 0 before the first tap."""
    found = re.search(r"seen=[^&]*?-(\d+)-\d+(?:&|$)", page.url)
    return int(found[1]) if found else 0


def saved_after(page: Page, version: int) -> None:
    """Wait until the address tells that the draft was saved since this version."""
    page.wait_for_function(
        "before => +(/seen=[^&]*?-(\\d+)-\\d+(&|$)/.exec(location.search)?.[1] ?? 0) > before", arg=version
    )


def tap_level(page: Page, criterion: str, level: int | str) -> None:
    """Tap a level of a criterion and wait until the address shows that it was saved."""
    before = draft_version(page)
    levels = by_key(page, f"criterion-{criterion}").get_by_test_id("stRadio").locator("label")
    tap(levels.filter(has_text=re.compile(rf"^{level}\s")))
    saved_after(page, before)
