"""A person is erased: nothing of the name is left in the file, the record still verifies, minutes print a dash."""

import json
from pathlib import Path

import pytest
from every_kind import CONTACT, live
from small_fund import ADMINISTRATOR, MANAGER, MEMBERS, OUTSIDE, SECRETARIAT, Clock, SmallFund, actor, both

from fundapp.access import accounts, sessions
from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Problem, Refusal
from fundapp.basis.roles import Role
from fundapp.committee.item import Seat
from fundapp.committee.proposal import Company
from fundapp.desk import Desk
from fundapp.record import commands as c
from fundapp.record.minutes import minutes
from fundapp.record.minutes_writer import UNKNOWN, Writer
from fundapp.record.words_in import words_in
from fundapp.store import log, words
from fundapp.store.checking import Verified
from fundapp.store.erasure import PERSON_FIELDS, Erased, Names
from fundapp.store.events import to_recorded
from fundapp.store.history import history
from fundapp.store.people import INSTALLATION, Person
from fundapp.store.tables import REGISTERS

BANKER = Bilingual(ja="銀行田 頭太郎", en="Ginkoda Totaro")
HANAKO = Bilingual(ja=CONTACT, en="Hanako Yamada")
BANK = MEMBERS["bank"]


def account(fund: SmallFund, person: str, name: Bilingual) -> None:
    made = accounts.create_account(
        fund.desk.database,
        person=person,
        sign_in_name=name.en.replace(" ", "."),
        name=name,
        organisation="bank",
        roles=frozenset({Role.VOTING}),
        password="a password of the tests",
        by=ADMINISTRATOR.person,
        now=fund.clock.now,
        hasher=accounts.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1),
    )
    assert not isinstance(made, Refusal)


@pytest.fixture
def fund(tmp_path: Path) -> SmallFund:
    """Every kind of event, with an account for the banker and one for the contact of all registers."""
    clock = Clock()
    lived = SmallFund(Desk(tmp_path / "data", clock=clock), clock)
    account(lived, BANK.person, BANKER)
    account(lived, "hanako", HANAKO)
    live(lived)
    return lived


def leaves_the_seat(fund: SmallFund) -> None:
    """Meeting 2 is closed without the banker's seat, which then has another holder."""
    item = "m2-PR-4"
    fund.do(c.DeclareInterest(item_id=item, seat_id="bank", kind="kin"), BANK)
    chair = MEMBERS["association"]
    fund.do(c.RevealScores(item_id=item), chair)
    fund.do(c.PutMotion(item_id=item, resolution="decline"), chair)
    for seat in ("association", "tlo"):
        fund.do(c.CastVote(item_id=item, number=1, seat_id=seat, vote="for"), MEMBERS[seat])
    fund.do(c.DeclareResult(item_id=item, number=1, reservation_id="none"), chair)
    fund.do(c.CloseMeeting(meeting_id="m2"), SECRETARIAT)
    seat = Seat(id="bank", name=both("bank"), organisation="bank", holder="new-banker", rank=3)
    fund.do(c.AssignSeat(seat=seat), ADMINISTRATOR)


def erased(fund: SmallFund, person: str) -> Erased:
    answer = fund.desk.erase_person(person, ADMINISTRATOR)
    assert isinstance(answer, Erased), answer
    return answer


def traces(fund: SmallFund, *texts: str) -> set[tuple[str, str]]:
    """(file, text) of every text that stands in a file of the data folder, log and copies included."""
    found = set()
    for path in fund.desk.database.folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        found |= {(path.name, text) for text in texts if text.encode() in content}
    return found


def texts_of(fund: SmallFund, person: str) -> set[str]:
    """What the record says that this person wrote, as far as it can still be read."""
    with fund.desk.database.read() as connection:
        events = map(to_recorded, log.events_after(connection, "main", 0))
        digests = [word.digest for one in events for word in words_in(one) if word.author == person]
        return set(words.read(connection, "main", digests).values())


