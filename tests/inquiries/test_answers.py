"""Answers through links: what counts, what is refused, and that nobody sees another's."""

from datetime import timedelta

import pytest
from asked import can
from asked_fund import BILL, PROPOSAL, asking_fund
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_fund import MANAGER, SECRETARIAT

from fundapp.access import links
from fundapp.access.links import Link
from fundapp.access.secret import server_secret
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.desk import Done
from fundapp.documents.answer_sheet import answer_sheet_xlsx
from fundapp.intake.table import read_table
from fundapp.network.inquiry import InquiryFile, LineAnswer
from fundapp.network.offer import PriceTier
from fundapp.record import commands as c
from fundapp.record import inquiry_commands as q
from fundapp.store.erasure import Erased
from fundapp.web.answer_drawing import standing_typed


def opened(fund, asked):
    """What stands once the answers are open, by member and line."""
    fund.clock.now = max(fund.clock.now, asked_inquiry(fund).answer_by)
    (view,) = fund.desk.inquiries(SECRETARIAT, PROPOSAL)
    return view.offers


def asked_inquiry(fund):
    (view,) = fund.desk.inquiries(SECRETARIAT, PROPOSAL)
    return view.inquiry


def answering(asked, member_id, *answers, person=""):
    return q.AnswerInquiry(inquiry_id=asked.id, member_id=member_id, answers=answers, person=person)


# What counts


@pytest.mark.parametrize(
    ("answer", "person", "rung"),
    [
        (LineAnswer(line_id="L1", verdict="cannot"), "Person", 0),
        (can("L1"), "Person", 3),
        (can("L1", 900), "Person", 4),
        (can("L1", 900), "", 3),
        (LineAnswer(line_id="L1", verdict="on_conditions", unit_price_yen=900), "Person", 3),
    ],
    ids=["cannot", "hand", "quote", "nobody-stands-for-it", "on-conditions"],
)
def test_what_is_said_gives_the_rung(fund, asked, answer, person, rung):
    tokens = asked.goes_out("m1")
    asked.answers(tokens["m1"], answer, person=person)
    (offer,) = opened(fund, asked)
    assert (offer.rung, offer.received_by, offer.provider) == (rung, "link", "Works m1")
    assert offer.on_conditions == (answer.verdict == "on_conditions")


def test_a_quote_keeps_all_that_was_said(fund, asked):
    tokens = asked.goes_out("m1")
    tiers = (PriceTier(pieces=100, unit_price_yen=800),)
    said = can("L1", 900, lead_time_days=21, least_order=20, set_up_yen=50_000, hours=12, tiers=tiers)
    asked.answers(tokens["m1"], said, person="Person m1")
    (offer,) = opened(fund, asked)
    assert (offer.unit_price_yen, offer.lot, offer.lead_time_days, offer.least_order) == (900, 10, 21, 20)
    assert (offer.set_up_yen, offer.hours, offer.tiers, offer.person) == (50_000, 12, tiers, "Person m1")


def test_a_changed_answer_is_a_new_dated_offer_and_the_last_one_counts(fund, asked):
    tokens = asked.goes_out("m1")
    for price in (900, 700, 800):
        asked.answers(tokens["m1"], can("L1", price), person="P")
        fund.clock.wait(minutes=1)
    assert [offer.unit_price_yen for offer in asked.sheet(tokens["m1"]).answers] == [800]
    assert sorted(offer.unit_price_yen for offer in opened(fund, asked)) == [700, 800, 900]
    (row,) = [one for one in fund.desk.support_facts(SECRETARIAT, PROPOSAL).lines if one.id == "L1"]
    assert row.selected_yen == 800 * 20, "not the cheaper one of the same day, which was taken back"


def test_cannot_takes_an_offer_back(fund, asked):
    tokens = asked.goes_out("m1")
    asked.answers(tokens["m1"], can("L1", 900), person="P")
    asked.answers(tokens["m1"], LineAnswer(line_id="L1", verdict="cannot"))
    opened(fund, asked)
    facts = fund.desk.support_facts(SECRETARIAT, PROPOSAL).values("with_hands")
    assert facts["cov_critical"].value == 0


