"""How do I do my work with this desk?"""

import pytest

from tests.pages.small_fund import open_as, small_fund, texts


@pytest.fixture
def guide(tmp_path, monkeypatch):
    fund = small_fund(tmp_path)
    return lambda person, language="en": open_as(fund, person, "today/guide", monkeypatch, language=language)


@pytest.mark.parametrize(
    ("person", "first"),
    [("b", "Declare your interest"), ("secretariat", "Nothing is typed twice"), ("lp", "You read.")],
)
def test_ones_own_part_comes_first(guide, person, first):
    screen = guide(person)
    assert not screen.exception
    assert first in texts(screen)


def test_the_guide_speaks_japanese_and_every_part_opens(guide):
    screen = guide("manager", "ja")
    for part in screen.selectbox[0].options:
        screen.selectbox[0].select(part).run()
        assert not screen.exception
        assert screen.get("imgs") or screen.markdown