def test_a_member_is_erased_with_account_words_drafts_and_sessions(fund) -> None:
    leaves_the_seat(fund)
    fund.desk.save_draft(BANK, "notes", expected=0, nonce="n", data='{"text":"bank-holder types"}')
    with fund.desk.database.write() as connection:
        token = sessions.begin(connection, BANK.person, fund.clock.now)
    assert sessions.actor_of(fund.desk.database, token, fund.clock.now) is not None
    own = texts_of(fund, BANK.person)
    assert {"bank-holder on B1", "bank-holder on interest", "bank-holder on vote", "bank-holder on the market"} < own
    answer = erased(fund, BANK.person)
    assert (answer.swept, answer.left) == (True, ())
    assert answer.words >= len(own)
    assert texts_of(fund, BANK.person) == set()
    assert BANK.person not in fund.desk.people()
    assert fund.desk.draft(BANK, "notes") is None
    assert sessions.actor_of(fund.desk.database, token, fund.clock.now) is None
    assert "tlo-holder on recusal" in texts_of(fund, MEMBERS["tlo"].person)


def test_the_file_holds_no_trace_of_the_name_or_the_words(fund) -> None:
    leaves_the_seat(fund)
    fund.desk.save_draft(BANK, "notes", expected=0, nonce="n", data='{"text":"bank-holder types"}')
    told = (*texts_of(fund, BANK.person), BANKER.ja, BANKER.en, "ginkoda.totaro", "bank-holder types")
    assert {text for _, text in traces(fund, *told)} == set(told)
    erased(fund, BANK.person)
    assert traces(fund, *told) == set()


def test_the_record_is_the_same_and_verifies(fund) -> None:
    leaves_the_seat(fund)
    before = fund.desk.verify()
    assert isinstance(before, Verified)
    erased(fund, BANK.person)
    assert fund.desk.verify() == before


def test_minutes_print_a_dash_for_the_name_and_the_words(fund) -> None:
    leaves_the_seat(fund)
    erased(fund, BANK.person)
    book = fund.desk.book(SECRETARIAT)
    names = {person: one.name.ja for person, one in fund.desk.people().items()}
    content = minutes(Writer(book=book, names=names), book.meetings["m1"])
    matter = content.items[0].matter
    assert [one.name for one in content.seats if one.seat_id == "bank"] == [UNKNOWN]
    assert [(one.speaker, one.gist) for one in matter.discussion] == [
        (UNKNOWN, UNKNOWN),
        (UNKNOWN, "manager on the market"),
    ]
    votes = [(vote.name, vote.reason) for vote in matter.motions[1].votes if vote.seat == both("bank")]
    assert votes == [(UNKNOWN, UNKNOWN)]


def test_a_name_goes_from_every_field_for_a_person_and_from_its_history(fund) -> None:
    president = Company(id="company-PR-2", name=both("PR-2 Ltd"), president="別の社長")
    changed = fund.desk.proposal(SECRETARIAT, "id-PR-2").model_copy(update={"company": president})
    fund.do(c.RegisterProposal(proposal=changed), SECRETARIAT)
    assert {text for _, text in traces(fund, CONTACT)} == {CONTACT}
    answer = erased(fund, "hanako")
    assert answer.left == ()
    assert traces(fund, CONTACT) == set()
    assert isinstance(fund.desk.verify(), Verified)
    register = fund.desk.support(SECRETARIAT, "id-PR-2")
    assert [(offer.person, offer.unit_price_yen) for offer in register.offers] == [("", 900), ("", 950)]
    assert (register.needs[0].item.person, register.routes[0].rep, register.coordinators[0].name) == ("", "", "")
    assert [(one.buyer, one.result) for one in register.routes[0].introductions] == [("", "took one")]
    assert register.countermeasures[0].owner == ""
    with fund.desk.database.read() as connection:
        before, *_, after = history(connection, "main", "company", "company-PR-2")
    assert '"president":""' in before.new
    assert "別の社長" in after.new


