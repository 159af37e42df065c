"""What was read of the registers is read again after a change to what it depends on, and only then."""

from datetime import timedelta
from pathlib import Path

import pytest
from asked_fund import PROPOSAL, asking_fund
from small_fund import MANAGER, SECRETARIAT, SmallFund, both

from fundapp.network.member import Member
from fundapp.network.offer import Offer
from fundapp.record import commands as c
from fundapp.store import registers
from fundapp.store.history import changes_of
from fundapp.store.tables import COMPANIES, MEMBERS, PROPOSALS, REGISTERS

PERSON = Member(id="m9", code="M9", name=both("Nonomura Takashi"), member_class="individual")


@pytest.fixture
def fund(tmp_path: Path) -> SmallFund:
    made, _asked = asking_fund(tmp_path / "data")
    return made


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the registers were really read for."""
    done: list[str] = []
    for name in ("support_register", "proposals"):
        real = getattr(registers, name)
        monkeypatch.setattr(registers, name, lambda *given, name=name, real=real: (done.append(name), real(*given))[1])
    return done


def offer(fund: SmallFund, number: int = 1, provider: str = "Works m1") -> c.RecordOffers:
    today = fund.desk.today()
    one = Offer(
        id=f"o{number}", proposal_id=PROPOSAL, bill_revision="A", line_id="L1", provider=provider, person="P", rung=4,
        dated=today, expires=today + timedelta(days=60), unit_price_yen=100 * number, lot=10, lead_time_days=20,
    )  # fmt: skip
    return c.RecordOffers(offers=(one,))


def test_facts_and_proposals_are_read_once_for_all_readers_until_something_changes(fund, reads):
    first = [(fund.desk.support_facts(who, PROPOSAL), fund.desk.proposals(who)) for who in (SECRETARIAT, MANAGER) * 2]
    assert (reads, len({id(facts) for facts, _found in first})) == (["support_register", "proposals"], 1)
    fund.do(offer(fund), SECRETARIAT)
    # Written by command of the desk, which reads the registers for its own decision.
    reads.clear()
    after = fund.desk.support_facts(SECRETARIAT, PROPOSAL)
    assert [line.selected_yen for line in after.lines if line.id == "L1"] == [100 * 2 * 10]
    assert (fund.desk.support_facts(MANAGER, PROPOSAL), reads) == (after, ["support_register"])
    assert (fund.desk.proposals(SECRETARIAT), reads) == (first[0][1], ["support_register"]), "no proposal was changed"


def test_the_day_and_the_record_count_too(fund, reads):
    fund.desk.support_facts(SECRETARIAT, PROPOSAL)
    fund.clock.wait(hours=24)
    assert fund.desk.support_facts(SECRETARIAT, PROPOSAL).as_of == fund.desk.today()
    fund.meeting(1, "PR-1")
    reads.clear()
    fund.desk.support_facts(SECRETARIAT, PROPOSAL)
    assert reads == ["support_register"]


def test_what_if_is_neither_kept_nor_taken_for_what_is(fund):
    today = fund.desk.support_facts(SECRETARIAT, PROPOSAL)
    offers = offer(fund).offers
    assert fund.desk.support_facts(SECRETARIAT, PROPOSAL, instead={"offers": offers}) != today
    assert fund.desk.support_facts(SECRETARIAT, PROPOSAL) is today


def test_an_erased_name_stays_in_no_memory(fund):
    fund.do(c.RegisterMembers(members=(PERSON,)), SECRETARIAT)
    fund.do(offer(fund, provider=PERSON.name.ja), SECRETARIAT)
    assert PERSON.name.ja in fund.desk.support_facts(SECRETARIAT, PROPOSAL).model_dump_json()
    fund.desk.erase_member(PERSON.id, SECRETARIAT)
    assert PERSON.name.ja not in fund.desk.support_facts(SECRETARIAT, PROPOSAL).model_dump_json()


def test_changes_are_counted_for_each_register_and_none_where_nothing_changed(fund):
    def counted() -> dict[str, int]:
        with fund.desk.database.read() as connection:
            return {table.name: changes_of(connection, "main", table.name) for table in REGISTERS} | {
                "all": changes_of(connection, "main")
            }

    before = counted()
    found = fund.desk.proposal(SECRETARIAT, PROPOSAL)
    assert found is not None
    fund.do(c.RegisterProposal(proposal=found), SECRETARIAT)
    assert counted() == before
    fund.do(c.RegisterProposal(proposal=found.model_copy(update={"sector": "other"})), SECRETARIAT)
    assert {name: number - before[name] for name, number in counted().items() if number != before[name]} == {
        PROPOSALS.name: 1,
        "all": 1,
    }
    assert before[MEMBERS.name] > 0
    assert before[COMPANIES.name] > 0
