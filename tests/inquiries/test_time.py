"""An inquiry's time: a later deadline, reminders and the second circle without a press, messages that leave once."""

from datetime import timedelta
from email.message import EmailMessage

import pytest
from asked import can
from asked_fund import MEMBERS, PROPOSAL
from small_fund import MEMBERS as SEATS
from small_fund import SECRETARIAT

from fundapp.basis.refusal import Refusal
from fundapp.clockwork_desk import CLOCKWORK
from fundapp.desk import Desk
from fundapp.documents.inquiry_message import said
from fundapp.mailing import MailServer
from fundapp.record import commands as c
from fundapp.record import inquiry_commands as q
from fundapp.store.history import history
from fundapp.store.tables import LINKS, NOTICES
from fundapp.ui.home.inquiry_tasks import inquiry_tasks
from fundapp.web import clockwork
from fundapp.web.inquiry_letters import letters

SERVER = MailServer(host="mail.example", port=587, encrypted=False, sender="office@fund.example")
BASE = "https://fund.example"


@pytest.fixture
def sent(monkeypatch) -> list[tuple[str, str]]:
    """(address, subject) of every message that the mail server took; no network."""
    found: list[tuple[str, str]] = []

    def send_all(_server, messages):
        for key, message in messages:
            assert isinstance(message, EmailMessage)
            found.append((str(message["To"].addresses[0].addr_spec), str(message["Subject"])))
            yield key, ""

    monkeypatch.setattr(clockwork, "send_all", send_all)
    return found


def gone_out(asked, *member_ids: str, remind: int | None = None, widens: bool = False) -> dict[str, str]:
    tokens = asked.goes_out(*member_ids)
    asked.do(q.NoteLeft(inquiry_id=asked.id, member_ids=member_ids, by="hand"))
    asked.do(q.OrderByClock(inquiry_id=asked.id, remind_days_before=remind, widens_itself=widens))
    return tokens


def seen(fund):
    return fund.desk.inquiries(SECRETARIAT, PROPOSAL)[0]


def extend(fund, asked, days: int = 7, reason: str = "a holiday") -> q.ExtendDeadline:
    until = seen(fund).inquiry.answer_by + timedelta(days=days)
    return q.ExtendDeadline(inquiry_id=asked.id, answer_by=until, reason=reason)


def tasks(fund) -> list[tuple[str, int]]:
    found = inquiry_tasks(fund.desk.inquiries_under_way(SECRETARIAT), fund.clock.now)
    return [(one.kind, dict(one.details)["n"]) for one in found]


# A later deadline


def test_a_deadline_is_put_off_everyone_is_told_and_answers_stay_sealed(fund, asked):
    tokens = gone_out(asked, "m1", "m2")
    asked.answers(tokens["m1"], can("L1", 700), person="P")
    first = seen(fund).inquiry.answer_by
    asked.do(extend(fund, asked))
    now = seen(fund)
    assert (now.inquiry.answer_by - first, now.sealed, now.offers) == (timedelta(days=7), True, ())
    assert [(one.put_off_from, one.answer_by, one.reason) for one in now.extensions] == [
        (first, now.inquiry.answer_by, "a holiday")
    ]
    assert now.noticed("extend") == {"m1", "m2"}
    assert tasks(fund) == [("inquiry_later", 2)]
    fund.clock.now = first + timedelta(hours=1)
    assert seen(fund).sealed, "the first deadline has passed and nothing is open"
    assert fund.desk.support(SECRETARIAT, PROPOSAL).offers == ()
    fund.clock.now = now.inquiry.answer_by
    assert [one.unit_price_yen for one in seen(fund).offers] == [700]


def test_the_message_names_both_days_and_carries_the_member_s_own_link(fund, asked):
    gone_out(asked, "m1")
    asked.do(extend(fund, asked))
    made = letters(fund.desk, SECRETARIAT, fund.desk.proposal(SECRETARIAT, PROPOSAL), seen(fund), "extend", BASE)
    letter = made["m1"].letter
    assert (letter.put_off_from, letter.answer_by) == (seen(fund).extensions[0].put_off_from, later_of(fund))
    assert f"{BASE}/answer/{fund.desk.link_tokens(SECRETARIAT, asked.id)['m1']}" == letter.address
    assert "2026" in said(letter, "en").paragraphs[-2]


