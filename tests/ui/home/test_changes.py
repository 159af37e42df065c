"""The last resolutions and agreements, as each reader may know them."""

from fundapp.record import commands as c
from fundapp.ui.home.changes import Change, changes
from tests.pages.small_fund import ACTORS, EARLIER, small_fund


def test_resolutions_with_their_day_the_last_first(tmp_path):
    fund = small_fund(tmp_path)
    shared = {"on": EARLIER, "what": "resolved", "meeting": 13}
    assert changes(fund.desk.book(ACTORS["b"])) == (
        Change(**shared, proposal_id="proposal-2", item=2, resolution="approve", amount_yen=40_000_000),
        Change(**shared, proposal_id="proposal-1", item=1, resolution="decline_unsupported"),
    )


def test_a_limited_partner_hears_of_agreements_alone(tmp_path):
    fund = small_fund(tmp_path)
    assert changes(fund.desk.book(ACTORS["lp"])) == ()


def test_a_recused_member_reads_the_end_of_other_items(tmp_path):
    fund = small_fund(tmp_path)
    fund.does("c", c.DeclareInterest(item_id="item-14-PR-01", seat_id="seat-c", kind="kin"))
    assert [one.proposal_id for one in changes(fund.desk.book(ACTORS["c"]))] == ["proposal-2", "proposal-1"]
