"""What must be true before an inquiry goes out, to whom it goes at which stage, and what the office sees of it."""

from datetime import timedelta

import pytest
from asked import TEXT, can
from asked_fund import BILL, LINES, NEED, PROPOSAL
from small_fund import ADMINISTRATOR, AUDITOR, LP, MANAGER, MEMBERS, SECRETARIAT

from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Refusal
from fundapp.network.contact import Contact
from fundapp.network.funnel import Answering, Funnel
from fundapp.network.inquiry import Inquiry, InquiryFile
from fundapp.network.need import MenuItem
from fundapp.record import commands as c
from fundapp.record import inquiry_commands as q


def sending(asked, *member_ids, stage="first"):
    members = tuple(q.Addressed(member_id=one, link=asked.link(one), matched=True) for one in member_ids)
    return q.SendInquiry(inquiry_id=asked.id, stage=stage, members=members)


def seen(fund, asked, who=SECRETARIAT):
    (one,) = fund.desk.inquiries(who, asked.proposal_id)
    return one


def drawing(fund, asked, name="P-2.pdf"):
    content = f"%PDF-{name}".encode()
    file = InquiryFile(
        id=name,
        proposal_id=PROPOSAL,
        inquiry_id=asked.id,
        file_name=name,
        media_type="application/pdf",
        size_bytes=len(content),
        file_sha256=fund.desk.files.put(content),
        at=fund.clock.now,
    )
    return q.AttachDrawing(inquiry_id=asked.id, file=file)


# The president


def test_nothing_goes_out_before_the_president_has_agreed(fund, asked):
    asked.composed()
    refusal = Refusal.of("inquiry_not_agreed", number=1)
    assert fund.refused(sending(asked, "m1"), SECRETARIAT) == refusal
    token = asked.asks_the_president()
    assert fund.refused(sending(asked, "m1"), SECRETARIAT) == refusal
    asked.agrees(token)
    asked.sends("m1")


def test_a_president_who_does_not_agree_stops_the_inquiry_and_says_why(fund, asked):
    asked.composed()
    token = asked.asks_the_president()
    sheet = fund.desk.agreement_sheet(token)
    consent = q.Consent(agreement_id=sheet.asked[0].id, agreed=False, remark="not the name of the company")
    command = q.AnswerAgreement(proposal_id=PROPOSAL, consents=(consent,), person="President")
    fund.desk.submit_by_link(token, "agreement", fund.desk.form_nonce(token), command)
    assert fund.refused(sending(asked, "m1"), SECRETARIAT) == Refusal.of("inquiry_not_agreed", number=1)
    agreement = seen(fund, asked).agreement
    assert (agreement.answer, agreement.remark, agreement.person) == ("declined", consent.remark, "President")


def test_what_is_changed_after_the_agreement_is_agreed_to_anew(fund, asked):
    inquiry = asked.composed()
    asked.agrees(asked.asks_the_president())
    assert seen(fund, asked).agreed
    later = inquiry.model_copy(update={"answer_by": inquiry.answer_by + timedelta(days=1)})
    asked.do(q.ComposeInquiry(inquiry_id=asked.id, inquiry=later))
    assert seen(fund, asked).agreed, "the deadline is the office's business"
    changed = inquiry.model_copy(update={"text": Bilingual(ja="別の文", en="another text")})
    asked.do(q.ComposeInquiry(inquiry_id=asked.id, inquiry=changed))
    assert not seen(fund, asked).agreed
    assert fund.refused(sending(asked, "m1"), SECRETARIAT).code == "inquiry_not_agreed"
    asked.agrees(asked.asks_the_president())
    asked.do(drawing(fund, asked))
    assert not seen(fund, asked).agreed, "the drawings are part of what the president agrees to"


def test_a_link_whose_text_was_changed_meanwhile_asks_nothing_any_more(fund, asked):
    inquiry = asked.composed()
    token = asked.asks_the_president()
    changed = inquiry.model_copy(update={"line_ids": ("L1",)})
    asked.do(q.ComposeInquiry(inquiry_id=asked.id, inquiry=changed))
    sheet = fund.desk.agreement_sheet(token)
    assert (sheet.waiting(), len(sheet.changed)) == ((), 1)