def test_the_same_answer_again_makes_no_new_offer(fund, asked):
    tokens = asked.goes_out("m1")
    for _turn in range(3):
        asked.answers(tokens["m1"], can("L1", 900), can("L3"), person="P")
    assert len(opened(fund, asked)) == 2


def test_the_newer_answer_counts_whatever_the_clock_does(fund, asked):
    tokens = asked.goes_out("m1")
    asked.answers(tokens["m1"], can("L1", 900), person="P")
    fund.clock.wait(hours=-5)
    asked.answers(tokens["m1"], can("L1", 950), person="P")
    assert [offer.unit_price_yen for offer in asked.sheet(tokens["m1"]).answers] == [950]


def test_a_price_for_a_part_made_to_drawing_counts_with_the_nda(fund, asked):
    tokens = asked.goes_out("m1")
    asked.answers(tokens["m1"], can("L2", 4000), person="P")
    token = tokens["m1"]
    nda = q.AcceptNda(inquiry_id=asked.id, member_id="m1", person="P")
    assert isinstance(fund.desk.submit_by_link(token, "offer", fund.desk.form_nonce(token), nda), Done)
    first, second = opened(fund, asked)
    assert {first.nda_signed, second.nda_signed} == {False, True}
    (row,) = [one for one in fund.desk.support_facts(SECRETARIAT, PROPOSAL).lines if one.id == "L2"]
    assert (row.valid_sources, row.selected_yen) == (1, 4000 * 10)


def test_drawings_open_with_the_nda_and_for_no_other_member(fund, asked):
    asked.composed()
    file = InquiryFile(
        id="d1",
        proposal_id=PROPOSAL,
        inquiry_id=asked.id,
        file_name="P-2.pdf",
        media_type="application/pdf",
        size_bytes=5,
        file_sha256=fund.desk.files.put(b"%PDF-"),
        at=fund.clock.now,
    )
    asked.do(q.AttachDrawing(inquiry_id=asked.id, file=file))
    asked.agrees(asked.asks_the_president())
    tokens = asked.sends("m1", "m2")
    closed = Refusal.of("document_unknown")
    assert fund.desk.linked_file(tokens["m1"], "d1") == closed
    assert (asked.sheet(tokens["m1"]).drawings, asked.sheet(tokens["m1"]).drawings_wait) == ((), 1)
    nda = q.AcceptNda(inquiry_id=asked.id, member_id="m1", person="P")
    fund.desk.submit_by_link(tokens["m1"], "offer", fund.desk.form_nonce(tokens["m1"]), nda)
    assert fund.desk.linked_file(tokens["m1"], "d1") == (file, b"%PDF-")
    assert fund.desk.linked_file(tokens["m2"], "d1") == closed


# What came in otherwise


def test_what_the_office_enters_is_marked_and_sealed(fund, asked):
    asked.goes_out("m1")
    entered = q.EnterAnswer(
        inquiry_id=asked.id, member_id="m1", answers=(can("L1", 900),), person="P", received_by="phone"
    )
    asked.do(entered)
    assert fund.desk.support(SECRETARIAT, PROPOSAL).offers == ()
    (offer,) = opened(fund, asked)
    assert (offer.received_by, offer.rung) == ("phone", 4)
    as_link = entered.model_copy(update={"received_by": "link"})
    assert fund.refused(as_link, SECRETARIAT) == Refusal.of("answer_came_how")


def test_a_sheet_that_came_in_time_is_entered_after_the_deadline_and_no_other_answer(fund, asked):
    tokens = asked.goes_out("m1", "m2")
    token = tokens["m1"]
    file = InquiryFile(
        id="s1",
        proposal_id=PROPOSAL,
        inquiry_id=asked.id,
        member_id="m1",
        file_name="quote.jpg",
        media_type="image/jpeg",
        size_bytes=3,
        file_sha256=fund.desk.files.put(b"\xff\xd8\xff"),
        at=fund.clock.now,
    )
    hand_in = q.HandInSheet(inquiry_id=asked.id, member_id="m1", file=file)
    assert isinstance(fund.desk.submit_by_link(token, "offer", fund.desk.form_nonce(token), hand_in), Done)
    (view,) = fund.desk.inquiries(SECRETARIAT, PROPOSAL)
    assert (view.sheets, view.answered) == ((), {"m1"})
    fund.clock.wait(days=14)
    (view,) = fund.desk.inquiries(SECRETARIAT, PROPOSAL)
    assert view.sheets == (file,)
    late = q.EnterAnswer(
        inquiry_id=asked.id, member_id="m1", answers=(can("L1", 900),), person="P", received_by="paper"
    )
    asked.do(late)
    other = late.model_copy(update={"member_id": "m2"})
    assert fund.refused(other, SECRETARIAT).code == "inquiry_over"


