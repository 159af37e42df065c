"""What an auditor is handed of the record, and what stands there by its hash alone."""

from small_fund import DAY, actor

from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Role
from fundapp.record import commands as c


def test_the_auditor_gets_every_entry_of_a_fund_without_open_scores(fund, item):
    found = fund.desk.audit(fund.auditor, DAY)
    assert [one.seq for one in found.entries] == list(range(1, fund.desk.book(fund.auditor).seq + 1))
    assert {one.withheld for one in found.entries} == {""}
    assert all(one.record for one in found.entries)


def test_who_is_recused_from_an_item_gets_none_of_its_entries(fund, item):
    fund.do(c.FreezeFacts(item_id=item), fund.secretariat)
    declared = c.DeclareInterest(item_id=item, seat_id="tlo", kind="inventor_or_patent_holder")
    fund.do(declared, fund.tlo)
    both_roles = actor(fund.tlo.person, Role.VOTING, Role.AUDITOR)
    found = fund.desk.audit(both_roles, DAY)
    hidden = [one for one in found.entries if one.withheld]
    assert {(one.withheld, one.kind, one.stream, one.record) for one in hidden} == {("recused", "", "", "")}
    assert len(hidden) >= 3, "the agenda, the frozen facts and the interest"
    assert not any(item in one.record or '"PR-1"' in one.record for one in found.entries)
    assert not any("paper" in one.kind for one in found.evidence)


def test_partners_and_administrators_get_no_audit(fund):
    assert [fund.desk.audit(who, DAY) for who in (fund.lp, fund.administrator, fund.bank)] == [
        Refusal.of("not_permitted")
    ] * 3
