"""What changed lately, as each reader may know it."""

from datetime import UTC, date, datetime, timedelta

from fundapp.basis.fact import Bilingual
from fundapp.record import commands as c
from fundapp.record.book import Book, Investment, Tranche
from fundapp.ui.home.changes import FEW, MOST, Change, changes, latest
from tests.pages.small_fund import ACTORS, EARLIER, small_fund

NOON = datetime(2026, 10, 1, 3, tzinfo=UTC)
DAY = timedelta(days=1)


def told(found):
    return [(one.what, one.meeting, one.item, one.proposal_id, one.resolution, one.amount_yen) for one in found]


def test_meetings_and_their_resolutions_the_last_first(tmp_path):
    fund = small_fund(tmp_path)
    found = changes(fund.desk.book(ACTORS["b"]))
    assert told(found) == [
        ("opened", 14, 0, "", None, None),
        ("closed", 13, 3, "", None, None),
        ("resolved", 13, 2, "proposal-2", "approve", 40_000_000),
        ("resolved", 13, 1, "proposal-1", "decline_unsupported", None),
    ]
    assert [one.on for one in found[1:]] == [EARLIER] * 3


def test_a_limited_partner_hears_of_no_resolution(tmp_path):
    fund = small_fund(tmp_path)
    assert {one.what for one in changes(fund.desk.book(ACTORS["lp"]))} <= {"opened", "closed"}


def test_a_recused_member_reads_the_end_of_other_items(tmp_path):
    fund = small_fund(tmp_path)
    fund.does("c", c.DeclareInterest(item_id="item-14-PR-01", seat_id="seat-c", kind="kin"))
    resolved = [one.proposal_id for one in changes(fund.desk.book(ACTORS["c"])) if one.what == "resolved"]
    assert resolved == ["proposal-2", "proposal-1"]


def tranche(number: int, **state: date) -> Tranche:
    return Tranche(number=number, amount_yen=number * 1_000_000, due=date(2026, 1, 1), milestone="m", **state)


def test_each_tranche_tells_the_last_that_befell_it():
    signed, paid, stopped, given_up = (date(2026, month, 1) for month in (1, 2, 3, 4))
    deal = Investment(
        id="i",
        reservation_id="r",
        proposal_id="p",
        company_id="c",
        company=Bilingual(ja="社", en="Co"),
        sector="s",
        early_stage=True,
        year=1,
        signed_on=signed,
        tranches=(
            tranche(1, drawn_on=paid),
            tranche(2, frozen_on=stopped),
            tranche(3, frozen_on=stopped, cancelled_on=given_up),
            tranche(4),
        ),
    )
    found = changes(Book(investments={"i": deal}))
    assert [(one.what, one.on, one.amount_yen) for one in found] == [
        ("cancelled", given_up, 3_000_000),
        ("stopped", stopped, 2_000_000),
        ("paid", paid, 1_000_000),
        ("signed", signed, 7_000_000),
    ]


def test_what_has_a_time_is_new_after_it_and_what_has_a_day_on_that_day():
    timed = Change(on=NOON.date(), at=NOON, what="opened")
    dated = Change(on=NOON.date(), what="signed")
    seconds = timedelta(seconds=1)
    assert [timed.since(NOON - seconds), timed.since(NOON)] == [True, False]
    assert [dated.since(NOON + seconds), dated.since(NOON + DAY)] == [True, False]


def test_five_are_shown_when_few_are_new_and_ten_at_most():
    found = [Change(on=NOON.date() - DAY * back, what="signed") for back in range(20)]
    assert len(latest(found, None)) == FEW
    assert latest(found, NOON - DAY) == tuple(found[:FEW])
    assert latest(found, NOON - DAY * 7) == tuple(found[:8])
    assert latest(found, NOON - DAY * 30) == tuple(found[:MOST])