# The link and its trouble


def test_a_form_counts_once_however_often_it_is_sent(fund, asked):
    tokens = asked.goes_out("m1")
    nonce = fund.desk.form_nonce(tokens["m1"])
    first = asked.answers(tokens["m1"], can("L1", 900), person="P", nonce=nonce)
    again = asked.answers(tokens["m1"], can("L1", 100), person="P", nonce=nonce)
    assert isinstance(first, Done)
    assert (again.command_id, again.at) == (first.command_id, first.at)
    assert [offer.unit_price_yen for offer in opened(fund, asked)] == [900]


def test_opening_a_link_writes_nothing(fund, asked):
    tokens = asked.goes_out("m1")

    def rows():
        with fund.desk.database.read() as connection:
            # The index of the search holds groups of letters and no row.
            names = [name for name in connection.table_names() if not name.startswith("member_group")]
            return {name: list(connection[name].rows) for name in names}

    before = rows()
    for _turn in range(3):
        asked.sheet(tokens["m1"])
        fund.desk.form_nonce(tokens["m1"])
    assert rows() == before


@pytest.mark.parametrize("member_id", ["m2", "m9"])
def test_a_link_answers_for_no_other_member(fund, asked, member_id):
    tokens = asked.goes_out("m1", "m2")
    token = tokens["m1"]
    command = answering(asked, member_id, can("L1", 1), person="P")
    answer = fund.desk.submit_by_link(token, "offer", fund.desk.form_nonce(token), command)
    assert answer == Refusal.of("link_not_valid")
    assert opened(fund, asked) == ()


def test_a_member_without_a_link_answers_nothing_by_role(fund, asked):
    asked.goes_out("m1")
    command = answering(asked, "m1", can("L1", 1), person="P")
    assert fund.refused(command, SECRETARIAT) == Refusal.of("not_permitted")
    assert fund.refused(command, MANAGER) == Refusal.of("not_permitted")
    forged = Actor(person="x", roles=frozenset(), link_id="no such link")
    assert fund.refused(command, forged) == Refusal.of("link_not_valid")


def test_a_line_that_was_not_asked_is_refused(fund, asked):
    asked.line_ids = ("L1", "L2")
    tokens = asked.goes_out("m1")
    assert asked.answers(tokens["m1"], can("L3")) == Refusal.of("answer_line_unknown")
    assert asked.answers(tokens["m1"], can("L1"), can("L1")) == Refusal.of("answer_line_unknown")
    assert asked.answers(tokens["m1"]) == Refusal.of("answer_empty")


def test_an_altered_a_foreign_and_an_old_link_open_nothing(fund, asked):
    tokens = asked.goes_out("m1")
    token = tokens["m1"]
    flipped = token[:9] + ("A" if token[9] != "A" else "B") + token[10:]
    assert fund.desk.answer_sheet(flipped) == Refusal.of("link_not_valid")
    secret = server_secret(fund.desk.database.folder)
    unknown = links.mint(
        secret, Link(fund="main", purpose="offer", subject="never issued", expires=fund.clock.now + timedelta(days=1))
    )
    assert fund.desk.answer_sheet(unknown) == Refusal.of("link_not_valid")
    assert fund.desk.agreement_sheet(token) == Refusal.of("link_not_valid")
    fund.clock.wait(days=201)
    assert fund.desk.answer_sheet(token) == Refusal.of("link_expired")


