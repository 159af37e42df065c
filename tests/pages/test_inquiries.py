"""The sourcing page's inquiries: written, agreed to, sent, answered by telephone, compared, told."""

from pathlib import Path

import pages.small_fund as sample
import pytest
from asked import Asked, can
from pages.small_fund import ACTORS, open_as, texts

from fundapp.basis.refusal import Refusal
from fundapp.network.member import Member
from fundapp.record import commands as c
from fundapp.record import inquiry_commands as q

PROPOSAL = "proposal-1"
MEMBERS = ("m1", "m2")


@pytest.fixture
def fund(tmp_path: Path) -> sample.SmallFund:
    made = sample.established(tmp_path / "data")
    wind = sample.proposal(made, 1, sample.both("小形風力発電機", "Small wind turbine"))
    made.does("secretariat", c.RegisterProposal(proposal=wind))
    bill = sample.Bill(proposal_id=PROPOSAL, revision="A", lot=20, plan_days=84, lines=sample.lines())
    made.does("secretariat", c.RecordBill(bill=bill))
    members = tuple(
        Member(id=one, code=one.upper(), name=sample.both(f"会社{one}", f"Works {one}"), member_class="company")
        for one in MEMBERS
    )
    made.does("secretariat", c.RegisterMembers(members=members))
    return made


@pytest.fixture
def asked(fund) -> Asked:
    return Asked(fund.desk, ACTORS["secretariat"], PROPOSAL, "A", 20, ("L1", "L2"))


@pytest.fixture
def visit(fund, monkeypatch):
    """The inquiries as a person sees them."""

    def enter(person="secretariat", language="en"):
        screen = open_as(fund, person, "network/sourcing", monkeypatch, language=language, code="PR-01")
        (part,) = [one for one in screen.get("button_group") if "sourcing-part" in str(one.key)]
        part.set_value(["inquiries"]).run() if isinstance(part.value, list) else part.set_value("inquiries").run()
        assert not screen.exception
        return screen

    return enter


def press(screen, label):
    next(one for one in screen.button if one.label == label).click().run()
    assert not screen.exception
    return screen


def labels(screen):
    return {one.label for one in screen.button}


def view(fund):
    (one,) = fund.desk.inquiries(ACTORS["secretariat"], PROPOSAL)
    return one


def test_an_empty_list_says_what_to_do_first(visit):
    screen = visit()
    assert "No member has been asked yet." in texts(screen)
    assert "Write an inquiry" in labels(screen)


def test_an_inquiry_is_written_with_the_usual_words(fund, visit):
    screen = press(press(visit(), "Write an inquiry"), "Save the inquiry")
    assert "The president agrees: not asked yet" in texts(screen)
    inquiry = view(fund).inquiry
    assert (len(inquiry.line_ids), inquiry.number, inquiry.widen_after_hours) == (10, 1, 72)
    assert "Hachiryo Works 1" in inquiry.text.en
    assert "八稜第1製作所" in inquiry.text.ja


def test_the_president_s_link_stands_there_until_the_answer(fund, asked, visit):
    asked.composed()
    screen = press(visit(), "Make the link for the president")
    (address,) = [one.value for one in screen.code]
    token = address.rpartition("/agree/")[2]
    assert not isinstance(fund.desk.agreement_sheet(token), Refusal)
    assert "Choose the members and send" not in labels(screen)
    asked.agrees(token)
    screen = visit()
    assert "Choose the members and send" in labels(screen)
    assert not screen.code


def test_members_are_chosen_and_the_inquiry_goes_out(fund, asked, visit):
    asked.composed()
    asked.agrees(asked.asks_the_president())
    screen = press(visit(), "Choose the members and send")
    assert "No matching is on file yet: choose the members yourself." in texts(screen)
    next(one for one in screen.multiselect if one.label == "Members").set_value(["m1", "m2"]).run()
    press(screen, "Let it go out to 2 members")
    assert {one.member_id for one in view(fund).recipients} == {"m1", "m2"}
    assert "2 messages wait to leave" in texts(screen)
    press(screen, "They are handed over")
    assert {one.left_by for one in view(fund).recipients} == {"hand"}


def test_before_the_deadline_there_are_counts_and_no_price(fund, asked, visit):
    tokens = asked.goes_out("m1", "m2")
    asked.answers(tokens["m1"], can("L1", 7_654_321), person="P")
    for person in ("secretariat", "manager", "a", "auditor"):
        screen = visit(person)
        everything = texts(screen) + str([frame.value.to_dict() for frame in screen.dataframe])
        assert "1 of 2 members raised a hand" in everything
        assert "7654321" not in everything.replace(",", "")


def test_a_reader_sees_no_link_and_gives_no_order(asked, visit):
    asked.goes_out("m1")
    for person in ("a", "auditor"):
        screen = visit(person)
        assert not screen.code
        assert labels(screen).isdisjoint({"Write another inquiry", "They are handed over", "They are reminded"})


