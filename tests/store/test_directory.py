"""The directory's registers: members whole, merged, taken out, and found by what one types."""

import json
from datetime import date
from fractions import Fraction

import pytest
from small_fund import MANAGER, SECRETARIAT, Clock, SmallFund, both

from fundapp.basis.refusal import Refusal
from fundapp.desk import Desk
from fundapp.directory_desk import NOTHING
from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.capability import Capability
from fundapp.network.contact import Contact
from fundapp.network.member import Member
from fundapp.network.member_words import folded, member_words, wanted_words
from fundapp.network.offer import Offer
from fundapp.network.partner import Referral, RepTerms
from fundapp.network.premises import Equipment, Site
from fundapp.network.process import ProcessTree
from fundapp.network.visit import Issue, Visit
from fundapp.places import rubrics_folder
from fundapp.record import commands as c
from fundapp.record import directory_commands as d
from fundapp.record.inquiry_commands import RecordContacts
from fundapp.store import member_search
from fundapp.store.process_files import load_process_tree

TREE = load_process_tree(rubrics_folder())
assert isinstance(TREE, ProcessTree)
DAY = date(2026, 3, 2)


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    clock = Clock()
    made = SmallFund(Desk(tmp_path, clock=clock), clock)
    made.found()
    return made


def member(code: str, ja: str, **kwargs) -> Member:
    return Member(id=f"id-{code}", code=code, name=both(ja), **{"member_class": "company"} | kwargs)


def recorded(fund: SmallFund, one: Member, **kwargs) -> Member:
    fund.do(d.RecordMember(member=one, **kwargs), SECRETARIAT)
    return one


def found(fund: SmallFund, query: str, **kwargs) -> list[str]:
    return [one.code for one in fund.desk.find_members(SECRETARIAT, query, TREE, **kwargs).members]


def test_a_member_is_found_by_name_person_place_machine_and_process(fund):
    site = Site(id="s", member_id="id-M-1", name="本社", address="稜市みどり町3-4", main=True)
    lathe = Equipment(id="e", member_id="id-M-1", name="複合旋盤", maker="森精", model="NTX1000")
    recorded(fund, member("M-1", "稜精工"), sites=(site,), equipment=(lathe,))
    recorded(fund, member("M-2", "東雲製作所"))
    fund.do(RecordContacts(contacts=(Contact(id="k", member_id="id-M-2", name="青柳 健一"),)), SECRETARIAT)
    bends = Capability(id="a", member_id="id-M-2", process="bending", confirmed_on=DAY)
    fund.do(c.RecordCapabilities(capabilities=(bends,)), SECRETARIAT)
    for query in ("稜", "精工", "ミドリ町", "ﾐﾄﾞﾘ", "ntx 1000", "旋盤", "m-1"):
        assert found(fund, query) == ["M-1"], query
    for query in ("東雲", "青柳", "あおやなぎ東雲", "曲げ", "sheet metal", "bend"):
        assert found(fund, query) == ([] if query == "あおやなぎ東雲" else ["M-2"]), query
    assert found(fund, "") == ["M-1", "M-2"]
    assert found(fund, "", process="bending") == ["M-2"]
    assert found(fund, "100%") == found(fund, "_") == []


def test_pages_follow_each_other_by_code(fund):
    members = tuple(member(f"M-{at:03}", f"社{at}") for at in range(1, 71))
    fund.do(d.TakeMembersIn(members=members), SECRETARIAT)
    first = fund.desk.find_members(SECRETARIAT, "社", TREE)
    second = fund.desk.find_members(SECRETARIAT, "社", TREE, after=first.after or "")
    third = fund.desk.find_members(SECRETARIAT, "社", TREE, after=second.after or "")
    assert [len(one.members) for one in (first, second, third)] == [30, 30, 10]
    assert first.count == second.count == 70
    assert third.after is None
    assert [one.code for page in (first, second, third) for one in page.members] == [one.code for one in members]


QUERIES = (
    *("社", "精機", "精", "稜精", "稜精機12", "精機1", "1", "12", "旋盤", "旋盤 1", "精機 工業", "曲げ 工業", "無い"),
    *("無い字", "ない語", "m-02", "ﾐﾄﾞﾘ", "bend", "sheet metal", "精機 12", '"', "みどり町 1-", "\0"),
)


