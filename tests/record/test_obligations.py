"""The promises of an approval: what was frozen at it, what was given, and who may know of it."""

from datetime import date, timedelta

import pytest
from record.test_after_resolution import approved, signed

from fundapp.documents.portfolio_charts import kept_bars
from fundapp.followup.obligation import Promise, SupportDone
from fundapp.network.need import MenuItem, SupportCase, SupportNeed
from fundapp.record import commands as c
from fundapp.record.obligations import obligations

DAY = date(2026, 4, 1)
DUE = DAY + timedelta(days=30)
PROMISED = Promise(need_id="jigs", name="jigs", kind="M04", provider="Works", deliverable="ten jigs", due=DUE)


@pytest.fixture
def asked(fund, item) -> str:
    """An item with one complete menu item and one without a day."""
    whole = MenuItem(
        kind="M04", provider="Works", person="Hana", deliverable="ten jigs", due=DUE, cost_bearer="company", rung=4
    )
    open_item = MenuItem(kind="M05", provider="Lab")
    needs = (
        SupportNeed(id="jigs", proposal_id="id-PR-1", name="jigs", item=whole),
        SupportNeed(id="tests", proposal_id="id-PR-1", name="tests", item=open_item),
    )
    fund.do(c.RecordNeeds(needs=needs), fund.secretariat)
    return item


def give(need_id: str = "jigs", evidence: str = "Receipt of 1 April", on: date = DAY) -> c.ConfirmSupport:
    return c.ConfirmSupport(investment_id="iv", need_id=need_id, evidence=evidence, on=on)


def seen(fund, viewer):
    return obligations(fund.desk.book(viewer))


def test_an_approval_promises_its_complete_menu_items(fund, asked):
    deal = approved(fund, asked)
    (one,) = seen(fund, fund.secretariat)
    assert (one.deal_id, one.investment_id, one.promise, one.given) == (deal, "", PROMISED, None)


def test_a_correction_of_the_menu_afterwards_changes_no_promise(fund, asked):
    approved(fund, asked)
    fund.do(c.RecordNeeds(needs=(SupportNeed(id="jigs", proposal_id="id-PR-1", name="jigs"),)), fund.secretariat)
    assert [one.promise for one in seen(fund, fund.secretariat)] == [PROMISED]


def test_a_resolution_that_was_given_up_promises_nothing(fund, asked):
    deal = approved(fund, asked)
    fund.do(c.VoidReservation(reservation_id=deal, reason="no agreement", on=DAY), fund.manager)
    assert seen(fund, fund.secretariat) == ()


def test_the_board_counts_the_promises_that_the_page_of_obligations_counts(fund, asked):
    signed(fund, asked)
    book = fund.desk.book(fund.lp)
    (bar,) = kept_bars(book, DAY)
    assert (bar.promised, bar.given) == (1, 0)
    fund.do(give(), fund.secretariat)
    book = fund.desk.book(fund.lp)
    (bar,) = kept_bars(book, DAY)
    found = obligations(book)
    assert (bar.promised, bar.given) == (len(found), sum(one.given is not None for one in found)) == (1, 1)


def test_what_was_given_stands_with_its_day_and_its_words(fund, asked):
    signed(fund, asked)
    fund.do(give(), fund.secretariat)
    book = fund.desk.book(fund.auditor)
    (one,) = obligations(book)
    assert one.given is not None
    assert (one.given.on, book.words_of(one.given.evidence)) == (DAY, "Receipt of 1 April")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (give("tests"), "support_not_agreed"),
        (give("nobody asked"), "support_not_agreed"),
        (give(evidence=" "), "step_needs_evidence"),
        (give(on=DAY + timedelta(days=1)), "dated_ahead"),
    ],
)
def test_only_what_was_promised_is_given_with_evidence_and_not_ahead_of_time(fund, asked, command, code):
    signed(fund, asked)
    assert fund.refused(command, fund.secretariat).code == code


def test_a_support_is_given_once(fund, asked):
    signed(fund, asked)
    fund.do(give(), fund.manager)
    assert fund.refused(give(), fund.secretariat).code == "support_given_already"


def test_readers_confirm_nothing(fund, asked):
    signed(fund, asked)
    for reader in (fund.association, fund.lp, fund.auditor, fund.administrator):
        assert fund.refused(give(), reader).code == "not_permitted"


def test_the_limited_partner_reads_of_signed_agreements_alone_and_no_evidence(fund, asked):
    approved(fund, asked)
    assert seen(fund, fund.lp) == ()


def test_the_limited_partner_reads_what_was_given_but_not_the_evidence(fund, asked):
    signed(fund, asked)
    fund.do(give(), fund.secretariat)
    (one,) = seen(fund, fund.lp)
    assert (one.promise, one.given) == (PROMISED, SupportDone(need_id="jigs", on=DAY))
    assert seen(fund, fund.administrator) == ()


def test_a_recused_member_reads_no_promise_of_that_item(fund, asked):
    fund.do(c.FreezeFacts(item_id=asked), fund.secretariat)
    fund.do(c.DeclareInterest(item_id=asked, seat_id="tlo", kind="kin"), fund.tlo)
    alternate = c.SeatAlternate(item_id=asked, seat_id="tlo", person=fund.outside.person)
    fund.do(alternate, fund.secretariat)
    for seat, person in (("association", fund.association), ("bank", fund.bank), ("tlo", fund.outside)):
        fund.do(c.DeclareInterest(item_id=asked, seat_id=seat, kind="none"), person)
        fund.do(c.SubmitScorecard(item_id=asked, seat_id=seat, judgements=fund.judgements()), person)
    fund.do(c.RevealScores(item_id=asked), fund.association)
    terms = {"resolution": "approve", "terms": {"amount_yen": 60_000_000, "instrument": "common_shares"}}
    fund.do(c.PutMotion(item_id=asked, **terms), fund.association)
    for seat, person in (("association", fund.association), ("bank", fund.bank), ("tlo", fund.outside)):
        fund.do(c.CastVote(item_id=asked, number=1, seat_id=seat, vote="for"), person)
    fund.do(c.DeclareResult(item_id=asked, number=1, reservation_id="r"), fund.association)
    assert seen(fund, fund.tlo) == ()
    assert len(seen(fund, fund.bank)) == 1


def test_promises_feed_the_on_time_rate_of_the_same_company_alone(fund, asked):
    fund.proposal("PR-2")
    signed(fund, asked)
    fund.do(give(), fund.secretariat)
    fed, other = (fund.desk.support(fund.secretariat, f"id-{code}").cases for code in ("PR-1", "PR-2"))
    assert fed == (SupportCase(id="promise/jigs", due=DUE, delivered=DAY),)
    assert other == ()
    fund.clock.wait(days=40)
    rate = fund.desk.support_facts(fund.secretariat, "id-PR-1").values("firm")["ontime_rate"]
    assert (rate.value, rate.cases, rate.counted) == (1, 1, ("promise/jigs",))