def test_an_answer_by_telephone_is_entered_and_marked(fund, asked, visit):
    asked.goes_out("m1", "m2")
    screen = press(visit(), "Enter an answer by telephone or fax")
    next(one for one in screen.selectbox if one.label == "Member").set_value("m1").run()
    next(one for one in screen.selectbox if one.label == "Which line").set_value("L1").run()
    next(one for one in screen.number_input if one.label == "Unit price in yen").set_value(900).run()
    press(screen, "Record this answer")
    assert "Some fields are empty: The answer; Person in charge." in str([one.value for one in screen.warning]).replace(
        "\\", ""
    )
    next(one for one in screen.radio if one.label == "The answer").set_value("can").run()
    press(screen, "Record this answer")
    assert "“Person in charge” is empty." in str([one.value for one in screen.warning]).replace("\\", "")
    next(one for one in screen.text_input if one.label == "Person in charge").set_value("P").run()
    press(screen, "Record this answer")
    assert view(fund).answered == {"m1"}
    fund.moves_to(view(fund).inquiry.answer_by.date() + sample.timedelta(days=1))
    (offer,) = view(fund).offers
    assert (offer.unit_price_yen, offer.received_by, offer.rung) == (900, "phone", 4)


def test_when_all_have_answered_the_answers_are_opened_compared_and_told(fund, asked, visit):
    tokens = asked.goes_out("m1", "m2")
    asked.answers(tokens["m1"], can("L1", 900, lead_time_days=20), person="P")
    assert "Everyone has answered: open the answers now" not in labels(visit())
    asked.answers(tokens["m2"], can("L1", 950, lead_time_days=20), person="P")
    screen = press(visit(), "Everyone has answered: open the answers now")
    prices = [list(one.value["Unit price (yen)"]) for one in screen.dataframe if "Unit price (yen)" in one.value]
    assert prices == [[900, 950]]
    press(screen, "Fix the choice and tell the members")
    reasons = {one.member_id: one.reason for one in view(fund).outcomes}
    # Parts made to drawing count without the NDA as hands alone.
    assert reasons == {"m1": "no_nda", "m2": "no_nda"}
    assert "Members were told the results" in texts(screen)


def test_a_contact_is_entered_where_it_is_missed(fund, asked, visit):
    asked.goes_out("m1")
    screen = visit()
    assert "1 of them has no e-mail address on file" in texts(screen)
    press(screen, "Enter or correct a contact")
    fields = {"Name of the person in charge": "Hanako", "E-mail": "h@works.example"}
    for label, value in fields.items():
        next(one for one in screen.text_input if one.label == label).set_value(value).run()
    press(screen, "Save the contact")
    (contact,) = fund.desk.contacts(ACTORS["secretariat"])
    assert (contact.member_id, contact.name, contact.email) == ("m1", "Hanako", "h@works.example")


def test_a_link_is_taken_back_and_made_anew(fund, asked, visit):
    token = asked.goes_out("m1")["m1"]
    screen = visit()
    next(one for one in screen.selectbox if one.label == "Member").set_value("m1").run()
    assert token in screen.code[0].value
    press(screen, "Take this link back and make a new one")
    assert fund.desk.answer_sheet(token) == Refusal.of("link_revoked")
    assert set(fund.desk.link_tokens(ACTORS["secretariat"], asked.id)) == {"m1"}


def test_reminders_are_noted(fund, asked, visit):
    asked.goes_out("m1", "m2")
    asked.do(q.NoteLeft(inquiry_id=asked.id, member_ids=("m1", "m2"), by="hand"))
    press(visit(), "They are reminded")
    assert {one.reminders for one in view(fund).recipients} == {1}


def test_menu_items_are_agreed_to_by_a_link_from_their_own_page(fund, monkeypatch):
    fund.does("secretariat", c.RecordNeeds(needs=(sample.needs(1)[0].model_copy(update={"id": "n1"}),)))
    (need,) = fund.desk.support(ACTORS["secretariat"], PROPOSAL).needs
    lacking = need.model_copy(update={"item": need.item.model_copy(update={"owner_consent": False})})
    fund.does("secretariat", c.RecordNeeds(needs=(lacking,)))

    def look():
        return open_as(fund, "secretariat", "network/needs", monkeypatch, code="PR-01")

    screen = press(look(), "Make the link for the president")
    token = screen.code[0].value.rpartition("/agree/")[2]
    Asked(fund.desk, ACTORS["secretariat"], PROPOSAL, "A", 20, ()).agrees(token)
    (need,) = fund.desk.support(ACTORS["secretariat"], PROPOSAL).needs
    assert need.item.owner_consent
    assert not look().code
