"""Was the promised support given?"""

from datetime import timedelta

import pytest
from record.test_after_resolution import signed
from small_fund import DAY, SECRETARIAT, Clock, SmallFund

from fundapp.basis.days import months_on
from fundapp.basis.refusal import Refusal
from fundapp.desk import Desk
from fundapp.followup.continuity import ContinuityCheck
from fundapp.network.need import MenuItem, SupportNeed
from fundapp.record import commands as c
from fundapp.record.obligations import obligations
from tests.pages.small_fund import established, open_as, texts


@pytest.fixture
def fund(tmp_path):
    """An agreement that was signed on two promised supports."""
    clock = Clock()
    made = SmallFund(Desk(tmp_path, clock=clock), clock)
    made.found()
    made.proposal("PR-1")
    made.meeting(1, "PR-1")
    needs = tuple(
        SupportNeed(
            id=name,
            proposal_id="id-PR-1",
            name=name,
            item=MenuItem(
                kind="M04",
                provider=provider,
                deliverable="paper",
                due=DAY + timedelta(days=days),
                cost_bearer="company",
                rung=4,
            ),
        )
        for name, provider, days in (("jigs", "Works", 10), ("tests", "Lab", 20))
    )
    made.do(c.RecordNeeds(needs=needs), SECRETARIAT)
    signed(made, "m1-PR-1")
    return made


@pytest.fixture
def page(fund, monkeypatch):
    return lambda person, language="en": open_as(fund, person, "followup/obligations", monkeypatch, language=language)


def listed(screen):
    return next(one.value for one in screen.dataframe if "Evidence" in one.value)


def test_every_promise_stands_with_its_day(fund, page):
    promised = obligations(fund.desk.book(SECRETARIAT))
    assert promised
    rows = listed(page("auditor"))
    assert sorted(rows["Due"]) == sorted(one.promise.due.isoformat() for one in promised)
    assert set(rows["Provider"]) == {one.promise.provider for one in promised}


def test_a_keeper_records_what_was_given_and_the_page_says_so(fund, page):
    screen = page("secretariat")
    assert "Record it as given" in [one.label for one in screen.button]
    next(one for one in screen.text_input if one.label.startswith("Evidence")).set_value("Receipt no. 1").run()
    next(one for one in screen.button if one.label == "Record it as given").click().run()
    assert not screen.exception
    assert any("The support is recorded as given" in one.value for one in screen.success)
    assert list(listed(screen)["Evidence"]).count("Receipt no. 1") == 1


def test_six_months_after_a_support_its_link_is_looked_at(fund, page):
    (investment,) = fund.desk.book(SECRETARIAT).investments.values()
    today = fund.desk.today()
    given = c.ConfirmSupport(investment_id=investment.id, need_id="jigs", evidence="receipt", on=today)
    fund.do(given, SECRETARIAT)
    early = ContinuityCheck(
        id="c", proposal_id="id-PR-1", need_id="jigs", months=6, checked_on=today, link="alive"
    )  # fmt: skip
    due_on = months_on(today, 6).isoformat()
    refused = fund.refused(c.RecordContinuityChecks(checks=(early,)), SECRETARIAT)
    assert refused == Refusal.of("link_looked_at_early", due_on=due_on)
    other = early.model_copy(update={"need_id": "tests"})
    refused = fund.refused(c.RecordContinuityChecks(checks=(other,)), SECRETARIAT)
    assert refused == Refusal.of("support_not_given_yet")
    fund.clock.wait(days=190)
    screen = page("secretariat")
    assert "1 link is to be looked at" in texts(screen)
    screen.get("segmented_control")[0].set_value("dormant").run()
    next(one for one in screen.text_input if one.label == "What was found, in a sentence").set_value(
        "no order yet"
    ).run()
    next(one for one in screen.button if one.label == "Record it").click().run()
    assert not screen.exception
    assert "0 of 1 links live on after their support" in texts(screen)
    told = next(one.value for one in screen.dataframe if "Look on" in one.value)
    assert list(told["What was found"]) == ["no order yet", ""]
    assert [one.link for one in fund.desk.continuity_checks(SECRETARIAT)] == ["dormant"]
    assert fund.desk.continuity_checks(fund.lp) == ()


def test_without_evidence_nothing_is_recorded_and_the_page_says_what_to_do(fund, page):
    screen = page("manager")
    next(one for one in screen.button if one.label == "Record it as given").click().run()
    assert not screen.exception
    assert screen.error or screen.warning
    assert all(one.given is None for one in obligations(fund.desk.book(SECRETARIAT)))


def test_what_was_recorded_by_mistake_is_taken_back_by_the_manager(fund, page):
    give = c.ConfirmSupport(investment_id="iv", need_id="jigs", evidence="the other jigs", on=DAY)
    fund.do(give, SECRETARIAT)
    screen = page("manager")
    screen.session_state[f"reverse-support-open-{screen.session_state['nonce/reverse-support']}"] = True
    (entry,) = (one for one in screen.run().selectbox if one.label == "Entry")
    assert entry.options[0].endswith(": Support given (PR-1 Ltd, jigs)")
    next(one for one in screen.text_input if one.label == "Reason").set_value("wrong company").run()
    next(one for one in screen.button if one.label == "Reverse this entry").click().run()
    assert not screen.exception
    assert any("The entry is reversed" in one.value for one in screen.success)
    assert all(one.given is None for one in obligations(fund.desk.book(SECRETARIAT)))


@pytest.mark.parametrize("person", ["b", "lp", "auditor"])
def test_readers_have_no_form(page, person):
    assert "Record it as given" not in [one.label for one in page(person).button]


def test_words_and_state_narrow_the_list_and_an_empty_one_says_what_to_do(page):
    screen = page("lp")
    screen.text_input(key="promise-words").set_value("nobody-offers-this").run()
    assert "No promise is like that." in texts(screen)


def test_the_page_speaks_japanese(page):
    assert "支援の約束" in page("lp", "ja").title[0].value


def test_before_an_approval_the_page_says_what_will_stand_here(tmp_path, monkeypatch):
    screen = open_as(established(tmp_path / "empty"), "secretariat", "followup/obligations", monkeypatch)
    assert "Nothing is promised yet" in screen.title[0].value
    assert "Once a proposal is approved" in texts(screen)
