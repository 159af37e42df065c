"""Recording what became of a collaboration: what is refused, and who may know of it."""

from datetime import date, timedelta

import pytest

from fundapp.basis.fact import Bilingual
from fundapp.followup.outcome import Collaboration, OutcomeState
from fundapp.record import commands as c

DAY = date(2026, 4, 1)
BEGAN = DAY - timedelta(days=1000)


def collaboration(number: int = 1, **change: object) -> Collaboration:
    made = Collaboration(id=f"c{number}", code=f"C-{number}", name=Bilingual(ja="洗浄機", en="Washer"), began_on=BEGAN)
    return made.model_copy(update=change)


def reached(state: str, on: date = DAY, *causes: str, of: str = "c1") -> c.RecordOutcomes:
    data = {"id": f"{of}/{state}", "collaboration_id": of, "state": state, "reached_on": on, "causes": causes}
    return c.RecordOutcomes(states=(OutcomeState.model_validate(data),))


@pytest.fixture
def known(fund):
    fund.do(c.RecordCollaborations(collaborations=(collaboration(), collaboration(2, deep=True))), fund.secretariat)
    return fund


def test_a_state_is_added_and_the_earlier_ones_stay(known):
    known.do(reached("S1", BEGAN + timedelta(days=90)), known.secretariat)
    known.do(reached("T2", DAY, "too_costly", "no_sales_route"), known.manager)
    first, second = known.desk.courses(known.auditor)
    assert [one.state for one in first.states] == ["S1", "T2"]
    assert (first.now, first.causes, second.now) == ("T2", ("too_costly", "no_sales_route"), "S0")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (reached("S1", DAY + timedelta(days=1)), "dated_ahead"),
        (reached("S1", BEGAN - timedelta(days=1)), "outcome_before_beginning"),
        (reached("T2"), "valley_needs_cause"),
        (reached("S2", DAY, "too_large"), "causes_outside_valley"),
        (reached("S1", of="nobody"), "row_missing"),
        (c.RecordCollaborations(collaborations=(collaboration(3, code=""),)), "collaboration_needs_name"),
        (c.RecordCollaborations(collaborations=(collaboration(3, code="C-1"),)), "row_taken"),
        (c.RecordCollaborations(collaborations=(collaboration(3, began_on=DAY + timedelta(days=1)),)), "dated_ahead"),
    ],
)
def test_what_cannot_be_is_refused(known, command, code):
    assert known.refused(command, known.secretariat).code == code


def test_readers_record_nothing(known):
    for reader in (known.association, known.lp, known.auditor, known.administrator):
        assert known.refused(reached("S1"), reader).code == "not_permitted"


def test_the_limited_partner_reads_a_name_only_with_consent_and_the_administrator_nothing(known):
    names = [(one.collaboration.code, one.collaboration.name.en) for one in known.desk.courses(known.lp)]
    assert names == [("C-1", "C-1"), ("C-2", "Washer")]
    assert known.desk.courses(known.administrator) == ()


def test_a_proposal_without_an_agreement_is_hidden_from_the_limited_partner(known):
    known.proposal("PR-1")
    own = collaboration(3, proposal_id="id-PR-1")
    known.do(c.RecordCollaborations(collaborations=(own,)), known.secretariat)
    assert "C-3" in [one.collaboration.code for one in known.desk.courses(known.auditor)]
    assert "C-3" not in [one.collaboration.code for one in known.desk.courses(known.lp)]