def test_menu_items_are_agreed_to_one_by_one(fund, asked):
    second = NEED.model_copy(update={"id": "need-2", "name": "trials"})
    fund.do(c.RecordNeeds(needs=(second,)), SECRETARIAT)
    token = asked.asks_the_president("need-1", "need-2", inquiry=False)
    first, other = fund.desk.agreement_sheet(token).waiting()
    consents = (q.Consent(agreement_id=first.id, agreed=True), q.Consent(agreement_id=other.id, agreed=False))
    command = q.AnswerAgreement(proposal_id=PROPOSAL, consents=consents, person="President")
    fund.desk.submit_by_link(token, "agreement", fund.desk.form_nonce(token), command)
    needs = {need.id: need.item.owner_consent for need in fund.desk.support(SECRETARIAT, PROPOSAL).needs}
    assert needs == {"need-1": True, "need-2": False}


def test_a_menu_item_that_changed_meanwhile_is_not_agreed_to(fund, asked):
    token = asked.asks_the_president("need-1", inquiry=False)
    (one,) = fund.desk.agreement_sheet(token).waiting()
    dearer = NEED.model_copy(update={"item": MenuItem(kind="M01", provider="Works m1", cost_yen=9_000_000)})
    fund.do(c.RecordNeeds(needs=(dearer,)), SECRETARIAT)
    command = q.AnswerAgreement(
        proposal_id=PROPOSAL, consents=(q.Consent(agreement_id=one.id, agreed=True),), person="President"
    )
    answer = fund.desk.submit_by_link(token, "agreement", fund.desk.form_nonce(token), command)
    assert answer == Refusal.of("agreement_changed")
    assert not fund.desk.support(SECRETARIAT, PROPOSAL).needs[0].item.owner_consent


def test_the_first_answer_of_the_president_counts(fund, asked):
    asked.composed()
    token = asked.asks_the_president()
    (one,) = fund.desk.agreement_sheet(token).waiting()
    asked.agrees(token)
    no = q.AnswerAgreement(
        proposal_id=PROPOSAL, consents=(q.Consent(agreement_id=one.id, agreed=False),), person="Another"
    )
    again = fund.desk.submit_by_link(token, "agreement", fund.desk.form_nonce(token), no)
    assert again == Refusal.of("agreement_answered")
    assert seen(fund, asked).agreed


def test_a_new_link_to_the_president_takes_the_old_one_back(fund, asked):
    asked.composed()
    old, new = asked.asks_the_president(), asked.asks_the_president()
    assert fund.desk.agreement_sheet(old) == Refusal.of("link_revoked")
    assert not isinstance(fund.desk.agreement_sheet(new), Refusal)


# Composing


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"line_ids": ()}, "inquiry_needs_lines"),
        ({"line_ids": ("L1", "L9")}, "inquiry_lines_unknown"),
        ({"text": Bilingual(ja="　", en="x")}, "inquiry_needs_text"),
        ({"bill_revision": "B"}, "inquiry_of_old_revision"),
        ({"number": 7}, "inquiry_number_taken"),
    ],
)
def test_an_inquiry_that_asks_nothing_or_nonsense_is_refused(fund, asked, change, code):
    inquiry = Inquiry(
        id=asked.id,
        proposal_id=PROPOSAL,
        number=1,
        bill_revision="A",
        lot=10,
        line_ids=("L1",),
        text=TEXT,
        answer_by=fund.clock.now + timedelta(days=3),
        widen_after_hours=24,
    ).model_copy(update=change)
    assert fund.refused(q.ComposeInquiry(inquiry_id=asked.id, inquiry=inquiry), SECRETARIAT).code == code


def test_the_deadline_lies_in_the_future(fund, asked):
    with pytest.raises(AssertionError, match="inquiry_deadline_past"):
        asked.composed(answer_by=fund.clock.now)


def test_what_went_out_stays_as_it_is(fund, asked):
    inquiry = asked.composed()
    asked.agrees(asked.asks_the_president())
    asked.sends("m1")
    changed = inquiry.model_copy(update={"line_ids": ("L1",)})
    refusal = Refusal.of("inquiry_sent_already", number=1)
    assert fund.refused(q.ComposeInquiry(inquiry_id=asked.id, inquiry=changed), SECRETARIAT) == refusal
    assert fund.refused(drawing(fund, asked), SECRETARIAT) == refusal


# The two stages


