"""Writing to the members about a written resolution and a planned meeting: to whom, with which words, and noted."""

import io
import zipfile
from collections.abc import Callable
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from small_fund import DAY, MEMBERS, SEATS, SECRETARIAT, Clock, SmallFund
from streamlit.testing.v1 import AppTest

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.committee.planning import PlannedMeeting
from fundapp.committee.proposal import Terms
from fundapp.desk import Desk
from fundapp.mailing import MailServer
from fundapp.places import ui_script
from fundapp.record import commands as c
from fundapp.record import planning_commands as n
from fundapp.text.catalogue import use
from fundapp.ui import gate
from fundapp.ui.desks import PAGES
from fundapp.ui.meeting import summoning
from fundapp.web import clockwork, process
from fundapp.web.document import Document
from fundapp.web.inquiry_letters import BASE
from fundapp.web.summons_letters import summons_messages
from tests.pages.screens import open_accounts

CHAIR, TLO, BANK = (MEMBERS[seat] for seat in SEATS)
ITEM = "m1-PR-1"
SERVER = MailServer(host="mail.example", port=25, encrypted=False, sender="office@fund.example")
PLANNED = PlannedMeeting(
    id="plan", number=7, day=DAY + timedelta(days=9), begins="14:00", duration_minutes=60, place="room 2",
    proposal_ids=("id-PR-1",),
)  # fmt: skip


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    """All but the bank's holder have an address."""
    clock = Clock()
    made = SmallFund(Desk(tmp_path, clock=clock), clock)
    open_accounts(made.desk, (CHAIR, TLO), emails=True)
    open_accounts(made.desk, (BANK,))
    made.found()
    made.proposal("PR-1")
    return made


@pytest.fixture
def visit(fund: SmallFund, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], AppTest]:
    monkeypatch.setattr(process, "desk", lambda: fund.desk)
    monkeypatch.setattr(gate, "actor_of", lambda *_: SECRETARIAT)

    def open_page(path: str) -> AppTest:
        use("en")
        screen = AppTest.from_file(ui_script(), default_timeout=60)
        screen.query_params["lang"] = "en"
        screen.run()
        return screen.switch_page(str(PAGES[path].file)).run()

    return open_page


@pytest.fixture
def outbox(monkeypatch: pytest.MonkeyPatch) -> list[EmailMessage]:
    """What left by a mail server that knows nobody at the TLO."""
    left: list[EmailMessage] = []

    def send_all(_server, messages):
        for key, one in messages:
            refused = "tlo" in one["To"]
            left.extend(() if refused else (one,))
            yield key, "no such user" if refused else ""

    monkeypatch.setattr(summoning, "mail_server", lambda: SERVER)
    monkeypatch.setattr(summoning, "send_all", send_all)
    return left


def files(fund: SmallFund, who: Actor, **query: str) -> dict[str, EmailMessage]:
    """Addressee -> the message, as a mail program reads the file."""
    made = summons_messages(fund.desk, who, {**query, BASE: "https://fund.example/"}, "en")
    assert isinstance(made, Document), made
    with zipfile.ZipFile(io.BytesIO(made.content)) as package:
        read = [message_from_bytes(package.read(name), policy=default) for name in package.namelist()]
    return {one["To"] or "": one for one in read}


def body(one: EmailMessage) -> str:
    return one.get_body().get_content()


def text(screen: AppTest) -> str:
    assert not screen.exception
    return "\n".join(one.value for one in (*screen.markdown, *screen.success)).replace("\\", "")


def press(screen: AppTest, label: str) -> AppTest:
    next(one for one in screen.button if one.label == label).click()
    return screen.run()


def test_whoever_is_waited_for_is_told_what_to_do_until_when_and_not_about_what(fund: SmallFund) -> None:
    fund.circulation(1, "PR-1")
    fund.read(ITEM, "tlo")
    told = files(fund, SECRETARIAT, meeting="m1")
    assert set(told) == {
        "Association-Holder <association-holder@fund.example>",
        "Tlo-Holder <tlo-holder@fund.example>",
        "",
    }
    first = told["Association-Holder <association-holder@fund.example>"]
    assert first["Subject"] == (
        "第1回（書面決議）：2026年4月8日までにご回答ください / Written resolution no. 1: please answer by 8 April 2026"
    )
    assert "https://fund.example/circulation?meeting=1" in body(first)
    assert "資料をお読みのうえ、2026年4月8日までにご回答ください" in body(first)
    assert "You have read the papers; your score is missing." in body(told["Tlo-Holder <tlo-holder@fund.example>"])
    for one in told.values():
        assert not [word for word in ("PR-1", "PR-1 Ltd", "the order lapses") if word in body(one) + one["Subject"]]


def test_the_recused_and_who_has_answered_are_not_written_to(fund: SmallFund) -> None:
    fund.circulation(1, "PR-1")
    fund.do(c.DeclareInterest(item_id=ITEM, seat_id="tlo", kind="kin"), TLO)
    fund.read(ITEM, "association")
    card = c.SubmitScorecard(item_id=ITEM, seat_id="association", judgements=fund.judgements())
    fund.do(card, CHAIR)
    assert set(files(fund, SECRETARIAT, meeting="m1")) == {""}
    assert isinstance(summons_messages(fund.desk, BANK, {"meeting": "m1"}, "en"), Refusal)