def test_a_link_that_was_taken_back_opens_nothing_and_its_successor_does(fund, asked):
    tokens = asked.goes_out("m1")
    nonce = fund.desk.form_nonce(tokens["m1"])
    (issued,) = [one for one in fund.desk.issued(SECRETARIAT, PROPOSAL) if one.member_id == "m1"]
    instead = asked.link("m1")
    asked.do(q.RevokeLink(link_id=issued.id, instead=instead))
    gone = Refusal.of("link_revoked")
    assert fund.desk.answer_sheet(tokens["m1"]) == gone
    command = answering(asked, "m1", can("L1"))
    assert fund.desk.submit_by_link(tokens["m1"], "offer", nonce, command) == gone
    assert asked.sheet(fund.desk.token(instead)).member.id == "m1"
    assert fund.desk.link_tokens(SECRETARIAT, asked.id) == {"m1": fund.desk.token(instead)}


def test_of_two_at_the_deadline_each_is_in_time_or_not_by_its_own_turn(fund, asked):
    tokens = asked.goes_out("m1", "m2")
    fund.clock.now = asked_inquiry(fund).answer_by - timedelta(microseconds=1)
    assert isinstance(asked.answers(tokens["m1"], can("L1")), Done)
    fund.clock.now = asked_inquiry(fund).answer_by
    late = asked.answers(tokens["m2"], can("L1"))
    assert late.code == "inquiry_over"
    assert [offer.member_id for offer in opened(fund, asked)] == ["m1"]
    assert asked.sheet(tokens["m2"]).standing == "over"


def test_an_answer_to_an_old_revision_is_refused_and_the_page_says_so_before(fund, asked):
    tokens = asked.goes_out("m1")
    fund.do(c.RecordBill(bill=BILL.model_copy(update={"revision": "B"})), SECRETARIAT)
    assert asked.sheet(tokens["m1"]).standing == "old_revision"
    refusal = Refusal.of("inquiry_of_old_revision", revision="A")
    assert asked.answers(tokens["m1"], can("L1")) == refusal
    by_phone = q.EnterAnswer(inquiry_id=asked.id, member_id="m1", answers=(can("L1"),), received_by="phone")
    assert fund.refused(by_phone, SECRETARIAT) == refusal


def test_a_refused_form_may_be_sent_again(fund, asked):
    tokens = asked.goes_out("m1")
    nonce = fund.desk.form_nonce(tokens["m1"])
    assert asked.answers(tokens["m1"], can("L9"), nonce=nonce) == Refusal.of("answer_line_unknown")
    assert isinstance(asked.answers(tokens["m1"], can("L1"), nonce=nonce), Done)


# Opening and telling


def test_answers_open_early_only_when_everyone_has_answered(fund, asked):
    tokens = asked.goes_out("m1", "m2")
    asked.answers(tokens["m1"], can("L1", 900), person="P")
    close = q.CloseInquiry(inquiry_id=asked.id)
    assert fund.refused(close, SECRETARIAT) == Refusal.of("members_have_time_left", count=1)
    asked.answers(tokens["m2"], LineAnswer(line_id="L1", verdict="cannot"))
    asked.do(close)
    assert len(fund.desk.support(SECRETARIAT, PROPOSAL).offers) == 2
    assert asked.answers(tokens["m1"], can("L1", 800), person="P").code == "inquiry_over"


def test_everyone_reads_whether_it_was_chosen_and_why_not(fund, asked):
    tokens = asked.goes_out("m1", "m2", "m3")
    asked.answers(tokens["m1"], can("L1", 700), can("L2"), person="P")
    asked.answers(tokens["m2"], can("L1", 900), person="P")
    asked.answers(tokens["m3"], LineAnswer(line_id="L1", verdict="cannot"))
    tell = q.TellOutcomes(inquiry_id=asked.id, chosen_offer_ids=())
    assert fund.refused(tell, SECRETARIAT) == Refusal.of("inquiry_still_sealed", number=1)
    offers = opened(fund, asked)
    chosen = next(offer.id for offer in offers if offer.unit_price_yen == 700)
    asked.do(q.TellOutcomes(inquiry_id=asked.id, chosen_offer_ids=(chosen,)))
    reasons = {
        member_id: [(one.line_id, one.reason) for one in asked.sheet(token).outcomes]
        for member_id, token in tokens.items()
    }
    assert reasons == {
        "m1": [("L1", "chosen"), ("L2", "no_price")],
        "m2": [("L1", "price")],
        "m3": [("L1", "cannot")],
    }
    assert fund.refused(tell, SECRETARIAT).code == "outcomes_told_already"