def test_it_goes_to_all_after_the_hours_if_parts_stay_open(fund, asked):
    tokens = asked.goes_out("m1")
    early = fund.refused(sending(asked, "m2", stage="all"), SECRETARIAT)
    assert early.code == "inquiry_too_early_for_all"
    fund.clock.wait(hours=72)
    asked.answers(tokens["m1"], can("L1"), can("L2"))
    assert seen(fund, asked).open_line_ids == ("L3",)
    asked.sends("m2", "m3", stage="all", matched=False)
    view = seen(fund, asked)
    assert {one.member_id: one.stage for one in view.recipients} == {"m1": "first", "m2": "all", "m3": "all"}
    assert view.funnel == Funnel(notified=3, capable=1, hands=1, quotes=0, selected=0)


def test_it_stays_with_the_first_when_every_part_has_a_hand(fund, asked):
    tokens = asked.goes_out("m1")
    asked.answers(tokens["m1"], can("L1"), can("L2"), can("L3"))
    fund.clock.wait(hours=72)
    assert fund.refused(sending(asked, "m2", stage="all"), SECRETARIAT) == Refusal.of("inquiry_no_line_open", number=1)


def test_a_member_is_asked_once(fund, asked):
    asked.goes_out("m1")
    assert fund.refused(sending(asked, "m1"), SECRETARIAT) == Refusal.of("inquiry_to_nobody")
    asked.sends("m1", "m2")
    assert len(seen(fund, asked).recipients) == 2


def test_only_members_are_asked_each_with_a_link_of_its_own(fund, asked):
    asked.composed()
    asked.agrees(asked.asks_the_president())
    assert fund.refused(sending(asked, "stranger"), SECRETARIAT) == Refusal.of("member_unknown")
    foreign = q.Addressed(member_id="m1", link=asked.link("m2"))
    command = q.SendInquiry(inquiry_id=asked.id, stage="first", members=(foreign,))
    assert fund.refused(command, SECRETARIAT) == Refusal.of("link_not_valid")


def test_after_the_deadline_nothing_goes_out(fund, asked):
    asked.composed()
    asked.agrees(asked.asks_the_president())
    fund.clock.wait(days=14)
    assert fund.refused(sending(asked, "m1"), SECRETARIAT) == Refusal.of("inquiry_deadline_past")


# What the office sees


def test_before_the_deadline_the_office_sees_counts_and_who_answered_and_nothing_more(fund, asked):
    tokens = asked.goes_out("m1", "m2", "m3")
    asked.answers(tokens["m1"], can("L1", 700), person="Person m1")
    asked.answers(tokens["m2"], can("L1"))
    view = seen(fund, asked)
    assert (view.sealed, view.offers, view.answered) == (True, (), {"m1", "m2"})
    assert view.funnel == Funnel(notified=3, capable=3, hands=2, quotes=1, selected=0)
    assert [one.member_id for one in view.waiting()] == ["m3"]
    assert fund.desk.support(SECRETARIAT, PROPOSAL).offers == ()


def test_the_facts_count_a_sealed_quote_as_a_hand_and_at_the_deadline_as_what_it_is(fund, asked):
    tokens = asked.goes_out("m1")
    asked.answers(tokens["m1"], can("L1", 700, lead_time_days=20), person="Person m1")

    def critical():
        facts = fund.desk.support_facts(SECRETARIAT, PROPOSAL)
        return facts.values("firm")["cov_critical"].value, facts.values("with_hands")["cov_critical"].value

    assert critical() == (0, 1)
    fund.clock.wait(days=14)
    assert critical() == (1, 1)
    (row,) = [one for one in fund.desk.support_facts(SECRETARIAT, PROPOSAL).lines if one.id == "L1"]
    assert (row.selected_yen, row.provider) == (700 * 20, "Works m1")


def test_the_export_leaves_sealed_answers_out_and_their_history(fund, asked):
    tokens = asked.goes_out("m1")
    asked.answers(tokens["m1"], can("L1", 777_777), person="Person m1")

    def told():
        return "\n".join(str(table.rows) for table in fund.desk.export(SECRETARIAT))

    assert "777777" not in told()
    fund.clock.wait(days=14)
    assert "777777" in told()