@pytest.mark.parametrize("most_looked_at", [1, 5, 2_000])
def test_few_and_many_are_found_alike_whatever_the_index_can_tell(fund, monkeypatch, most_looked_at):
    """All ways through the index, and past it, find what a look at every member finds."""
    monkeypatch.setattr(member_search, "_MOST_LOOKED_AT", most_looked_at)
    monkeypatch.setattr(member_search, "_MOST_GROUPS", most_looked_at)
    members = [member(f"M-{n:02}", f"稜{('精機', '工業', '社')[n % 3]}{n}") for n in range(40)]
    sites = [
        Site(id=f"s{n}", member_id=one.id, name="", address=f"稜市みどり町{n}-4", main=True)
        for n, one in enumerate(members)
        if n % 4
    ]
    able = [
        Capability(id=f"c{n}", member_id=one.id, process=("turning", "bending")[n % 2], confirmed_on=DAY)
        for n, one in enumerate(members)
        if n % 5 == 0
    ]
    fund.do(d.TakeMembersIn(members=tuple(members), sites=tuple(sites), capabilities=tuple(able)), SECRETARIAT)
    words = {one.id: member_words([one.code, one.name.ja, one.name.en]) for one in members}
    words |= {one.member_id: f"{words[one.member_id]}\n{member_words([one.address])}" for one in sites}

    def fits(one: Member, query: str) -> bool:
        return all(
            folded(word) in words[one.id]
            or {able.process for able in able if able.member_id == one.id}
            & {process for named in TREE.spoken_of(word) for process in TREE.within(named)}
            for word in wanted_words(query)
        )

    for query in QUERIES:
        page = fund.desk.find_members(SECRETARIAT, query, TREE)
        expected = [one.code for one in members if fits(one, query)]
        assert [one.code for one in page.members] == expected[:30], query
        assert page.count in (len(expected), None), query
        rest = fund.desk.find_members(SECRETARIAT, query, TREE, after=page.after) if page.after else NOTHING
        assert [one.code for one in rest.members] == expected[30:], query


def test_a_list_does_not_write_over_what_is_kept_by_hand(fund):
    recorded(
        fund, member("M-1", "稜精工"), sites=(Site(id="s", member_id="id-M-1", name="", address="昔の町", main=True),)
    )
    again = d.TakeMembersIn(
        members=(member("M-1", "稜精工株式会社"),),
        sites=(Site(id="t", member_id="id-M-1", name="", address="新しい町", main=True),),
    )
    fund.do(again, SECRETARIAT)
    file = fund.desk.member_file(SECRETARIAT, "id-M-1")
    assert (file.member.name.ja, [one.address for one in file.sites]) == ("稜精工株式会社", ["昔の町"])
    assert len(file.changes) == 2


def test_two_entries_become_one_with_everything_and_the_history_of_both(fund):
    recorded(fund, member("M-1", "稜精工"))
    recorded(fund, member("M-2", "稜精工（株）", capital_yen=20_000_000))
    visit = Visit(id="v", member_id="id-M-2", visited_on=DAY, visitor="secretariat", note="見学")
    issue = Issue(id="i", member_id="id-M-2", visit_id="v", tag="cost", text="材料費", heard_on=DAY)
    fund.do(d.RecordVisits(visits=(visit,), issues=(issue,)), SECRETARIAT)
    contacts = (
        Contact(id="j", member_id="id-M-1", name="赤木", main=True),
        Contact(id="k", member_id="id-M-2", name="青柳", main=True),
    )
    fund.do(RecordContacts(contacts=contacts), SECRETARIAT)
    fund.do(d.MergeMembers(into_id="id-M-1", from_id="id-M-2", reason="同じ会社"), SECRETARIAT)
    file = fund.desk.member_file(SECRETARIAT, "id-M-1")
    assert (file.member.capital_yen, len(file.visits), len(file.issues)) == (20_000_000, 1, 1)
    assert [(one.name, one.main) for one in file.contacts] == [("赤木", True), ("青柳", False)]
    taken_in = [json.loads(one.old)["code"] for one in file.changes if one.old and '"code":"M-2"' in one.old]
    assert taken_in == ["M-2"]
    assert fund.desk.member_file(SECRETARIAT, "id-M-2") is None
    assert found(fund, "青柳") == ["M-1"]
    with fund.desk.database.read() as connection:
        rows = connection.execute("SELECT count(*) FROM history WHERE register = 'member' AND row_id = 'id-M-2'")
        assert rows.fetchone()[0] == 2


def test_an_entry_with_statements_stays(fund):
    recorded(fund, member("M-1", "稜精工"))
    recorded(fund, member("M-2", "稜精工2"))
    proposal = fund.proposal("PR-01")
    line = Line(id="L1", row=1, description="部品", quantity=Fraction(1), kind=LineKind.BOUGHT_OUT)
    bill = Bill(proposal_id=proposal.id, revision="A", lot=1, plan_days=30, lines=(line,))
    fund.do(c.RecordBill(bill=bill), SECRETARIAT)
    offer = Offer(
        id="o",
        proposal_id=proposal.id,
        bill_revision="A",
        line_id="L1",
        provider="稜精工2",
        person="田中",
        rung=4,
        dated=DAY,
        unit_price_yen=1,
    )
    fund.do(c.RecordOffers(offers=(offer,)), SECRETARIAT)
    stays = Refusal.of("member_has_statements", member="M-2")
    assert fund.refused(d.MergeMembers(into_id="id-M-1", from_id="id-M-2", reason="同じ"), SECRETARIAT) == stays
    stays = Refusal.of("member_stays_for_statements", member="M-2")
    assert fund.refused(d.RemoveMember(member_id="id-M-2", reason="退会"), SECRETARIAT) == stays
    fund.do(c.RecordOffers(offers=(offer.model_copy(update={"id": "p", "provider": "稜精工"}),)), SECRETARIAT)
    both_stay = Refusal.of("both_have_statements", member="M-2", other="M-1")
    assert fund.refused(d.MergeMembers(into_id="id-M-1", from_id="id-M-2", reason="同じ"), SECRETARIAT) == both_stay