def test_what_left_is_noted_and_what_did_not_says_why(fund: SmallFund, visit, outbox) -> None:
    fund.circulation(1, "PR-1")
    screen = visit("committee/circulation")
    assert "3 members are not written to yet" in text(screen)
    screen = press(screen, "Send them by e-mail now")
    assert [one["To"] for one in outbox] == ["Association-Holder <association-holder@fund.example>"]
    assert "1 member was written to." in text(screen)
    assert "2 members are not written to yet" in text(screen)
    assert "Association-Holder: written to on 1 April 2026, 10:00" in text(screen)
    assert "Tlo-Holder: the mail server did not take it: no such user" in text(screen)
    assert "Bank-Holder: no e-mail address on file" in text(screen)
    assert set(fund.desk.summoned(SECRETARIAT, "m1/read")) == {CHAIR.person}
    assert "Everyone who is waited for was written to" in text(press(screen, "They are told"))
    assert fund.desk.summoned(BANK, "m1/read") == {}


def test_a_mail_server_that_takes_nothing_is_told_and_nothing_is_noted(fund: SmallFund, visit, outbox) -> None:
    fund.circulation(1, "PR-1")
    fund.read(ITEM, "association")
    fund.do(c.SubmitScorecard(item_id=ITEM, seat_id="association", judgements=fund.judgements()), CHAIR)
    screen = press(visit("committee/circulation"), "Send them by e-mail now")
    assert "Tlo-Holder: the mail server did not take it: no such user" in text(screen)
    assert (outbox, fund.desk.summoned(SECRETARIAT, "m1/read")) == ([], {})


def test_without_a_mail_server_the_files_are_there_and_a_press_notes_it(fund: SmallFund, visit) -> None:
    fund.circulation(1, "PR-1")
    screen = visit("committee/circulation")
    assert "Send them by e-mail now" not in {one.label for one in screen.button}
    press(screen, "They are told")
    assert set(fund.desk.summoned(SECRETARIAT, "m1/read")) == {one.person for one in MEMBERS.values()}


def test_when_a_resolution_is_put_everyone_is_asked_anew(fund: SmallFund, visit) -> None:
    fund.circulation(1, "PR-1")
    press(visit("committee/circulation"), "They are told")
    fund.read_and_revealed(ITEM)
    assert "written to" not in text(visit("committee/circulation")), "it is the chair's turn"
    terms = Terms(amount_yen=60_000_000, instrument="common_shares")
    fund.do(c.PutMotion(item_id=ITEM, resolution="approve", terms=terms), CHAIR)
    assert "3 members are not written to yet" in text(visit("committee/circulation"))
    assert "The resolution is put; your answer is missing." in body(files(fund, SECRETARIAT, meeting="m1")[""])


def test_an_invitation_goes_to_every_seat_with_the_calendar_and_again_when_it_was_corrected_or_called_off(
    fund: SmallFund, visit
) -> None:
    fund.do(n.PlanMeeting(planned=PLANNED), SECRETARIAT)
    first = files(fund, SECRETARIAT, planned="plan")["Tlo-Holder <tlo-holder@fund.example>"]
    assert "Invitation: investment committee, meeting no. 7, 10 April 2026" in first["Subject"]
    assert "10 April 2026, Friday, 14:00, room 2" in body(first)
    (calendar,) = first.iter_attachments()
    assert calendar.get_content_type() == "text/calendar"
    assert "METHOD:PUBLISH" in calendar.get_content()
    assert "PR-1" not in calendar.get_content() + body(first)
    press(visit("committee/meeting"), "They are told")
    assert "Everyone who is waited for was written to" in text(visit("committee/meeting"))
    later = PLANNED.model_copy(update={"place": "room 3", "revision": 1})
    fund.do(n.PlanMeeting(planned=later), SECRETARIAT)
    assert "3 members are not written to yet" in text(visit("committee/meeting"))
    off = PLANNED.model_copy(update={"revision": 2, "cancelled": True})
    fund.do(n.PlanMeeting(planned=off), SECRETARIAT)
    (subject, *_others) = {one["Subject"] for one in files(fund, SECRETARIAT, planned="plan").values()}
    assert "Called off: investment committee, meeting no. 7, 10 April 2026" in subject
    assert "3 members are not written to yet" in text(visit("committee/meeting"))
    press(visit("committee/meeting"), "They are told")
    assert "written to" not in text(visit("committee/meeting"))


def test_in_the_last_days_the_clock_reminds_once_whoever_is_missing(fund: SmallFund, visit, monkeypatch) -> None:
    item, taken, refuses = fund.circulation(1, "PR-1", days=7), [], ["tlo"]

    def send_all(_server, messages):
        for key, one in messages:
            why = "busy" if any(one_ in one["To"] for one_ in refuses) else ""
            taken.extend(() if why else (str(one["To"]),))
            yield key, why

    monkeypatch.setattr(clockwork, "send_all", send_all)
    fund.read(item, "bank")
    clockwork.turn(fund.desk, SERVER, "https://fund.example")
    assert taken == [], "a week is left"
    fund.clock.wait(days=5)
    clockwork.turn(fund.desk, None, "https://fund.example")
    clockwork.turn(fund.desk, SERVER, "https://fund.example")
    clockwork.turn(Desk(fund.desk.database.folder, clock=fund.clock), SERVER, "https://fund.example")
    assert ["association" in one for one in taken] == [True], "the bank has no address, the TLO's server is busy"
    refuses.clear()
    fund.clock.wait(minutes=30)
    clockwork.turn(fund.desk, SERVER, "https://fund.example")
    assert len(taken) == 1, "it is offered again after an hour"
    fund.clock.wait(minutes=30)
    clockwork.turn(fund.desk, SERVER, "https://fund.example")
    clockwork.turn(fund.desk, SERVER, "https://fund.example")
    assert ["tlo" in one for one in taken] == [False, True]
    told = text(visit("committee/circulation"))
    assert "Reminded by the clock: Association-Holder" in told
    fund.clock.wait(days=3)
    clockwork.turn(fund.desk, SERVER, "https://fund.example")
    assert len(taken) == 2, "the last day has passed"
