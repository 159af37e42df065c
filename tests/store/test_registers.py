from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Refusal
from fundapp.committee.proposal import Attachment, Company, Evidence, Intake, Proposal
from fundapp.network.bill import Assembly, Bill, Line, LineKind
from fundapp.network.member import Member
from fundapp.network.need import (
    Coordinator,
    Countermeasure,
    Introduction,
    MenuItem,
    SalesRoute,
    SupportCase,
    SupportNeed,
)
from fundapp.network.offer import Offer
from fundapp.network.register import SupportRegister
from fundapp.store import registers
from fundapp.store.connection import StoreRefusal
from fundapp.store.history import history
from fundapp.store.tables import REGISTERS

NOW = datetime(2026, 4, 10, tzinfo=UTC)
COMPANY = Company(
    id="co1", name=Bilingual(ja="風", en="Wind"), corporate_number="1234567890123", city="浜", president="山"
)
PLAIN = Proposal(
    id="p1",
    code="PR-06",
    name=Bilingual(ja="風車", en="Turbine"),
    company=COMPANY,
    ask_yen=60_000_000,
    instrument="preferred_shares",
    sector="環境・防災",
    stage="early",
)
FULL = PLAIN.model_copy(
    update={
        "id": "p2",
        "code": "PR-05",
        "pre_money_yen": 300_000_000,
        "summary": Bilingual(ja="概要", en="Summary"),
        "reasons_for": ("一", "二"),
        "reasons_against": ("three",),
        "needs_support": False,
        "intake": Intake(plan_received=True, bill_revision="A", interests_asked_on=date(2026, 4, 1)),
        "evidence": (
            Evidence(criterion_id="B1", title="Letter", file_sha256="a" * 64),
            Evidence(criterion_id="B2", title="Test", file_sha256="b" * 64),
        ),
    }
)
LINES = (
    Line(id="l1", row=3, quantity=Fraction(24), kind=LineKind.BOUGHT_OUT, assembly="塔", target_unit_cost_yen=100),
    Line(id="l2", row=4, quantity=Fraction(1, 3), kind=LineKind.MADE_TO_DRAWING, critical=True, external=False),
)
BILL = Bill(
    proposal_id="p1", revision="A", lot=20, plan_days=84, lines=LINES, assemblies=(Assembly(name="塔", days=12),)
)
OFFER = Offer(
    id="o1",
    proposal_id="p1",
    bill_revision="A",
    line_id="l1",
    provider="M-0001",
    rung=4,
    dated=date(2026, 4, 1),
    unit_price_yen=90,
    lot=20,
    lead_time_days=30,
)
MEMBER = Member(id="m1", code="M-0001", name=Bilingual(ja="鉄工", en="Iron"), member_class="company", checked=True)
NEEDS = (
    SupportNeed(id="n1", proposal_id="p1", name="磁石", critical=True),
    SupportNeed(
        id="n2",
        proposal_id="p1",
        name="試験",
        item=MenuItem(kind="M05", provider="公設試", due=date(2026, 9, 1), cost_yen=0, cost_bearer="fund", rung=3),
    ),
)
ROUTE = SalesRoute(
    id="r1",
    proposal_id="p1",
    name="北",
    overseas=True,
    rate="3/100",
    coordinator="販路相談室",
    plan_read_on=date(2026, 5, 1),
    introductions=tuple(Introduction(buyer=buyer, introduced_on=date(2026, 5, 2)) for buyer in ("乙", "甲")),
    not_reached="海外",
)
COORDINATOR = Coordinator(id="k1", name="佐", hours_promised=20, hours_available=80)
MEASURE = Countermeasure(id="cm1", proposal_id="p1", against="cost", text="VE", due=date(2026, 8, 1))
CASE = SupportCase(id="s1", due=date(2026, 5, 1))


@pytest.fixture
def connection(database, stamp):
    with database.write() as connection:
        registers.put_proposal(connection, stamp, PLAIN, FULL)
        registers.put_bill(connection, stamp, BILL)
        yield connection


def refusal_of(action):
    with pytest.raises(StoreRefusal) as refused:
        action()
    return refused.value.refusal


def test_every_model_has_exactly_the_columns_of_its_table(database):
    with database.read() as connection:
        for table in REGISTERS:
            columns = [column.name for column in connection.table(table.name).columns]
            assert sorted(columns) == sorted(("fund", *table.names)), table.name


