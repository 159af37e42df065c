"""The guide's pictures and its part "every page", made from a demo fund: `uv run tests/guide.py [PAGE ...]`.

With names of pages only their pictures are taken anew, such as `uv run tests/guide.py board journal`.

It needs a browser: the one named in CHROMIUM, else Playwright's own. Run it after a page was added or changed.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser.acts import open_motion, vote_for  # noqa: E402
from browser.conftest import LOCALES, QUIET, SIZES  # noqa: E402
from browser.look import Server, settle  # noqa: E402
from browser.walk import SOON_MS, Person, tap_level  # noqa: E402
from PIL import Image  # noqa: E402
from playwright.sync_api import Browser, expect, sync_playwright  # noqa: E402

from fundapp.basis.days import day_of  # noqa: E402
from fundapp.basis.fact import Language  # noqa: E402
from fundapp.basis.roles import Role  # noqa: E402
from fundapp.demo.build import build_demo  # noqa: E402
from fundapp.text import catalogue  # noqa: E402
from fundapp.ui.desks import DESKS, PageEntry  # noqa: E402
from fundapp.ui.help import HELP  # noqa: E402

GUIDE = ROOT / "docs/guide"
HIGHEST_PX = 1500
"""The end of a long page adds nothing to a guide."""
COLOURS = 64
"""Enough for our quiet palette; the pictures stay small."""
CARDS = ("secretariat", "manager", "vc", "administrator")
"""Who is looked over the shoulder: the first of these who may open the page."""
ABOUT = {"committee/proposal": "?proposal=PR-06"}
HOMES = {"member": "vc", "manager": "manager", "partner": "lp", "auditor": "auditor", "administrator": "administrator"}


def role_of(card: str) -> Role:
    return Role.VOTING if card == "vc" else Role(card)


class Camera:
    """One language's walk through the demo."""

    def __init__(self, browser: Browser, server: Server, language: Language) -> None:
        self._browser, self._server, self._language = browser, server, language
        self._folder = GUIDE / "pictures" / language
        self._folder.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def person(self, card: str, path: str = "/", *, size: str = "desktop") -> Iterator[Person]:
        """Somebody of the cast, signed in on a screen of this size."""
        width, height = SIZES[size]
        context = self._browser.new_context(
            base_url=self._server.url,
            viewport={"width": min(width, 1200), "height": height},
            locale=LOCALES[self._language],
            color_scheme="light",
        )
        page = context.new_page()
        page.goto(path)
        page.locator(f'button[value="{card}"]').click()
        settle(page)
        yield Person(page, card, self._language)
        context.close()

    def picture(self, who: Person, name: str, *, at: str = "") -> None:
        """The page as it is now, whole up to a height, in few colours; from the part on that is headed `at`."""
        page = who.page
        settle(page)
        expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=SOON_MS)
        size = page.viewport_size or {"width": 1200, "height": 900}
        whole = page.get_by_test_id("stMain").evaluate("one => one.scrollHeight")
        page.set_viewport_size({"width": size["width"], "height": min(max(whole, 600), HIGHEST_PX)})
        page.mouse.move(0, 0)
        if at:
            page.locator("summary").filter(has_text=who.says(at)).evaluate("one => one.scrollIntoView()")
        # What was out of the window is drawn only now.
        expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=SOON_MS)
        page.wait_for_timeout(400)
        image = Image.open(BytesIO(page.screenshot())).convert("RGB")
        page.set_viewport_size(size)
        few = image.quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(self._folder / f"{name}.png", optimize=True)


def installed() -> list[PageEntry]:
    """The pages that are there, in the order of the desks."""
    return [page for desk in DESKS for page in desk.pages if page.file.is_file()]