def test_who_is_recused_sees_no_inquiry_and_gets_no_link(fund, asked):
    tokens = asked.goes_out("m1")
    asked.answers(tokens["m1"], can("L1"))
    fund.meeting(1, "PR-1")
    chair = MEMBERS["bank"]
    assert fund.desk.inquiries(chair, PROPOSAL) is not None
    fund.do(c.FreezeFacts(item_id="m1-PR-1"), SECRETARIAT)
    fund.do(c.DeclareInterest(item_id="m1-PR-1", seat_id="bank", kind="kin"), chair)
    assert fund.desk.inquiries(chair, PROPOSAL) is None
    assert not any(one for one in fund.desk.export(chair) if "inquiry" in one.name and one.rows)


def test_links_are_for_the_office_alone(fund, asked):
    asked.goes_out("m1")
    assert set(fund.desk.link_tokens(MANAGER, asked.id)) == {"m1"}
    for who in (AUDITOR, LP, ADMINISTRATOR, MEMBERS["bank"]):
        assert fund.desk.link_tokens(who, asked.id) == {}
        assert fund.desk.issued(who, PROPOSAL) == ()
    assert fund.desk.contacts(LP) == ()


def test_how_members_answered_so_far(fund, asked):
    tokens = asked.goes_out("m1", "m2")
    asked.do(q.RemindMembers(inquiry_id=asked.id, member_ids=("m1", "m2")))
    asked.answers(tokens["m1"], can("L1", 700), person="Person m1")
    assert fund.desk.answering(SECRETARIAT) == {}, "sealed"
    fund.clock.wait(days=14)
    found = fund.desk.answering(SECRETARIAT)
    assert found["m1"] == Answering(member_id="m1", asked=1, answered=1, unreminded=0, quoted=1, chosen=0)
    assert (found["m1"].rate(), found["m2"].rate()) == (1, 0)


# Messages and reminders


def test_how_messages_left_is_noted(fund, asked):
    asked.goes_out("m1", "m2")
    asked.do(q.NoteLeft(inquiry_id=asked.id, member_ids=("m1",), by="mail"))
    asked.do(q.NoteLeft(inquiry_id=asked.id, member_ids=("m2",), by="mail", failure="no such user"))
    left = {one.member_id: (one.left_by, one.failure) for one in seen(fund, asked).recipients}
    assert left == {"m1": ("mail", ""), "m2": ("", "no such user")}


def test_who_answered_is_not_reminded_and_nobody_twice_a_day(fund, asked):
    tokens = asked.goes_out("m1", "m2")
    asked.answers(tokens["m1"], can("L1"))
    both = q.RemindMembers(inquiry_id=asked.id, member_ids=("m1", "m2"))
    assert fund.refused(both, SECRETARIAT) == Refusal.of("member_answered_already")
    second = q.RemindMembers(inquiry_id=asked.id, member_ids=("m2",))
    asked.do(second)
    assert fund.refused(second, SECRETARIAT) == Refusal.of("member_reminded_already")
    fund.clock.wait(hours=20)
    asked.do(second)
    assert {one.member_id: one.reminders for one in seen(fund, asked).recipients} == {"m1": 0, "m2": 2}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": " "}, "contact_needs_name"),
        ({"email": "not an address"}, "contact_email_unclear"),
        ({"email": "a@b.jp\nBcc: all@b.jp"}, "contact_unclear"),
        ({"member_id": "m9"}, "member_unknown"),
    ],
)
def test_a_contact_that_nobody_could_be_reached_by_is_refused(fund, change, code):
    contact = Contact(id="c9", member_id="m1", name="Person", email="p@works.example").model_copy(update=change)
    assert fund.refused(q.RecordContacts(contacts=(contact,)), SECRETARIAT).code == code


def test_lines_and_lot_are_those_of_the_bill(asked, fund):
    asked.goes_out("m1")
    asked_about = tuple(line.model_copy(update={"identity": ""}) for line in seen(fund, asked).lines)
    assert (asked_about, seen(fund, asked).inquiry.lot) == (LINES, BILL.lot)


def test_a_later_link_still_asks_what_was_not_answered_before(fund, asked):
    asked.composed()
    asked.asks_the_president()
    token = asked.asks_the_president("need-1", inquiry=False)
    assert {one.subject for one in fund.desk.agreement_sheet(token).waiting()} == {"inquiry", "need"}
    asked.agrees(token)
    assert seen(fund, asked).agreed
    assert [one.answer for one in fund.desk.agreements(SECRETARIAT, PROPOSAL)] == ["agreed", "agreed"]
    assert fund.desk.agreements(LP, PROPOSAL) == ()
