"""Refusals of the registers' orders that need nothing but the rubric and the list of proposals to be decided."""

from datetime import timedelta

import pytest
from small_fund import NOW, RUBRIC, SECRETARIAT, both

from fundapp.basis.refusal import Problem, Refusal
from fundapp.committee.co_finance import CoFinance
from fundapp.committee.proposal import Company, Proposal
from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.need import Introduction, SalesRoute, SupportNeed
from fundapp.record import commands as c
from fundapp.record.book import Book
from fundapp.record.brought import Brought
from fundapp.record.decide import decide

KNOWN = "proposal-1"
COMPANY = Company(id="company", name=both("works"))
PROPOSAL = Proposal(
    id="proposal-2", code="PR-2", name=both("washer"), company=COMPANY, ask_yen=1_000_000, instrument="loan",
    sector="tools", stage="growth",
)  # fmt: skip
LINE = Line(id="L1", row=1, part_number="P-1", quantity=1, kind=LineKind.BOUGHT_OUT)
BILL = Bill(proposal_id=KNOWN, revision="A", lot=10, plan_days=90, lines=(LINE,))


def like(proposal: Proposal, **changes: object) -> Proposal:
    return proposal.model_copy(update=changes)


def bill(**changes: object) -> c.RecordBill:
    return c.RecordBill(bill=BILL.model_copy(update=changes))


WRONG = like(PROPOSAL, id="proposal-3", code="PR-3", company=COMPANY.model_copy(update={"corporate_number": "123"}))
TAKEN = like(PROPOSAL, id="proposal-4", code="PR-1")
ASKED = {"coordinator": "desk", "plan_read_on": NOW.date()}
BUYER = Introduction(buyer="mountain huts", introduced_on=NOW.date())


def route(**told: object) -> SalesRoute:
    return SalesRoute.model_validate({"id": "r", "proposal_id": KNOWN, "name": "dealers", **told})


def money(**told: object) -> CoFinance:
    usual = {"id": "m", "kind": "loan", "source": "bank", "amount_yen": 1, "begins": NOW.date(), "ends": NOW.date()}
    return CoFinance.model_validate(usual | told)


LATER = NOW.date() + timedelta(days=1)
CASES: tuple[tuple[c.RegisterCommand, Refusal], ...] = (
    (c.RegisterProposal(proposal=TAKEN), Refusal.of("proposal_code_taken", proposal="PR-1")),
    (c.RegisterProposal(proposal=WRONG), Refusal.of("corporate_number_wrong")),
    (
        c.RegisterProposals(proposals=(PROPOSAL, TAKEN, WRONG, PROPOSAL)),
        Refusal.of(
            "proposals_not_registered",
            Problem.of("proposal_registered_already", "PR-1", proposal="PR-1"),
            Problem.of("corporate_number_wrong", "PR-3"),
            Problem.of("proposal_registered_already", "PR-2", proposal="PR-2"),
            count=3,
        ),
    ),
    (bill(lot=0), Refusal.of("bill_needs_lot_and_plan")),
    (bill(plan_days=0), Refusal.of("bill_needs_lot_and_plan")),
    (bill(lines=()), Refusal.of("bill_is_empty")),
    (bill(proposal_id="x"), Refusal.of("proposal_unknown", proposal="x")),
    (
        c.AttachEvidence(proposal_id=KNOWN, criterion_id="Z9", title="paper", file_sha256="0" * 64),
        Refusal.of("criterion_unknown", criterion="Z9"),
    ),
    (
        c.RecordNeeds(
            needs=(
                SupportNeed(id="n1", proposal_id=KNOWN, name="jigs"),
                SupportNeed(id="n2", proposal_id="x", name="jigs"),
            )
        ),
        Refusal.of("rows_of_unknown_proposals", Problem.of("proposal_unknown", "n2", proposal="x"), count=1),
    ),
    (c.RecordCoFinance(proposal_id=KNOWN, rows=(money(source=" "),)), Refusal.of("co_finance_without_source")),
    (c.RecordCoFinance(proposal_id=KNOWN, rows=(money(begins=LATER),)), Refusal.of("co_finance_ends_early")),
    (c.RecordCoFinance(proposal_id="x", rows=(money(),)), Refusal.of("proposal_unknown", proposal="x")),
    (c.RecordRoutes(routes=(route(rep="Ito"),)), Refusal.of("own_network_not_asked", route="dealers")),
    (
        c.RecordRoutes(routes=(route(rep="Ito", coordinator="desk", plan_read_on=NOW.date()),)),
        Refusal.of("own_network_not_asked", route="dealers"),
    ),
    (
        c.RecordRoutes(routes=(route(), route(**ASKED, introductions=(BUYER,), rep="Ito"))),
        Refusal.of("nothing_left_for_rep", route="dealers"),
    ),
    (
        c.RecordRoutes(routes=(route(proposal_id="x", **ASKED, not_reached="nobody there", rep="Ito"),)),
        Refusal.of("rows_of_unknown_proposals", Problem.of("proposal_unknown", "r", proposal="x"), count=1),
    ),
)


@pytest.mark.parametrize(("command", "refusal"), CASES, ids=[f"{one.code}-{at}" for at, (_, one) in enumerate(CASES)])
def test_what_does_not_belong_to_a_register_is_refused(command: c.RegisterCommand, refusal: Refusal) -> None:
    book = Book(rubrics={RUBRIC.digest(): RUBRIC}, rubric_digest=RUBRIC.digest())
    brought = Brought(seal=str, proposal_codes=frozenset({("PR-1", KNOWN)}))
    assert decide(book, command, SECRETARIAT, NOW, brought) == refusal