def test_two_offers_for_one_part_or_a_replaced_one_are_not_chosen(fund, asked):
    tokens = asked.goes_out("m1", "m2")
    asked.answers(tokens["m1"], can("L1", 700), person="P")
    asked.answers(tokens["m1"], can("L1", 720), person="P")
    asked.answers(tokens["m2"], can("L1", 900), person="P")
    by_price = {offer.unit_price_yen: offer.id for offer in opened(fund, asked)}
    for prices in ((720, 900), (700,)):
        tell = q.TellOutcomes(inquiry_id=asked.id, chosen_offer_ids=tuple(by_price[one] for one in prices))
        assert fund.refused(tell, SECRETARIAT) == Refusal.of("outcomes_contradict")


def test_a_supplier_s_person_is_erased_while_chosen(fund, asked):
    tokens = asked.goes_out("m1")
    asked.answers(tokens["m1"], can("L1", 700), person="Person m1")
    opened(fund, asked)
    before = fund.desk.support_facts(SECRETARIAT, PROPOSAL)
    erased = fund.desk.erase_contact("c-m1", SECRETARIAT)
    assert isinstance(erased, Erased)
    assert fund.desk.support_facts(SECRETARIAT, PROPOSAL) == before, "the offer counts on"
    assert [offer.person for offer in fund.desk.support(SECRETARIAT, PROPOSAL).offers] == [""]
    (contact,) = [one for one in fund.desk.contacts(SECRETARIAT) if one.id == "c-m1"]
    assert (contact.name, contact.email) == ("", "")
    assert fund.desk.answer_sheet(tokens["m1"]) == Refusal.of("link_revoked")
    folder = fund.desk.database.folder
    assert not any(b"Person m1" in one.read_bytes() for one in folder.rglob("*") if one.is_file())
    assert fund.desk.erase_contact("c-m1", SECRETARIAT) == Refusal.of("person_unknown")


# Never another's price

PRICES = st.integers(min_value=100_000, max_value=999_999)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(prices=st.lists(PRICES, min_size=4, max_size=4, unique=True), told=st.booleans())
def test_a_member_s_page_and_table_are_the_same_whatever_the_others_say(tmp_path_factory, prices, told):
    """Made twice, with the others' answers and without: not a letter may differ before the result is told."""

    def world(*, others: bool) -> tuple[str, object]:
        fund, asked = asking_fund(tmp_path_factory.mktemp("world") / "data")
        asked.composed()
        asked.agrees(asked.asks_the_president())
        fixed = {one: asked.link(one, id=f"link-{one}") for one in ("m1", "m2", "m3")}
        members = tuple(q.Addressed(member_id=one, link=link, matched=True) for one, link in fixed.items())
        asked.do(q.SendInquiry(inquiry_id=asked.id, stage="first", members=members))
        tokens = {one: fund.desk.token(link) for one, link in fixed.items()}
        asked.answers(tokens["m1"], can("L1", prices[0]), person="P")
        if others:
            asked.answers(tokens["m2"], can("L1", prices[1]), can("L3", prices[2]), person="Q")
            asked.answers(tokens["m3"], can("L1", prices[3]), person="R")
        fund.clock.wait(days=14)
        if told:
            asked.do(q.TellOutcomes(inquiry_id=asked.id, chosen_offer_ids=()))
        sheet = asked.sheet(tokens["m1"])
        book = answer_sheet_xlsx(sheet.lines(), sheet.inquiry.lot, standing_typed(sheet))
        parts = {"__all__": {"identity"}}
        shown = sheet.model_dump_json(exclude={"answers": {"__all__": {"id"}}, "first": parts, "others": parts})
        return shown, read_table("answers.xlsx", book)

    shown, table = world(others=True)
    assert (shown, table) == world(others=False)
    everything = shown + str(table)
    assert not any(str(price) in everything for price in prices[1:])
    assert str(prices[0]) in everything
