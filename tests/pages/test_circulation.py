"""The page of written resolutions as each person sees it; the whole way in a browser is tests/browser."""

from collections.abc import Callable

import pytest
import spoken
from small_fund import MEMBERS, OUTSIDE, SEATS, SECRETARIAT, Clock, SmallFund
from streamlit.testing.v1 import AppTest

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.committee.proposal import Terms
from fundapp.desk import Desk
from fundapp.places import ui_script
from fundapp.record import circulation_commands as w
from fundapp.record import commands as c
from fundapp.text.catalogue import use
from fundapp.ui import gate
from fundapp.ui.circulation import steps
from fundapp.ui.desks import PAGES
from fundapp.ui.meeting.seen import Seen
from fundapp.web import process
from fundapp.web.before_meeting import circulated_copy
from fundapp.web.document import Document

CHAIR, TLO, BANK = (MEMBERS[seat] for seat in SEATS)
ITEM = "m1-PR-1"
Visit = Callable[[Actor], AppTest]


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    clock = Clock()
    made = SmallFund(Desk(tmp_path, clock=clock), clock)
    made.found()
    made.proposal("PR-1")
    return made


@pytest.fixture
def item(fund: SmallFund) -> str:
    return fund.circulation(1, "PR-1")


@pytest.fixture
def visit(fund: SmallFund, monkeypatch: pytest.MonkeyPatch) -> Visit:
    monkeypatch.setattr(process, "desk", lambda: fund.desk)

    def open_page(who: Actor) -> AppTest:
        monkeypatch.setattr(gate, "actor_of", lambda *_: who)
        # AppTest names a widget's options in the test's own thread.
        use("en")
        screen = AppTest.from_file(ui_script(), default_timeout=60)
        screen.query_params["lang"] = "en"
        screen.run()
        return looked(screen.switch_page(str(PAGES["committee/circulation"].file)).run())

    return open_page


def looked(screen: AppTest) -> AppTest:
    assert not screen.exception
    return screen


def text(screen: AppTest) -> str:
    told = [*screen.title, *screen.header, *screen.markdown, *screen.success, *screen.warning]
    return "\n".join(one.value for one in told).replace("\\", "")


def title(screen: AppTest) -> str:
    return screen.title[0].value.replace("\\", "")


def press(screen: AppTest, label: str) -> AppTest:
    next(one for one in screen.button if one.label.replace("\\", "") == label).click()
    return looked(screen.run())


def labels(screen: AppTest) -> set[str]:
    return {one.label for one in (*screen.button, *screen.expander, *screen.checkbox)}


def put(fund: SmallFund) -> None:
    fund.read_and_revealed(ITEM)
    terms = Terms(amount_yen=60_000_000, instrument="common_shares")
    fund.do(c.PutMotion(item_id=ITEM, resolution="approve", terms=terms), CHAIR)


def test_with_nothing_under_way_a_member_is_told_where_it_will_stand(visit: Visit):
    screen = visit(BANK)
    assert "There is nothing to read and answer now." in text(screen)
    assert "Freeze the facts and send it round" not in labels(screen)


def test_each_step_alone_then_the_proof_on_record(fund: SmallFund, item: str, visit: Visit):
    screen = visit(TLO)
    assert title(screen) == "Have you an interest?"
    assert "Answer by 8 April 2026" in text(screen)
    assert "7 days are left" in text(screen)
    assert "the order lapses" in text(screen)
    assert not screen.checkbox
    screen = press(screen, "I have no interest")
    assert title(screen) == "Please read the papers"
    facts, paper = screen.checkbox
    facts.check()
    looked(screen.run())
    assert "1 tick is missing" in labels(screen)
    screen.checkbox[1].check()
    press(looked(screen.run()), "I have read all of it")
    assert [one.person for one in fund.desk.book(BANK).items[item].readings] == [TLO.person]
    assert "Score this proposal" in labels(screen)
    assert paper.label.replace("\\", "") == "I have read: paper"


def test_one_agrees_in_one_press_and_sees_that_it_can_still_be_stopped(fund: SmallFund, item: str, visit: Visit):
    put(fund)
    screen = press(visit(BANK), "I agree")
    assert "You agreed. Until the chair declares the result" in text(screen)
    assert {"I object", "Ask for a meeting instead"} <= labels(screen)


def test_an_objection_without_a_reason_stays_on_the_page_with_one_it_ends_everything(
    fund: SmallFund, item: str, visit: Visit
):
    put(fund)
    screen = press(visit(BANK), "Object and end it")
    assert "The objection has no reason yet." in text(screen)
    next(one for one in screen.text_area if one.label == "Why you object").set_value("the price")
    screen = press(screen, "Object and end it")
    assert title(screen) == "No written resolution is under way"
    assert "Your objection is on record. The item goes to a meeting." in text(screen)


def test_the_manager_who_has_no_seat_may_ask_for_a_meeting_and_answers_nothing(
    fund: SmallFund, item: str, visit: Visit
):
    put(fund)
    screen = visit(fund.manager)
    assert "Ask for a meeting instead" in labels(screen)
    assert "I agree" not in labels(screen)