def test_proposals_come_back_whole_by_code_with_company_and_evidence(connection):
    assert registers.proposals(connection, "F1") == (FULL, PLAIN)
    assert registers.proposal(connection, "F1", "p1") == PLAIN
    assert registers.proposal(connection, "F1", "p9") is None
    assert registers.companies(connection, "F1") == (COMPANY,)
    assert registers.proposals(connection, "F2") == ()


def test_evidence_that_was_taken_away_is_gone_and_remembered(connection, stamp):
    shorter = FULL.model_copy(update={"evidence": FULL.evidence[1:]})
    registers.put_proposal(connection, stamp, shorter)
    assert registers.proposal(connection, "F1", "p2") == shorter
    assert [change.new is None for change in history(connection, "F1", "evidence", "p2", 1)] == [False, True]


def test_a_correction_keeps_who_when_and_the_old_value(connection, stamp):
    later = stamp.model_copy(update={"actor": "p-manager", "at": "2026-04-02T00:00:00.000000Z"})
    registers.put_company(connection, later, COMPANY.model_copy(update={"city": "海"}))
    first, second = history(connection, "F1", "company", "co1")
    assert (first.actor, first.old) == (stamp.actor, None)
    assert (second.actor, second.at, second.old) == (later.actor, later.at, first.new)
    assert ('"city":"浜"' in second.old, '"city":"海"' in second.new) == (True, True)


def test_putting_the_same_again_leaves_no_history(connection, stamp):
    before = connection.execute("SELECT count(*) FROM history").fetchone()
    registers.put_proposal(connection, stamp, PLAIN, FULL)
    registers.put_bill(connection, stamp, BILL)
    assert connection.execute("SELECT count(*) FROM history").fetchone() == before


def test_a_code_is_used_once(connection, stamp):
    same_code = PLAIN.model_copy(update={"id": "p3"})
    refusal = refusal_of(lambda: registers.put_proposal(connection, stamp, same_code))
    assert refusal == Refusal.of("row_taken", column="proposal.code")


def test_a_row_of_a_proposal_that_is_not_there_is_refused(connection, stamp):
    stray = ROUTE.model_copy(update={"proposal_id": "p9"})
    assert refusal_of(lambda: registers.put_route(connection, stamp, stray)) == Refusal.of("row_missing")


def test_text_with_nul_is_refused_wherever_it_hides(connection, stamp):
    hidden = PLAIN.model_copy(update={"reasons_for": ("a\0b",)})
    assert refusal_of(lambda: registers.put_proposal(connection, stamp, hidden)) == Refusal.of("text_holds_nul")


def test_members_by_code_in_one_batch(connection, stamp):
    members = tuple(
        MEMBER.model_copy(update={"id": f"m{n}", "code": f"M-{n:04}", "capital_yen": n or None}) for n in range(500)
    )
    registers.put_member(connection, stamp, *reversed(members))
    assert registers.members(connection, "F1") == members


def test_a_new_revision_becomes_current_and_the_earlier_one_stays(connection, stamp):
    revised = BILL.model_copy(update={"revision": "B", "lines": LINES[:1], "assemblies": ()})
    registers.put_bill(connection, stamp, revised)
    assert registers.bills(connection, "F1", "p1") == (BILL, revised)
    assert registers.current_bill(connection, "F1", "p1") == revised
    assert registers.current_bill(connection, "F1", "p2") is None


def test_a_corrected_revision_keeps_its_place_and_its_lines_order(connection, stamp):
    registers.put_bill(connection, stamp, BILL.model_copy(update={"revision": "B"}))
    corrected = BILL.model_copy(update={"lot": 30, "lines": LINES[::-1]})
    registers.put_bill(connection, stamp, corrected)
    assert [bill.revision for bill in registers.bills(connection, "F1", "p1")] == ["A", "B"]
    assert registers.bills(connection, "F1", "p1")[0] == corrected


def test_a_line_with_offers_cannot_be_corrected_away(connection, stamp):
    registers.put_offer(connection, stamp, OFFER)
    without = BILL.model_copy(update={"lines": LINES[1:]})
    assert refusal_of(lambda: registers.put_bill(connection, stamp, without)) == Refusal.of("row_needed")


def test_an_offer_is_never_edited_but_may_be_sent_again(connection, stamp):
    registers.put_offer(connection, stamp, OFFER)
    registers.put_offer(connection, stamp, OFFER)
    cheaper = OFFER.model_copy(update={"unit_price_yen": 1})
    assert refusal_of(lambda: registers.put_offer(connection, stamp, cheaper)) == Refusal.of("offer_not_edited")
    with pytest.raises(Exception, match="never edited"):
        connection.execute("UPDATE offer SET unit_price_yen = 1")
    assert registers.offers(connection, "F1", "p1") == (OFFER,)