def test_where_others_wrote_the_name_is_told_and_left(fund) -> None:
    changed = fund.desk.proposal(SECRETARIAT, "id-PR-4").model_copy(update={"use_of_funds": f"紹介者は{CONTACT}"})
    fund.do(c.RegisterProposal(proposal=changed), SECRETARIAT)
    note = c.NoteDiscussion(item_id="m2-PR-4", speaker=MANAGER.person, gist=f"{CONTACT}に聞いた")
    fund.do(note, SECRETARIAT)
    first, second = erased(fund, "hanako").left
    assert first == "proposal/id-PR-4/use_of_funds"
    assert second.startswith("word/")


def test_the_history_keeps_that_an_account_went_and_no_name(fund) -> None:
    erased(fund, "hanako")
    with fund.desk.database.read() as connection:
        *_, last = history(connection, INSTALLATION, "account", "hanako")
    assert (last.actor, last.new) == (ADMINISTRATOR.person, None)
    assert json.loads(last.old)["roles"] == '["voting"]'
    assert HANAKO.en not in last.old


def test_an_erased_sign_in_name_may_be_given_again(fund) -> None:
    erased(fund, "hanako")
    account(fund, "another", HANAKO)


def test_only_an_administrator_erases_and_nobody_erases_oneself(fund) -> None:
    assert fund.desk.erase_person("hanako", SECRETARIAT) == Refusal.of("not_permitted")
    assert fund.desk.erase_person("hanako", actor("hanako", Role.ADMINISTRATOR)) == Refusal.of("erases_oneself")
    assert fund.desk.erase_person("nobody", ADMINISTRATOR) == Refusal.of("person_unknown")


def test_the_last_administrator_is_not_erased(fund) -> None:
    leads = {"roles": frozenset({Role.ADMINISTRATOR}), "by": ADMINISTRATOR.person, "now": fund.clock.now}
    assert isinstance(accounts.change_account(fund.desk.database, "hanako", **leads), Person)
    assert fund.desk.erase_person("hanako", ADMINISTRATOR) == Refusal.of("last_administrator")
    assert "hanako" in fund.desk.people()


@pytest.mark.parametrize("person", [BANK.person, "bank-alternate"], ids=["holder", "alternate"])
def test_who_is_on_a_seat_is_not_erased(fund, person: str) -> None:
    assert fund.desk.erase_person(person, ADMINISTRATOR) == Refusal.of("still_on_a_seat", seat="bank")


def test_who_has_a_part_in_the_open_meeting_is_not_erased(fund) -> None:
    recorder = fund.desk.erase_person(SECRETARIAT.person, ADMINISTRATOR)
    assert recorder == Refusal.of("in_open_meeting", number=2)
    assert fund.desk.erase_person(OUTSIDE.person, ADMINISTRATOR) == Refusal.of("person_unknown")


def test_words_that_vanish_without_a_tombstone_are_noticed(fund) -> None:
    with fund.desk.database.write() as connection:
        connection.execute("DELETE FROM word WHERE text = 'bank-holder on vote'")
    found = fund.desk.verify()
    assert isinstance(found, Problem)
    assert found.code == "words_missing"


