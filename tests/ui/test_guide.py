"""The guide: both languages say the same parts, and every page is pictured."""

import re

import pytest

from fundapp.places import guide_folder
from fundapp.ui.desks import PAGES
from fundapp.ui.guide import ALL_PAGES, PARTS

PICTURE = re.compile(r"!\[([^\]]*)\]\(\.\./pictures/(\w\w)/([\w-]+)\.png\)")


def pictures(language, part):
    return PICTURE.findall((guide_folder() / language / f"{part}.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("part", [*PARTS, ALL_PAGES])
def test_both_languages_picture_the_same_and_every_picture_is_there(part):
    found = {language: pictures(language, part) for language in ("ja", "en")}
    assert [name for _about, _language, name in found["ja"]] == [name for _about, _language, name in found["en"]]
    for language, shown in found.items():
        assert shown
        assert {(about != "", of) for about, of, _name in shown} == {(True, language)}
        missing = [name for _a, _l, name in shown if not (guide_folder() / f"pictures/{language}/{name}.png").is_file()]
        assert missing == [], "run: uv run tests/guide.py"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_installed_page_is_pictured(language):
    shown = {name for _about, _language, name in pictures(language, ALL_PAGES)}
    assert {page.name for page in PAGES.values() if page.file.is_file()} - shown == set(), "run: uv run tests/guide.py"


def test_the_pictures_stay_small():
    assert sum(file.stat().st_size for file in guide_folder().glob("pictures/**/*.png")) < 6_000_000