def test_an_offer_for_a_line_that_is_not_there_is_refused(connection, stamp):
    stray = OFFER.model_copy(update={"line_id": "l9"})
    assert refusal_of(lambda: registers.put_offer(connection, stamp, stray)) == Refusal.of("row_missing")


def test_an_offer_is_withdrawn_once(connection, stamp):
    registers.put_offer(connection, stamp, OFFER)
    registers.withdraw_offer(connection, stamp, "o1", date(2026, 4, 9))
    assert registers.offers(connection, "F1", "p1") == (OFFER.model_copy(update={"withdrawn_on": date(2026, 4, 9)}),)
    assert len(history(connection, "F1", "offer", "o1")) == 2
    again = refusal_of(lambda: registers.withdraw_offer(connection, stamp, "o1", date(2026, 4, 10)))
    assert again == Refusal.of("offer_withdrawn", day="2026-04-09")
    unknown = refusal_of(lambda: registers.withdraw_offer(connection, stamp, "o9", date(2026, 4, 10)))
    assert unknown == Refusal.of("row_missing")


def test_a_menu_item_may_come_and_go(connection, stamp):
    registers.put_need(connection, stamp, *NEEDS)
    assert registers.needs(connection, "F1", "p1") == NEEDS
    registers.put_need(connection, stamp, NEEDS[1].model_copy(update={"item": None}))
    assert registers.needs(connection, "F1", "p1")[1].item is None


ATTACHED = Attachment(
    id="a1", kind="plan", file_name="図.pdf", media_type="application/pdf", size_bytes=3, file_sha256="c" * 64
)


def test_attachments_come_back_with_their_proposal_and_stand_through_a_correction(connection, stamp):
    registers.put_attachment(connection, stamp, "p1", ATTACHED)
    registers.put_proposal(connection, stamp, PLAIN)
    found = {one.id: one.attachments for one in registers.proposals(connection, "F1")}
    assert found == {PLAIN.id: (ATTACHED,), FULL.id: ()}
    assert registers.proposal(connection, "F1", "p1").attachments == (ATTACHED,)


def test_a_removed_attachment_is_gone_and_remembered(connection, stamp):
    registers.put_attachment(connection, stamp, "p1", ATTACHED)
    other = refusal_of(lambda: registers.remove_attachment(connection, stamp, "p2", "a1"))
    assert other == Refusal.of("row_missing")
    registers.remove_attachment(connection, stamp, "p1", "a1")
    assert registers.proposal(connection, "F1", "p1").attachments == ()
    assert [change.new for change in history(connection, "F1", "attachment", "a1")][-1] is None


def test_the_support_register_holds_all_of_one_proposal(connection, stamp):
    registers.put_member(connection, stamp, MEMBER)
    registers.put_offer(connection, stamp, OFFER)
    registers.put_need(connection, stamp, *NEEDS)
    registers.put_route(connection, stamp, ROUTE)
    registers.put_coordinator(connection, stamp, COORDINATOR)
    registers.put_countermeasure(connection, stamp, MEASURE)
    registers.put_case(connection, stamp, "p1", CASE)
    assert registers.support_register(connection, "F1", "p1", NOW) == SupportRegister(
        proposal_id="p1",
        bill=BILL,
        offers=(OFFER,),
        needs=NEEDS,
        needs_support=True,
        routes=(ROUTE,),
        coordinators=(COORDINATOR,),
        countermeasures=(MEASURE,),
        cases=(CASE,),
        provider_checks=(("M-0001", True), ("公設試", False)),
    )


def test_an_introduction_taken_back_is_gone_and_remembered(connection, stamp):
    registers.put_route(connection, stamp, ROUTE)
    corrected = ROUTE.model_copy(update={"introductions": ROUTE.introductions[:1]})
    registers.put_route(connection, stamp, corrected)
    assert registers.routes(connection, "F1", "p1") == (corrected,)
    assert [change.new for change in history(connection, "F1", "sales_introduction", "r1/1")][-1] is None


def test_the_support_register_of_an_unknown_proposal_is_refused(connection):
    assert refusal_of(lambda: registers.support_register(connection, "F1", "p9", NOW)) == Refusal.of("row_missing")