def later_of(fund):
    return seen(fund).inquiry.answer_by


def test_the_link_lives_on_with_the_deadline_the_old_token_too(fund, asked):
    asked.composed()
    asked.agrees(asked.asks_the_president())
    link = asked.link("m1", expires=fund.clock.now + timedelta(days=15))
    asked.do(q.SendInquiry(inquiry_id=asked.id, stage="first", members=(q.Addressed(member_id="m1", link=link),)))
    old = fund.desk.token(link)
    asked.do(extend(fund, asked))
    with fund.desk.database.read() as connection:
        (stands,) = LINKS.facts(connection, "main", id=link.id)
    assert stands.expires == link.expires + timedelta(days=7)
    fund.clock.wait(days=18)
    for token in (old, fund.desk.token(stands)):
        sheet = asked.sheet(token)
        assert (sheet.standing, sheet.put_off_from) == ("open", seen(fund).extensions[0].put_off_from)
    assert not isinstance(asked.answers(old, can("L1", 700), person="P"), Refusal)
    fund.clock.wait(days=5)
    assert fund.desk.answer_sheet(old) == Refusal.of("link_expired")


def test_a_link_that_was_taken_back_stays_so_and_gets_no_news(fund, asked):
    gone_out(asked, "m1", "m2")
    (link,) = [one for one in fund.desk.issued(SECRETARIAT, PROPOSAL) if one.member_id == "m2"]
    asked.do(q.RevokeLink(link_id=link.id))
    asked.do(extend(fund, asked))
    assert seen(fund).noticed("extend") == {"m1"}
    (after,) = [one for one in fund.desk.issued(SECRETARIAT, PROPOSAL) if one.member_id == "m2"]
    assert after.expires == link.expires


def test_who_has_not_had_the_first_message_reads_the_new_day_in_it(fund, asked):
    asked.goes_out("m1", "m2")
    asked.do(q.NoteLeft(inquiry_id=asked.id, member_ids=("m1",), by="hand"))
    asked.do(extend(fund, asked))
    assert seen(fund).noticed("extend") == {"m1"}


@pytest.mark.parametrize("days", [0, -1])
def test_a_deadline_is_never_brought_forward(fund, asked, days):
    gone_out(asked, "m1")
    until = seen(fund).inquiry.answer_by.isoformat()
    assert fund.refused(extend(fund, asked, days), SECRETARIAT) == Refusal.of("deadline_not_later", until_at=until)


@pytest.mark.parametrize("reason", ["", "  ", "x" * 501])
def test_a_later_deadline_needs_a_reason(fund, asked, reason):
    gone_out(asked, "m1")
    refused = fund.refused(extend(fund, asked, reason=reason), SECRETARIAT)
    assert refused == Refusal.of("extension_needs_reason", longest=500)


def test_no_later_deadline_once_it_has_come_or_answers_were_opened(fund, asked):
    tokens = gone_out(asked, "m1")
    order = extend(fund, asked)
    ended = seen(fund).inquiry.answer_by
    asked.answers(tokens["m1"], can("L1", 700), person="P")
    asked.do(q.CloseInquiry(inquiry_id=asked.id))
    assert fund.refused(order, SECRETARIAT).code == "inquiry_over"
    fund.clock.now = ended
    assert fund.refused(order, SECRETARIAT).code == "inquiry_over"
    assert seen(fund).extensions == ()


def test_at_the_very_second_of_the_deadline_it_is_too_late(fund, asked):
    gone_out(asked, "m1")
    order, ends = extend(fund, asked), seen(fund).inquiry.answer_by
    fund.clock.now = ends
    assert fund.refused(order, SECRETARIAT) == Refusal.of("inquiry_over", number=1, ended_at=ends.isoformat())
    fund.clock.now = ends - timedelta(seconds=1)
    assert not isinstance(fund.desk.submit(order, SECRETARIAT), Refusal)


