"""The rubric workshop: edited by form or as text, tried on past decisions, put before the committee, adopted."""

import pytest
import spoken

from fundapp.committee.rubric import Rubric
from fundapp.committee.rubric_text import read_texts, rubric_texts
from fundapp.record.circulation_commands import OpenCirculation
from tests.pages.small_fund import ACTORS, TODAY, SmallFund, open_as, small_fund, texts


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    return small_fund(tmp_path)


@pytest.fixture
def visit(fund, monkeypatch):
    return lambda person, language="en": open_as(fund, person, "office/workshop", monkeypatch, language=language)


def field(screen, kind: str, ending: str):
    return next(one for one in getattr(screen, kind) if one.key and one.key.endswith(ending))


def press(screen, label: str):
    screen = next(one for one in screen.button if one.label == label).click().run()
    assert not screen.exception, screen.exception
    return screen


def proposed(fund: SmallFund) -> Rubric | None:
    text = fund.desk.rubric_text(ACTORS["a"])
    found = read_texts(text.axis1, text.axis2, text.decision) if text else None
    return found if isinstance(found, Rubric) else None


def stricter(screen):
    """Axis 1 passes from 4.50 and the version is a new one; with the reason."""
    field(screen, "text_input", "/version").set_value("2026.2").run()
    field(screen, "selectbox", "/part").set_value("decision").run()
    field(screen, "number_input", "/thresholds/axis1_pass").set_value(4.5).run()
    field(screen, "text_area", "/why").set_value("too many pass").run()
    assert not screen.exception, screen.exception
    return screen


def test_by_form_with_its_effect_on_past_decisions_and_then_adopted(fund, visit):
    screen = stricter(visit("secretariat"))
    told = texts(screen)
    assert "2 of 2 past decisions would stand differently" in told
    table = str([one.value for one in screen.table]).replace("\\", "")
    assert "PR-02" in table
    assert "could not have been taken" in table
    press(screen, "Put it before the committee")
    found = proposed(fund)
    assert found is not None
    assert (found.decision.version, float(found.decision.thresholds.axis1_pass)) == ("2026.2", 4.5)

    chair = visit("a")
    assert "A change of the rubric is before the committee" in chair.info[0].value
    for box in chair.checkbox:
        box.set_value(True)
    press(chair, "Adopt the rubric")
    book = fund.desk.book(ACTORS["auditor"])
    assert (book.rubric, book.rubric_since) == (found, TODAY)
    assert {fund.desk.book(ACTORS["a"]).rubric_of(item) for item in book.items.values() if item.frozen} == {fund.rubric}


def test_what_is_before_the_committee_is_told_once_and_no_written_resolution_adopts_it(fund, visit):
    office = press(stricter(visit("secretariat")), "Put it before the committee")
    assert texts(office).count("2 of 2 past decisions would stand differently") == 1
    assert "Put it before the committee" not in [one.label for one in office.button]

    asked = {"proposal_id": "proposal-2", "proposal_code": "PR-02", "urgent_because": "a grant"}
    in_writing = OpenCirculation(meeting_id="w", number=99, item_id="w1", answer_by=TODAY, convener="a", **asked)
    fund.does("secretariat", in_writing)
    offered = field(visit("a"), "selectbox", "-meeting").options
    assert [one for one in offered if "99" in one] == []
    assert offered


def test_without_all_seats_the_adoption_is_refused_and_nothing_changes(fund, visit):
    press(stricter(visit("manager")), "Put it before the committee")
    chair = press(visit("a"), "Adopt the rubric")
    assert "of its seats agreed" in chair.warning[0].value.replace("\\", "")
    assert fund.desk.book(ACTORS["a"]).rubric == fund.rubric


def test_as_text_with_faults_told_and_no_form_until_they_are_mended(fund, visit):
    screen = visit("manager")
    field(screen, "radio", "/mode").set_value("text").run()
    axis1 = rubric_texts(fund.rubric)[0]
    field(screen, "text_area", "/text-axis1").set_value("version =").run()
    assert "axis1" in screen.warning[0].value
    assert not [one for one in screen.button if one.label == "Put it before the committee"]
    field(screen, "text_area", "/text-axis1").set_value(axis1.replace("weight_pct = 20", "weight_pct = 21", 1)).run()
    assert screen.warning
    field(screen, "text_area", "/text-axis1").set_value(axis1.replace("2026.1", "2026.4")).run()
    assert screen.warning, "the three texts carry one version"


def test_weights_of_an_axis_add_up_before_it_can_be_proposed(visit):
    screen = visit("secretariat")
    field(screen, "number_input", "/weight_pct").set_value(25).run()
    assert "add up to 105%" in texts(screen)
    assert screen.warning
    assert not [one for one in screen.button if one.label == "Put it before the committee"]


def test_a_fault_is_named_as_the_field_of_the_form_is(visit):
    screen = visit("secretariat", "ja")
    field(screen, "number_input", "/weight_pct").set_value(-5).run()
    field(screen, "text_area", "/level_1_en").set_value("").run()
    (told,) = (one.value for one in screen.warning)
    assert spoken.fault("rubric_text_empty", "軸1 B1 段階1（英語）") in told
    assert "軸1 B1 重み（%）" in told
    assert "weight" not in told


def test_what_is_edited_is_kept_as_a_draft_of_its_owner(fund, visit):
    stricter(visit("secretariat"))
    kept = fund.desk.draft(ACTORS["secretariat"], "rubric/workshop")
    assert kept is not None
    assert '"thresholds/axis1_pass": "4.50"' in kept.data
    assert "Edit the rubric" not in texts(visit("b"))
    assert "No change of the rubric is before the committee." in texts(visit("b"))


def test_the_change_is_taken_back(fund, visit):
    press(stricter(visit("manager")), "Put it before the committee")
    press(visit("manager"), "Take the change back")
    assert proposed(fund) is None


@pytest.mark.parametrize("person", ["lp", "administrator"])
def test_it_is_not_for_everyone(visit, person):
    with pytest.raises(ValueError, match="page"):
        visit(person)


@pytest.mark.parametrize("person", ["a", "auditor", "manager"])
def test_it_draws_in_japanese(visit, person):
    assert not visit(person, "ja").exception