def test_one_person_of_a_member_is_asked_first(fund):
    recorded(fund, member("M-1", "稜精工"))
    first, second = (Contact(id=name, member_id="id-M-1", name=name, main=True) for name in ("青柳", "赤木"))
    fund.do(RecordContacts(contacts=(first,)), SECRETARIAT)
    fund.do(RecordContacts(contacts=(second,)), SECRETARIAT)
    contacts = fund.desk.member_file(SECRETARIAT, "id-M-1").contacts
    assert {one.name: one.main for one in contacts} == {"青柳": False, "赤木": True}


def test_what_is_merged_or_taken_out_needs_a_reason(fund):
    recorded(fund, member("M-1", "稜精工"))
    recorded(fund, member("M-2", "稜精工2"))
    refused = fund.refused(d.MergeMembers(into_id="id-M-1", from_id="id-M-1", reason="x"), SECRETARIAT)
    assert refused == Refusal.of("merge_with_itself")
    assert fund.refused(d.RemoveMember(member_id="id-M-2", reason=" "), SECRETARIAT).code == "correction_needs_reason"
    fund.do(d.RemoveMember(member_id="id-M-2", reason="退会"), SECRETARIAT)
    assert found(fund, "") == ["M-1"]


def test_an_issue_becomes_a_need_and_a_reason(fund):
    proposal = fund.proposal("PR-01")
    recorded(fund, member("M-1", "PR-01 Ltd"))
    visit = Visit(id="v", member_id="id-M-1", visited_on=DAY, visitor="s", note="")
    issue = Issue(id="i", member_id="id-M-1", visit_id="v", tag="sales", text="売り先がない", heard_on=DAY)
    fund.do(d.RecordVisits(visits=(visit,), issues=(issue,)), MANAGER)
    reason = d.IssueBecomesReason(issue_id="i", proposal_id=proposal.id, is_for=False, text=issue.text)
    fund.do(reason, SECRETARIAT)
    assert fund.desk.proposal(SECRETARIAT, proposal.id).reasons_against == ("売り先がない",)
    for more in ("a", "b"):
        fund.do(reason.model_copy(update={"text": more}), SECRETARIAT)
    assert fund.refused(reason.model_copy(update={"text": "c"}), SECRETARIAT) == Refusal.of("reasons_full", most=3)
    closed = d.CloseIssue(issue_id="i", on=DAY, what_ended_it="紹介した")
    fund.do(closed, SECRETARIAT)
    (kept,) = fund.desk.member_file(SECRETARIAT, "id-M-1").issues
    assert (kept.is_open(), kept.reason_proposal_id) == (False, proposal.id)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (
            d.RecordRepTerms(terms=(RepTerms(member_id="r", band_low="0.05", band_high="0.08", member_rate="0.07"),)),
            "rate_above_rule",
        ),
        (d.RecordRepTerms(terms=(RepTerms(member_id="r", band_low="0.05"),)), "band_half_told"),
        (d.AnswerReferral(referral_id="x", answer="yes", on=DAY), "yes_needs_date"),
        (d.AnswerReferral(referral_id="x", answer="handed_on", on=DAY), "handed_on_to_nobody"),
        (
            d.AskUniversity(
                referral=Referral(id="x", university_id="u", matter="m", asked_on=DAY, due_on=date(2026, 3, 3))
            ),
            "referral_not_as_asked",
        ),
        (d.RecordVisits(visits=(Visit(id="v", member_id="m", visited_on=DAY, visitor="s"),)), "visit_is_empty"),
        (
            d.RecordVisits(visits=(Visit(id="v", member_id="m", visited_on=date(2027, 1, 1), visitor="s", note="n"),)),
            "day_not_come_yet",
        ),
        (d.CloseIssue(issue_id="i", on=DAY, what_ended_it=""), "issue_end_needs_words"),
        (d.RecordMember(member=member("M-9", " ")), "member_needs_code_and_name"),
        (d.RecordMember(member=member("M-9", "x", corporate_number="123")), "corporate_number_wrong"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(fund, command, code):
    assert fund.refused(command, SECRETARIAT).code == code
    assert found(fund, "") == []


def test_whoever_reads_no_papers_finds_nobody(fund):
    recorded(fund, member("M-1", "稜精工"))
    assert fund.desk.find_members(fund.lp, "", TREE).members == ()
    assert fund.desk.member_file(fund.administrator, "id-M-1") is None