def test_a_second_later_deadline_takes_the_place_of_the_first_news(fund, asked):
    gone_out(asked, "m1")
    asked.do(extend(fund, asked))
    asked.do(extend(fund, asked, reason="the fair"))
    assert len(seen(fund).extensions) == 2
    assert [one.kind for one in seen(fund).notices] == ["extend"]
    assert asked.sheet(fund.desk.link_tokens(SECRETARIAT, asked.id)["m1"]).put_off_from == (
        seen(fund).extensions[0].put_off_from
    )


# Reminders without a press


def test_reminders_are_made_on_their_day_once_and_wait_for_a_hand(fund, asked):
    tokens = gone_out(asked, "m1", "m2", remind=3)
    asked.answers(tokens["m1"], can("L1"))
    fund.clock.wait(days=10, hours=23)
    assert fund.desk.act_by_clock() == ()
    fund.clock.wait(hours=1)
    assert fund.desk.act_by_clock() == (asked.id,)
    assert seen(fund).noticed("remind") == {"m2"}
    assert tasks(fund) == [("inquiry_remind", 1)]
    assert fund.desk.act_by_clock() == ()
    again = Desk(fund.desk.database.folder, clock=fund.clock)
    assert again.act_by_clock() == (), "a restart makes none anew"
    assert len(seen(fund).notices) == 1
    with fund.desk.database.read() as connection:
        (made,) = history(connection, "main", "inquiry_notice", seen(fund).notices[0].id)
    assert (made.actor, made.old) == ("clock", None)


def test_whoever_answers_meanwhile_is_not_reminded(fund, asked):
    tokens = gone_out(asked, "m1", remind=3)
    fund.clock.wait(days=12)
    fund.desk.act_by_clock()
    asked.answers(tokens["m1"], can("L1"))
    assert seen(fund).notices == ()
    assert tasks(fund) == [("inquiry_widen", 0)], "nothing waits but the parts that are open"


def test_no_reminder_without_the_order_nor_after_the_deadline(fund, asked):
    gone_out(asked, "m1")
    fund.clock.wait(days=13)
    assert fund.desk.act_by_clock() == ()
    asked.do(q.OrderByClock(inquiry_id=asked.id, remind_days_before=3))
    fund.clock.wait(days=1)
    assert fund.desk.act_by_clock() == ()
    assert fund.refused(q.MakeReminders(inquiry_id=asked.id), SECRETARIAT).code == "inquiry_over"


def test_reminders_are_not_made_for_nobody_nor_for_who_was_written_to_after_their_hour(fund, asked):
    asked.goes_out("m1", "m2")
    asked.do(q.OrderByClock(inquiry_id=asked.id, remind_days_before=3))
    fund.clock.wait(days=12)
    assert fund.desk.act_by_clock() == (), "no message has left the house"
    asked.do(q.NoteLeft(inquiry_id=asked.id, member_ids=("m1", "m2"), by="hand"))
    assert fund.desk.act_by_clock() == ()
    asked.do(extend(fund, asked))
    fund.clock.wait(days=6)
    assert fund.desk.act_by_clock() == (asked.id,)
    assert seen(fund).noticed("remind") == {"m1", "m2"}


def test_reminders_come_again_before_a_later_deadline(fund, asked):
    gone_out(asked, "m1", remind=3)
    fund.clock.wait(days=12)
    fund.desk.act_by_clock()
    asked.do(extend(fund, asked))
    assert {one.kind for one in seen(fund).notices} == {"extend"}, "the reminder named the old day"
    assert fund.desk.act_by_clock() == ()
    fund.clock.wait(days=6)
    assert fund.desk.act_by_clock() == (asked.id,)


def test_reminders_handed_over_are_counted_and_remind_nobody_twice(fund, asked):
    gone_out(asked, "m1", "m2", remind=3)
    fund.clock.wait(days=12)
    fund.desk.act_by_clock()
    ids = tuple(one.id for one in seen(fund).notices)
    asked.do(q.NoteNotices(inquiry_id=asked.id, notice_ids=ids, by="hand"))
    assert [(one.reminders, one.reminded_at) for one in seen(fund).recipients] == [(1, fund.clock.now)] * 2
    assert seen(fund).notices == ()
    again = q.NoteNotices(inquiry_id=asked.id, notice_ids=ids, by="hand")
    assert fund.refused(again, SECRETARIAT) == Refusal.of("notice_left_already")
    by_press = q.RemindMembers(inquiry_id=asked.id, member_ids=("m1",))
    assert fund.refused(by_press, SECRETARIAT) == Refusal.of("member_reminded_already")