NOT_OF_A_PERSON = {
    "company": {"id", "name_ja", "name_en", "corporate_number", "city"},
    "proposal": None,
    "evidence": None,
    "attachment": None,
    "member": None,
    "co_finance": None,
    "bank_terms": {"member_id", "branch", "kinds", "asks_for", "note"},
    "liaison_terms": {"member_id", "fields"},
    "ip_right": {
        "id",
        "holder_id",
        "title",
        "kind",
        "number",
        "filed_on",
        "ends_on",
        "field",
        "state",
        "user",
        "terms",
    },
    "continuity_check": None,
    "capability": None,
    "line_process": None,
    "table_layout": None,
    "support_task": None,
    "sourcing_plan": None,
    "bill": None,
    "bill_line": None,
    "bill_assembly": None,
    "offer": {
        "id",
        "proposal_id",
        "bill_revision",
        "line_id",
        "provider",
        "dated",
        "expires",
        "received_by",
        "withdrawn_on",
        *("inquiry_id", "member_id", "answered_at", "condition", "tiers"),
    },
    "support_need": {
        *("id", "proposal_id", "name", "item_kind", "item_provider", "item_deliverable", "item_due"),
        *("item_decision_due", "item_cost_bearer", "item_ends_when", "item_handed_to"),
    },
    "sales_route": {
        *("id", "proposal_id", "name", "commission_type", "rate", "collection", "region"),
        *("coordinator", "plan_read_on", "not_reached"),
    },
    "sales_introduction": {"proposal_id", "route_id", "introduced_on", "result"},
    "coordinator": {"id"},
    "countermeasure": {"id", "proposal_id", "against", "line_id", "text", "due"},
    "support_case": None,
    "rubric_text": None,
    "contact": {"id", "member_id", "seconded_by"},
    "inquiry": None,
    "inquiry_recipient": {
        *("proposal_id", "inquiry_id", "member_id", "stage", "line_ids", "notified_at", "left_by", "left_at"),
        *("failure", "reminded_at", "nda_at"),
    },
    "agreement": {
        *("id", "proposal_id", "subject", "subject_id", "agreed_digest", "asked_at", "answer", "answered_at"),
        "remark",
    },
    "issued_link": None,
    "site": None,
    "equipment": None,
    "capital_change": None,
    "fee_payment": None,
    "rep_terms": None,
    "rep_deal": None,
    "referral": {
        *("id", "university_id", "member_id", "proposal_id", "matter", "asked_on", "due_on", "answer", "answered_on"),
        *("promised_by", "background", "path"),
    },
    "agency_terms": {"member_id", "country", "languages"},
    "agency_exchange": None,
    "member_visit": {"id", "member_id", "visited_on", "visitor", "note"},
    "issue": None,
    "service": None,
    "training": None,
    "member_group": None,
    "group_member": None,
    "group_introduction": {"id", "group_id", "member_id", "introduced_on", "result"},
    "seminar": None,
    "seminar_hand": None,
    "watch": None,
    "income_year": None,
    "growth_target": None,
    "inquiry_file": None,
    "inquiry_extension": None,
    "inquiry_notice": None,
    "inquiry_outcome": None,
    "collaboration": None,
    "outcome_state": None,
    "company_cash": None,
    "market_index": None,
    "planned_meeting": None,
    "summons": None,
    "word_template": None,
}
"""The columns of text that are no place for a person; None: the register has no such place."""


def test_every_column_of_text_is_known_to_hold_a_person_or_not(fund) -> None:
    assert {table.name for table in REGISTERS} == NOT_OF_A_PERSON.keys()
    with fund.desk.database.read() as connection:
        for name, known in NOT_OF_A_PERSON.items():
            columns = {one.name for one in connection[name].columns if one.type == "TEXT"} - {"fund"}
            if known is not None:
                assert columns == known | set(PERSON_FIELDS[name]), name
            else:
                assert name not in PERSON_FIELDS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("山田 花子", True),
        ("山田花子", True),
        ("担当：山田　花子（営業）", True),
        ("ＨＡＮＡＫＯ yamada", True),
        ("山田", False),
        ("", False),
        (None, False),
        (7, False),
    ],
)
def test_a_name_is_found_however_it_is_spelled(text: object, found: bool) -> None:
    assert Names(Bilingual(ja="山田 花子", en="Hanako Yamada")).stand_in(text) is found


def test_a_short_name_is_found_as_the_whole_field_alone() -> None:
    short = Names(Bilingual(ja="林", en=""))
    assert (short.stand_in("林"), short.stand_in("小林 一"), short.stand_in("")) == (True, False, False)