def every_page(camera: Camera, only: list[str]) -> None:
    """Each page once, as one who works on it sees it; then the first screen of each role. `only` some, if named."""
    for card in CARDS:
        own = [page for page in installed() if next((one for one in CARDS if role_of(one) in page.roles), None) == card]
        wanted = [page for page in own if not only or page.name in only]
        if not wanted:
            continue
        with camera.person(card) as who:
            for page in wanted:
                who.go(f"/{'' if page.path == 'today/home' else page.name}{ABOUT.get(page.path, '')}")
                if page.path == "fund/investment":
                    who.go("/commitments")
                    who.press("Next step: {company}", company="")
                camera.picture(who, page.name)
    for part, card in HOMES.items() if not only else ():
        with camera.person(card) as who:
            camera.picture(who, f"{part}-home")


def meeting(camera: Camera, language: Language) -> None:
    """The meeting from the last score to the resolution, as its members see it on their tablets."""
    with (
        camera.person("vc", size="tablet") as vc,
        camera.person("association", "/meeting", size="tablet") as chair,
        camera.person("tlo", "/meeting", size="tablet") as tlo,
    ):
        vc.press("Score now")
        for number, level in enumerate("4434334", start=1):
            tap_level(vc.page, f"B{number}", level)
        camera.picture(vc, "member-score")
        vc.press("Go on to axis 2")
        vc.sees("I agree with all computed levels")
        camera.picture(vc, "member-axis2")
        vc.press("I agree with all computed levels")
        vc.press("Submit my score")
        expect(vc.page.get_by_test_id("stAlertContentSuccess")).to_be_visible()
        vc.page.get_by_role("link", name=vc.says("To the meeting")).click()
        chair.sees("All scores are in. The chair reveals them.")
        camera.picture(chair, "chair-all-in")
        chair.press("Reveal all scores")
        chair.sees("To discuss")
        camera.picture(chair, "chair-revealed")
        open_motion(chair, "approve_with_conditions")
        points = chair.page.get_by_label(chair.says("Condition"), exact=True)
        expect(points.first).not_to_have_value("")
        owner = {"ja": "株式会社風見エナジー 製造責任者", "en": "Kazami Energy, head of production"}[language]
        for number in range(points.count()):
            chair.write("Owner", owner, nth=number)
            chair.write_day("By", date.today() + timedelta(days=30), nth=number)
        chair.page.keyboard.press("Escape")
        camera.picture(chair, "chair-motion", at="Put a motion")
        chair.press("Put this motion to the vote")
        vc.sees_text(owner)
        camera.picture(vc, "member-vote")
        vote_for(vc, tlo, chair)
        chair.press("Declare the result")
        expect(chair.button("Declare the result")).to_have_count(0, timeout=SOON_MS)
        camera.picture(chair, "chair-result")
    with camera.person("secretariat", "/meeting") as secretariat:
        camera.picture(secretariat, "secretariat-freeze")
    with camera.person("manager") as manager:
        camera.picture(manager, "manager-home")
        manager.press("Record the GP decision")
        camera.picture(manager, "manager-decide")


def pages_part(language: Language) -> str:
    """The part that shows every page: its question, what one does there, its picture."""
    catalogue.use(language)
    text = [f"# {catalogue._('Every page in a picture')}"]
    for page in installed():
        if page.path in HELP:
            hints = "\n".join(f"- {catalogue._(hint.text)}" for hint in HELP[page.path].hints)
            title, question = catalogue._(page.title), catalogue._(HELP[page.path].question)
            text.append(
                f"## {title}\n\n**{question}**\n\n{hints}\n\n![{title}](../pictures/{language}/{page.name}.png)"
            )
    return "\n\n".join(text) + "\n"


def main() -> None:
    """Build a demo for each language, walk through it, and write what was seen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=QUIET)
        for language in get_args(Language):
            (GUIDE / language / "pages.md").write_text(pages_part(language), encoding="utf-8")
            with TemporaryDirectory() as folder:
                data = Path(folder, "data")
                data.mkdir()
                build_demo(data, "open", day_of(datetime.now(UTC)))
                server = Server(data, Path(folder, "log"))
                camera = Camera(browser, server, language)
                every_page(camera, sys.argv[1:])
                if not sys.argv[1:]:
                    meeting(camera, language)
                server.end()
        browser.close()


if __name__ == "__main__":
    main()
