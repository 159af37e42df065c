"""What became of what we supported?"""

from datetime import timedelta

import pytest

from fundapp.basis.fact import Bilingual
from fundapp.followup.outcome import Collaboration, OutcomeState
from fundapp.record import commands as c
from tests.pages.small_fund import ACTORS, TODAY, established, open_as, texts

BEGAN = TODAY - timedelta(days=731)


@pytest.fixture
def fund(tmp_path):
    """Four past collaborations: one sold, one in the valley, two formed."""
    made = established(tmp_path)
    made.moves_to(TODAY)
    known = tuple(
        Collaboration(
            id=f"c{n}", code=f"C-{n}", name=Bilingual(ja=f"機械{n}", en=f"Machine {n}"), began_on=BEGAN, deep=n == 1
        )
        for n in range(1, 5)
    )
    sold = OutcomeState(id="s1", collaboration_id="c1", state="S3", reached_on=TODAY)
    fallen = OutcomeState(id="s2", collaboration_id="c2", state="T2", reached_on=TODAY, causes=("too_costly",))
    made.does("secretariat", c.RecordCollaborations(collaborations=known))
    made.does("secretariat", c.RecordOutcomes(states=(sold, fallen)))
    return made


@pytest.fixture
def page(fund, monkeypatch):
    return lambda person, language="en": open_as(fund, person, "followup/outcomes", monkeypatch, language=language)


def opened(screen, form):
    """A form that is closed until one opens it."""
    screen.session_state[f"{form}-open-{screen.session_state[f'nonce/{form}']}"] = True
    return screen.run()


def test_every_share_is_told_with_its_denominator(page):
    screen = page("auditor")
    assert screen.title[0].value == "1 of 4 past collaborations came to a sale"
    assert [(one.value, one.delta) for one in screen.metric] == [
        ("25%", "1 of 4 collaborations"),
        ("100%", "1 of 1 with consent to be named"),
        ("2.0", "of 1 that sold"),
    ]
    heads = [one.value.replace("\\", "") for one in screen.header]
    assert "Most stand here: collaboration formed, 2 of 4" in heads
    assert "What stops most in the valley: too costly, 1 of 1" in heads


def test_a_limited_partner_reads_names_with_consent_alone_and_no_scores(page):
    screen = page("lp")
    names = list(screen.dataframe[-1].value["Collaboration"])
    assert names == ["Machine 1", "C-2", "C-3", "C-4"]
    assert "Did our scores foresee it?" not in texts(screen)
    assert "Record this state" not in [one.label for one in screen.button]


def test_a_keeper_records_a_state_in_the_valley_with_its_cause(fund, page):
    screen = opened(page("secretariat"), "outcome")
    next(one for one in screen.selectbox if one.label == "Collaboration").select_index(2).run()
    next(one for one in screen.selectbox if one.label == "State").select("T3").run()
    screen.multiselect[0].select("too_large").run()
    next(one for one in screen.button if one.label == "Record this state").click().run()
    assert not screen.exception
    assert any("The state is recorded" in one.value for one in screen.success)
    third = fund.desk.courses(ACTORS["auditor"])[2]
    assert (third.now, third.causes) == ("T3", ("too_large",))


def test_a_state_in_the_valley_without_a_cause_is_refused_at_the_form(fund, page):
    screen = opened(page("manager"), "outcome")
    next(one for one in screen.selectbox if one.label == "State").select("T2").run()
    next(one for one in screen.button if one.label == "Record this state").click().run()
    assert not screen.exception
    assert fund.desk.courses(ACTORS["auditor"])[0].now == "S3"
    assert screen.error or screen.warning


def test_a_new_collaboration_is_added(fund, page):
    screen = opened(page("secretariat"), "collaboration")
    assert [one.proto.type for one in screen.button if one.label == "Add this collaboration"] == ["secondary"]
    labels = {one.label: one for one in screen.text_input}
    labels["No."].set_value("C-9")
    labels["Name (Japanese)"].set_value("新しい機械")
    screen.run()
    next(one for one in screen.button if one.label == "Add this collaboration").click().run()
    assert not screen.exception
    assert [one.collaboration.name.en for one in fund.desk.courses(ACTORS["auditor"])][-1] == "新しい機械"


def test_an_empty_list_says_what_comes_first(tmp_path, monkeypatch):
    screen = open_as(established(tmp_path / "empty"), "secretariat", "followup/outcomes", monkeypatch)
    assert not screen.exception
    assert screen.title[0].value == "No collaboration is recorded yet"
    assert "Add the collaborations of the past first." in texts(screen)