def test_a_press_takes_the_place_of_the_reminder_that_waits(fund, asked):
    gone_out(asked, "m1", "m2", remind=3)
    fund.clock.wait(days=12)
    fund.desk.act_by_clock()
    asked.do(q.RemindMembers(inquiry_id=asked.id, member_ids=("m1",)))
    assert seen(fund).noticed("remind") == {"m2"}


# To all members without a press


def test_it_goes_to_all_members_by_itself_once_its_hours_are_over(fund, asked):
    tokens = gone_out(asked, "m1", widens=True)
    asked.answers(tokens["m1"], can("L1"))
    fund.clock.wait(hours=71)
    assert fund.desk.act_by_clock() == ()
    fund.clock.wait(hours=1)
    assert fund.desk.act_by_clock() == (asked.id,)
    assert fund.desk.act_by_clock() == ()
    assert {(one.member_id, one.stage) for one in seen(fund).recipients} == {
        ("m1", "first"), ("m2", "all"), ("m3", "all"),
    }  # fmt: skip
    assert tasks(fund) == [("inquiry_messages", 0)]
    assert set(fund.desk.link_tokens(SECRETARIAT, asked.id)) == set(MEMBERS)


def test_who_has_left_and_the_proposing_company_itself_are_not_asked(fund, asked):
    made = fund.desk.proposal(SECRETARIAT, PROPOSAL)
    gone_out(asked, "m1", widens=True)
    known = {one.id: one for one in fund.desk.members()}
    left = known["m2"].model_copy(update={"left_on": fund.desk.today()})
    own = known["m3"].model_copy(update={"name": made.company.name})
    fund.do(c.RegisterMembers(members=(left, own)), SECRETARIAT)
    assert [one.id for one in fund.desk.askable(SECRETARIAT, PROPOSAL)] == ["m1"]
    fund.clock.wait(hours=72)
    assert fund.desk.act_by_clock() == ()
    assert {one.member_id for one in seen(fund).recipients} == {"m1"}


def test_it_stays_in_the_first_circle_when_every_part_has_a_hand_or_nobody_ordered_it(fund, asked):
    tokens = gone_out(asked, "m1")
    fund.clock.wait(hours=80)
    assert fund.desk.act_by_clock() == ()
    order = q.OrderByClock(inquiry_id=asked.id, widens_itself=True)
    asked.do(order)
    asked.answers(tokens["m1"], can("L1"), can("L2"), can("L3"))
    assert fund.desk.act_by_clock() == ()


def test_the_clock_sends_nothing_that_nobody_ordered(fund, asked):
    gone_out(asked, "m1")
    fund.clock.wait(hours=80)
    link = fund.desk.fresh_link(seen(fund).inquiry, "m2")
    forged = q.SendInquiry(
        inquiry_id=asked.id, stage="all", members=(q.Addressed(member_id="m2", link=link),), by_clock=True
    )
    assert fund.refused(forged, CLOCKWORK).code == "inquiry_sent_already"


# Messages that leave by themselves


def test_with_a_mail_server_the_messages_leave_once(fund, asked, sent):
    gone_out(asked, "m1", remind=3, widens=True)
    fund.clock.wait(days=12)
    clockwork.turn(fund.desk, SERVER, BASE)
    assert sorted(address for address, _subject in sent) == [f"{one}@works.example" for one in MEMBERS]
    assert [(one.member_id, one.left_by) for one in seen(fund).recipients] == [
        ("m1", "hand"), ("m2", "mail"), ("m3", "mail"),
    ]  # fmt: skip
    assert [one.reminders for one in seen(fund).recipients] == [1, 0, 0]
    clockwork.turn(fund.desk, SERVER, BASE)
    clockwork.turn(Desk(fund.desk.database.folder, clock=fund.clock), SERVER, BASE)
    assert len(sent) == 3
    assert tasks(fund) == []