def test_the_recused_see_that_there_is_one_and_nothing_of_it(fund: SmallFund, item: str, visit: Visit):
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind="inventor_or_patent_holder"), TLO)
    screen = visit(TLO)
    assert title(screen) == "Written resolution no. 1: you take no part"
    assert "PR-1" not in text(screen)
    assert "the order lapses" not in text(screen)
    for reader, given in ((TLO, Refusal), (BANK, Document), (fund.lp, Refusal)):
        assert isinstance(circulated_copy(fund.desk, reader, {"item": item}, "en"), given)


def test_the_secretariat_enters_from_paper_what_the_member_signed(fund: SmallFund, item: str, visit: Visit):
    fund.do(c.DeclareInterest(item_id=item, seat_id="bank", kind="none"), SECRETARIAT)
    press(visit(SECRETARIAT), "Enter this reading")
    assert [(one.person, one.entry) for one in fund.desk.book(CHAIR).items[item].readings] == [(BANK.person, "paper")]


def test_an_answer_from_paper_that_is_not_chosen_is_asked_for(fund: SmallFund, item: str, visit: Visit):
    put(fund)
    screen = press(visit(SECRETARIAT), "Enter this answer")
    assert "It is not chosen yet how" in text(screen)
    assert fund.desk.book(CHAIR).items[item].motions[0].ballots == ()


def test_the_secretariat_seats_an_alternate_who_is_led_through_the_same_steps(fund: SmallFund, item: str, visit: Visit):
    fund.do(c.DeclareInterest(item_id=item, seat_id="tlo", kind="organisation_licence_income"), TLO)
    press(visit(SECRETARIAT), "Seat this alternate")
    assert title(visit(OUTSIDE)) == "Have you an interest?"


def test_marks_far_apart_are_not_put_to_agreement(fund: SmallFund, item: str, visit: Visit):
    fund.read(item)
    for seat, level in zip(SEATS, (5, 5, 3), strict=True):
        card = c.SubmitScorecard(item_id=item, seat_id=seat, judgements=fund.judgements(level))
        fund.do(card, MEMBERS[seat])
    fund.do(c.RevealScores(item_id=item), CHAIR)
    screen = visit(CHAIR)
    assert "what has to be discussed is not resolved in writing" in text(screen)
    assert "Put a motion" not in labels(screen)


def test_two_go_round_and_the_most_pressing_is_shown_first(fund: SmallFund, item: str, visit: Visit):
    fund.proposal("PR-2")
    fund.circulation(2, "PR-2", days=3)
    screen = visit(BANK)
    assert screen.selectbox(key="circulation-of").value == "2"
    screen.selectbox(key="circulation-of").select("1")
    assert "PR-1" in text(looked(screen.run()))


def test_the_secretariat_is_told_what_is_missing_before_anything_goes_round(fund: SmallFund, visit: Visit):
    screen = press(visit(SECRETARIAT), "Freeze the facts and send it round")
    assert spoken.what("proposal_not_chosen") in text(screen)
    screen.selectbox[0].select("id-PR-1")
    screen = press(screen, "Freeze the facts and send it round")
    assert spoken.what("circulation_without_reason") in text(screen)
    next(one for one in screen.text_area).set_value("the order lapses")
    screen = press(screen, "Freeze the facts and send it round")
    assert "Written resolution no. 1 goes round until 8 April 2026." in text(screen)


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Let somebody else act once, after the page was drawn and before its line looks at what happened."""
    shown = steps.show

    def arrange(act: Callable[[], object]) -> None:
        waiting = [act]

        def show(seen: Seen) -> None:
            shown(seen)
            while waiting:
                waiting.pop()()

        monkeypatch.setattr(steps, "show", show)

    return arrange


def test_an_answer_of_another_is_seen_and_moves_nothing_that_one_is_writing(
    fund: SmallFund, item: str, visit: Visit, meanwhile
):
    fund.read(item)
    meanwhile(lambda: fund.scored(item, "tlo"))
    screen = visit(BANK)
    assert f"{TLO.person}: read the papers on 1 April 2026, 10:00, has scored" in text(screen)
    assert "Something changed: show it" in labels(screen)
    assert "This page follows by itself." in text(press(screen, "Something changed: show it"))


def test_the_page_turns_by_itself_when_the_chair_puts_the_resolution(
    fund: SmallFund, item: str, visit: Visit, meanwhile
):
    fund.read_and_revealed(item)
    terms = Terms(amount_yen=60_000_000, instrument="common_shares")
    meanwhile(lambda: fund.do(c.PutMotion(item_id=item, resolution="approve", terms=terms), CHAIR))
    screen = visit(BANK)
    assert title(screen) == "Your answer, please"
    assert "Something changed: show it" not in labels(screen)


def test_the_page_says_so_by_itself_when_another_ends_it(fund: SmallFund, item: str, visit: Visit, meanwhile):
    meanwhile(lambda: fund.do(w.AskForMeeting(item_id=item, reason="too large"), TLO))
    assert title(visit(BANK)) == "No written resolution is under way"
