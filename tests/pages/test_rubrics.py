"""How do we judge?"""

import shutil

import pytest

from fundapp.places import rubrics_folder
from tests.pages.small_fund import SmallFund, established, open_as, texts


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    return established(tmp_path / "data")


@pytest.fixture
def visit(fund, monkeypatch):
    return lambda person, language="en": open_as(fund, person, "office/rubrics", monkeypatch, language=language)


@pytest.fixture
def files(tmp_path, monkeypatch):
    """A folder of rubric files of this test's own, which the page reads."""
    folder = shutil.copytree(rubrics_folder(), tmp_path / "rubrics")
    monkeypatch.setattr("fundapp.places.rubrics_folder", lambda: folder)
    return folder


def labels(screen) -> list[str]:
    return [one.label.replace("\\", "") for one in screen.expander]


@pytest.mark.parametrize("person", ["a", "manager", "secretariat", "auditor", "administrator"])
def test_the_whole_rubric_with_version_and_fingerprint(fund, visit, person):
    screen = visit(person)
    assert not screen.exception
    told = texts(screen)
    assert "Version 2026.1, in force since 16 August 2026" in told
    assert "The rubric files hold exactly the rubric in force." in told
    assert [one.value for one in screen.code] == [fund.rubric.digest()]
    for axis in fund.rubric.axes:
        for criterion in axis.criteria:
            assert f"{criterion.id} {criterion.name.en}, weight {criterion.weight_pct}%" in labels(screen)
            for level in criterion.levels:
                assert level.text.en in told
    for gate in fund.rubric.decision.gates:
        assert f"{gate.id}. {gate.text.en}" in told
    for interest in fund.rubric.decision.interests:
        assert interest.name.en in told


def test_rules_of_the_computed_axis_stand_in_words(visit):
    told = texts(visit("a"))
    assert "Computed from: Coverage by value: 90% or more and Coverage of critical lines: 100% or more" in told
    assert "Computed from: Needs listed: yes and Menu completeness: 50% or more" in told


def test_every_condition_has_words(fund, visit):
    """No fact's id shows where its name belongs."""
    for language in ("ja", "en"):
        told = texts(visit("a", language))
        facts = fund.rubric.axis("axis2").facts
        assert [fact.id for fact in facts if f"{fact.id} " in told or f"{fact.id}:" in told] == []


def test_search_narrows_to_what_holds_the_words_in_either_language(visit):
    screen = visit("a")
    screen.text_input(key="rubric-search").set_value("ＰＡＴＥＮＴ").run()
    found = labels(screen)
    assert "B5 Competitive position and IP, weight 10%" in found
    assert "B1 Customer value and market, weight 20%" not in found
    screen.text_input(key="rubric-search").set_value("特許").run()
    assert "B5 Competitive position and IP, weight 10%" in labels(screen)
    screen.text_input(key="rubric-search").set_value("no such words").run()
    assert labels(screen) == []
    assert "Nothing in the rubric holds these words." in texts(screen)


def test_everything_can_be_unfolded_to_be_printed(visit):
    screen = visit("a")
    assert not any(one.proto.expanded for one in screen.expander)
    screen.toggle(key="rubric-unfolded").set_value(True).run()
    assert all(one.proto.expanded for one in screen.expander)


def test_files_with_another_text_are_announced(files, visit):
    for path in files.glob("*.toml"):
        path.write_text(path.read_text(encoding="utf-8").replace('"2026.1"', '"2026.2"'), encoding="utf-8")
    screen = visit("a")
    (told,) = (one.value.replace("\\", "") for one in screen.info)
    assert told.startswith("The rubric files hold another text (version 2026.2).")


def test_faults_in_the_files_are_listed_and_the_rubric_in_force_stays(fund, files, visit):
    path = files / "axis1.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("weight_pct = 20", "weight_pct = 25", 1), encoding="utf-8")
    screen = visit("a")
    assert not screen.exception
    assert "The rubric files hold 1 fault. The rubric in force is not touched by that." in texts(screen)
    assert "The weights add up to 105, not to 100." in screen.warning[0].value.replace("\\", "")
    assert [one.value for one in screen.code] == [fund.rubric.digest()]


def test_the_partner_does_not_reach_the_page(visit):
    with pytest.raises(ValueError, match="rubrics"):
        visit("lp")