@pytest.mark.parametrize(("server", "base"), [(None, BASE), (SERVER, "")])
def test_without_a_server_or_an_address_for_the_links_nothing_leaves(fund, asked, sent, server, base):
    gone_out(asked, "m1", remind=3)
    fund.clock.wait(days=12)
    clockwork.turn(fund.desk, server, base)
    assert sent == []
    assert tasks(fund) == [("inquiry_remind", 1)]


def test_a_message_that_was_under_way_when_the_server_died_is_not_sent_again(fund, asked, sent, monkeypatch):
    gone_out(asked, "m1", "m2", remind=3)
    fund.clock.wait(days=12)

    class KilledError(Exception):
        pass

    def dies(_server, messages):
        next(iter(messages))
        raise KilledError
        yield

    with monkeypatch.context() as patched:
        patched.setattr(clockwork, "send_all", dies)
        with pytest.raises(KilledError):
            clockwork.turn(fund.desk, SERVER, BASE)
    fund.clock.wait(hours=2)
    clockwork.turn(fund.desk, SERVER, BASE)
    assert [address for address, _subject in sent] == ["m2@works.example"]
    (doubtful,) = seen(fund).notices
    assert (doubtful.member_id, doubtful.is_in_doubt()) == ("m1", True)
    assert tasks(fund) == [("inquiry_remind", 1)]


def test_what_the_mail_server_refused_is_tried_again_after_an_hour(fund, asked, monkeypatch):
    gone_out(asked, "m1", remind=3)
    fund.clock.wait(days=12)
    tried = []

    def refuses(_server, messages):
        for key, _message in messages:
            tried.append(fund.clock.now)
            yield key, "mailbox full"

    monkeypatch.setattr(clockwork, "send_all", refuses)
    for _turn in range(3):
        clockwork.turn(fund.desk, SERVER, BASE)
        fund.clock.wait(minutes=30)
    assert len(tried) == 2
    assert [one.failure for one in seen(fund).notices] == ["mailbox full"]


def test_a_member_without_an_address_waits_for_a_hand(fund, asked, sent):
    gone_out(asked, "m1", remind=3)
    (contact,) = [one for one in fund.desk.contacts(SECRETARIAT) if one.member_id == "m1"]
    fund.do(q.RecordContacts(contacts=(contact.model_copy(update={"email": ""}),)), SECRETARIAT)
    fund.clock.wait(days=12)
    clockwork.turn(fund.desk, SERVER, BASE)
    assert (sent, tasks(fund)) == ([], [("inquiry_remind", 1)])


@pytest.mark.parametrize(
    "order", [q.TryNotices(inquiry_id="inquiry-1", notice_ids=("no",)), q.NoteNotices(
        inquiry_id="inquiry-1", notice_ids=("no",), by="hand")], ids=["try", "note"]
)  # fmt: skip
def test_a_message_that_is_not_there_cannot_leave(fund, asked, order):
    gone_out(asked, "m1")
    assert fund.refused(order, SECRETARIAT) == Refusal.of("notice_unknown")


def test_only_the_office_orders_the_clock(fund, asked):
    gone_out(asked, "m1")
    order = q.OrderByClock(inquiry_id=asked.id, remind_days_before=1)
    for command in (order, extend(fund, asked), q.MakeReminders(inquiry_id=asked.id)):
        assert fund.refused(command, SEATS["bank"]) == Refusal.of("not_permitted")
    early = q.MakeReminders(inquiry_id=asked.id)
    assert fund.refused(early, SECRETARIAT) == Refusal.of("reminders_not_due", number=1)


def test_every_message_stands_in_the_register_under_one_id(fund, asked):
    gone_out(asked, "m1", "m2", remind=3, widens=True)
    fund.clock.wait(days=12)
    for _turn in range(3):
        fund.desk.act_by_clock()
    with fund.desk.database.read() as connection:
        found = [(one.kind, one.member_id) for one in NOTICES.facts(connection, "main")]
    assert sorted(found) == [("ask", "m3"), ("remind", "m1"), ("remind", "m2")]
