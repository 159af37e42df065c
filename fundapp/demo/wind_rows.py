"""The wind turbine's rows, before and after the inquiry to all members: the turning point of the demo's story."""

from datetime import date, timedelta

from fundapp.demo.bills import wind_bill
from fundapp.demo.clerk import id_of
from fundapp.demo.content import CountermeasureTold, rows, toml, whole
from fundapp.demo.menu_rows import cases, sales_routes
from fundapp.demo.providers import providers
from fundapp.demo.support_rows import SupportRows
from fundapp.network.need import Countermeasure, MenuItem, SupportNeed
from fundapp.network.offer import WRITTEN, Offer

CODE = "PR-06"
LOCAL_DESK = "M-0071"
PROPOSAL_ID = id_of("proposal", CODE)


def before(inquiry: date, today: date) -> SupportRows:
    """What was known before the day of the inquiry: offers of the company's own suppliers, most needs open."""
    return SupportRows(
        bill=wind_bill(PROPOSAL_ID),
        offers=_offers_before(inquiry, today),
        needs=_needs(inquiry, "before"),
        routes=sales_routes(CODE, inquiry, sales=2),
        countermeasures=(),
        cases=cases(CODE, inquiry),
    )


def after(inquiry: date, today: date) -> SupportRows:
    """What was arranged on the members' answers, which came through their links (inquiries.py)."""
    return SupportRows(
        bill=wind_bill(PROPOSAL_ID),
        offers=(),
        needs=_needs(today, "after"),
        routes=sales_routes(CODE, inquiry, sales=4),
        countermeasures=_countermeasures(today),
        cases=cases(CODE, inquiry),
    )


def line_of(part_number: str) -> str:
    """The id of a line of the wind bill."""
    return next(line.id for line in wind_bill(PROPOSAL_ID).lines if line.part_number == part_number)


def _offers_before(inquiry: date, today: date) -> tuple[Offer, ...]:
    bill = wind_bill(PROPOSAL_ID)
    made = []
    for number, row in enumerate(rows("wind_offers")):
        dated = today - timedelta(days=int(row["days_ago"]))
        provider, rung = providers()[row["provider"]], int(row["rung"])
        made.append(
            Offer(
                id=id_of("offer", f"{CODE}/{number}"),
                proposal_id=PROPOSAL_ID,
                bill_revision=bill.revision,
                line_id=row["line"],
                provider=provider.member.name.ja,
                person=provider.person,
                rung=rung,
                dated=dated,
                expires=dated + timedelta(days=int(row["valid_days"])),
                unit_price_yen=whole(row["unit_price_yen"]),
                lot=bill.lot if rung >= WRITTEN else None,
                lead_time_days=whole(row["lead_time_days"]),
                nda_signed=rung >= WRITTEN,
                received_by="form",
            )
        )
    return tuple(offer for offer in made if offer.dated < inquiry)


def _needs(on: date, phase: str) -> tuple[SupportNeed, ...]:
    return tuple(
        SupportNeed(
            id=id_of("need", f"{CODE}/{number}"),
            proposal_id=PROPOSAL_ID,
            name=row["name"],
            critical=row["critical"] == "1",
            item=_item(row, on, complete=row[f"complete_{phase}"] == "1", rung=int(row[f"rung_{phase}"])),
        )
        for number, row in enumerate(rows("wind_needs"))
    )


def _item(row: dict[str, str], on: date, *, complete: bool, rung: int) -> MenuItem:
    provider = providers()[row["provider"]]
    asked = {"kind": row["kind"], "rung": rung, "provider": provider.member.name.ja, "person": provider.person}
    if not complete:
        return MenuItem.model_validate({**asked, "decision_due": on + timedelta(days=45)})
    settled = {
        "deliverable": row["deliverable"],
        "due": on + timedelta(days=int(row["due_in_days"])),
        "cost_yen": whole(row["cost_yen"]),
        "cost_bearer": row["cost_bearer"],
        "funded": row["cost_bearer"] != "subsidy",
        "owner_consent": rung >= WRITTEN,
        "ends_when": f"{row['deliverable']}を受け取り、会社だけで続けられたとき",
        # Who is paid by the company goes on as its supplier; what the network paid for is taken over by the local desk.
        "handed_to": providers()[row["provider"] if row["cost_bearer"] == "company" else LOCAL_DESK].member.name.ja,
    }
    return MenuItem.model_validate({**asked, **settled})


def _countermeasures(today: date) -> tuple[Countermeasure, ...]:
    made = []
    for number, told in enumerate(map(CountermeasureTold.model_validate, toml("wind")["countermeasures"])):
        made.append(
            Countermeasure(
                id=id_of("countermeasure", f"{CODE}/{number}"),
                proposal_id=PROPOSAL_ID,
                against=told.against,
                line_id=line_of(told.part_number),
                text=told.text,
                owner=told.owner,
                due=today + timedelta(days=told.due_in_days),
            )
        )
    return tuple(made)
