"""A small fund whose proposal PR-1 asks three members about three parts."""

from pathlib import Path

from asked import Asked
from small_fund import SECRETARIAT, Clock, SmallFund, both

from fundapp.desk import Desk
from fundapp.network.bill import Bill, Line, LineKind
from fundapp.network.contact import Contact
from fundapp.network.member import Member
from fundapp.network.need import MenuItem, SupportNeed
from fundapp.record import commands as c
from fundapp.record import inquiry_commands as q

PROPOSAL = "id-PR-1"
MEMBERS = ("m1", "m2", "m3")
LINES = (
    Line(
        id="L1", row=1, part_number="P-1", description="bearing", quantity=2, unit="pcs", kind=LineKind.BOUGHT_OUT,
        critical=True, target_unit_cost_yen=1000,
    ),
    Line(
        id="L2", row=2, part_number="P-2", description="shaft", quantity=1, kind=LineKind.MADE_TO_DRAWING,
        target_unit_cost_yen=5000,
    ),
    Line(
        id="L3", row=3, part_number="P-3", description="board", quantity=1, kind=LineKind.ELECTRONIC,
        target_unit_cost_yen=3000,
    ),
)  # fmt: skip
BILL = Bill(proposal_id=PROPOSAL, revision="A", lot=10, plan_days=90, lines=LINES)
NEED = SupportNeed(
    id="need-1",
    proposal_id=PROPOSAL,
    name="jigs",
    item=MenuItem(kind="M01", provider="Works m1", deliverable="jig", cost_bearer="company", rung=3),
)


def asking_fund(folder: Path) -> tuple[SmallFund, Asked]:
    """The fund, and the inquiry that is not written yet."""
    clock = Clock()
    fund = SmallFund(Desk(folder, clock=clock), clock)
    fund.found()
    proposal = fund.proposal("PR-1").model_copy(update={"needs_support": True})
    fund.do(c.RegisterProposal(proposal=proposal), SECRETARIAT)
    fund.do(c.RecordBill(bill=BILL), SECRETARIAT)
    fund.do(c.RecordNeeds(needs=(NEED,)), SECRETARIAT)
    members = tuple(
        Member(id=one, code=one.upper(), name=both(f"Works {one}"), member_class="company") for one in MEMBERS
    )
    fund.do(c.RegisterMembers(members=members), SECRETARIAT)
    contacts = tuple(
        Contact(id=f"c-{one}", member_id=one, name=f"Person {one}", email=f"{one}@works.example", main=True)
        for one in MEMBERS
    )
    fund.do(q.RecordContacts(contacts=contacts), SECRETARIAT)
    return fund, Asked(fund.desk, SECRETARIAT, PROPOSAL, "A", 10, tuple(line.id for line in LINES))
