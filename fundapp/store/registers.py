"""The registers: what is known today of proposals, members, bills, offers and support; correctable, with history.

Every function works inside the caller's transaction. A `Stamp` says of which fund a change is, by whom and when.
Raises StoreRefusal row_taken (a code is used already), row_missing (a row named here does not exist) or row_needed.
"""

from datetime import date, datetime

from fundapp.committee.co_finance import CoFinance
from fundapp.committee.proposal import Attachment, Company, Evidence, Proposal
from fundapp.committee.rubric_text import RubricText
from fundapp.network.bill import Bill
from fundapp.network.layout import TableLayout
from fundapp.network.member import Member
from fundapp.network.need import Coordinator, Countermeasure, Introduction, SalesRoute, SupportCase, SupportNeed
from fundapp.network.offer import Offer
from fundapp.network.register import SupportRegister
from fundapp.store.connection import Connection, refuse
from fundapp.store.history import Row, Stamp, Value
from fundapp.store.inquiries import as_hand, sealed_ids
from fundapp.store.plans import plans
from fundapp.store.tables import (
    ASSEMBLIES,
    ATTACHMENTS,
    BILLS,
    CASES,
    CO_FINANCE,
    COMPANIES,
    COORDINATORS,
    COUNTERMEASURES,
    EVIDENCE,
    INTRODUCTIONS,
    LAYOUTS,
    LINES,
    MEMBERS,
    NEEDS,
    OFFERS,
    PROPOSALS,
    ROUTES,
    RUBRIC_TEXTS,
)

# Companies and proposals


def put_company(connection: Connection, stamp: Stamp, *companies: Company) -> None:
    """Add companies or correct them."""
    COMPANIES.put(connection, stamp, [COMPANIES.row(company) for company in companies])


def companies(connection: Connection, fund: str) -> tuple[Company, ...]:
    """All companies."""
    return COMPANIES.facts(connection, fund)


def put_proposal(connection: Connection, stamp: Stamp, *proposals: Proposal) -> None:
    """Add proposals or correct them, each with its company and its evidence.

    Attachments and money of others come and go by themselves.
    """
    put_company(connection, stamp, *(proposal.company for proposal in proposals))
    PROPOSALS.put(
        connection, stamp, [PROPOSALS.row(proposal, company_id=proposal.company.id) for proposal in proposals]
    )
    for proposal in proposals:
        rows = [EVIDENCE.row(item, proposal_id=proposal.id, n=n) for n, item in enumerate(proposal.evidence)]
        EVIDENCE.replace(connection, stamp, rows, proposal_id=proposal.id)


def proposals(connection: Connection, fund: str) -> tuple[Proposal, ...]:
    """All proposals, by code."""
    return _proposals(connection, fund, PROPOSALS.rows(connection, fund))


def proposal(connection: Connection, fund: str, proposal_id: str) -> Proposal | None:
    """One proposal, or None."""
    return next(iter(_proposals(connection, fund, PROPOSALS.rows(connection, fund, id=proposal_id))), None)


def _proposals(connection: Connection, fund: str, rows: tuple[Row, ...]) -> tuple[Proposal, ...]:
    one = {"proposal_id": rows[0]["id"]} if len(rows) == 1 else {}
    company_of = {
        company.id: company
        for company in COMPANIES.facts(connection, fund, **({"id": rows[0]["company_id"]} if one else {}))
    }
    evidence: dict[Value, list[Evidence]] = {}
    for row in EVIDENCE.rows(connection, fund, **one):
        evidence.setdefault(row["proposal_id"], []).append(EVIDENCE.fact(row))
    attached: dict[Value, list[Attachment]] = {}
    for row in ATTACHMENTS.rows(connection, fund, **one):
        attached.setdefault(row["proposal_id"], []).append(ATTACHMENTS.fact(row))
    money: dict[Value, list[CoFinance]] = {}
    for row in CO_FINANCE.rows(connection, fund, **one):
        money.setdefault(row["proposal_id"], []).append(CO_FINANCE.fact(row))
    return tuple(
        PROPOSALS.fact(
            row,
            company=company_of[str(row["company_id"])],
            evidence=tuple(evidence.get(row["id"], ())),
            attachments=tuple(attached.get(row["id"], ())),
            co_finance=tuple(money.get(row["id"], ())),
        )
        for row in rows
    )


def put_attachment(connection: Connection, stamp: Stamp, proposal_id: str, *attachments: Attachment) -> None:
    """Add attachments to a proposal's index; their bytes are among the files already."""
    ATTACHMENTS.put(connection, stamp, [ATTACHMENTS.row(one, proposal_id=proposal_id) for one in attachments])


def remove_attachment(connection: Connection, stamp: Stamp, proposal_id: str, attachment_id: str) -> None:
    """Take an attachment out of a proposal's index; its history stays."""
    rows = ATTACHMENTS.rows(connection, stamp.fund, id=attachment_id, proposal_id=proposal_id)
    if not rows:
        refuse("row_missing")
    ATTACHMENTS.remove(connection, stamp, rows)


def put_co_finance(connection: Connection, stamp: Stamp, proposal_id: str, *rows: CoFinance) -> None:
    """Add money of others to a proposal's plan, or correct it."""
    CO_FINANCE.put(connection, stamp, [CO_FINANCE.row(one, proposal_id=proposal_id) for one in rows])


def remove_co_finance(connection: Connection, stamp: Stamp, proposal_id: str, co_finance_id: str) -> None:
    """Take a source out; its history stays."""
    rows = CO_FINANCE.rows(connection, stamp.fund, id=co_finance_id, proposal_id=proposal_id)
    if not rows:
        refuse("row_missing")
    CO_FINANCE.remove(connection, stamp, rows)


# Members


def put_member(connection: Connection, stamp: Stamp, *members: Member) -> None:
    """Add members and other providers or correct them."""
    MEMBERS.put(connection, stamp, [MEMBERS.row(member) for member in members])


def members(connection: Connection, fund: str) -> tuple[Member, ...]:
    """All members and other providers, by code."""
    return MEMBERS.facts(connection, fund)


# Bills of materials


def put_bill(connection: Connection, stamp: Stamp, bill: Bill) -> None:
    """Add a revision, which becomes current, or correct one that is there, which keeps its place.

    Raises StoreRefusal row_needed when a correction would take away a line that has offers.
    """
    standing = BILLS.rows(connection, stamp.fund, proposal_id=bill.proposal_id)
    place = {row["revision"]: row["n"] for row in standing}.get(bill.revision, len(standing) + 1)
    of_bill: Row = {"proposal_id": bill.proposal_id, "revision": bill.revision}
    BILLS.put(connection, stamp, [BILLS.row(bill, n=place)])
    lines = [LINES.row(line, **of_bill, position=position) for position, line in enumerate(bill.lines)]
    LINES.replace(connection, stamp, lines, **of_bill)
    headings = [ASSEMBLIES.row(heading, **of_bill, position=n) for n, heading in enumerate(bill.assemblies)]
    ASSEMBLIES.replace(connection, stamp, headings, **of_bill)


def bills(connection: Connection, fund: str, proposal_id: str) -> tuple[Bill, ...]:
    """The revisions of a proposal's bill, oldest first; the last is current."""
    rows = BILLS.rows(connection, fund, proposal_id=proposal_id)
    return tuple(_bill(connection, fund, row) for row in rows)


def current_bill(connection: Connection, fund: str, proposal_id: str) -> Bill | None:
    """The revision that was added last; None when there is none."""
    rows = BILLS.rows(connection, fund, proposal_id=proposal_id)
    return _bill(connection, fund, rows[-1]) if rows else None


def _bill(connection: Connection, fund: str, row: Row) -> Bill:
    of_bill = BILLS.key_of(row)
    return BILLS.fact(
        row,
        lines=LINES.facts(connection, fund, **of_bill),
        assemblies=ASSEMBLIES.facts(connection, fund, **of_bill),
    )


def put_layout(connection: Connection, stamp: Stamp, layout: TableLayout) -> None:
    """Remember what the columns of a table mean."""
    LAYOUTS.put(connection, stamp, [LAYOUTS.row(layout)])


def layout(connection: Connection, fund: str, kind: str, digest: str) -> TableLayout | None:
    """What a person said of tables of this kind and layout."""
    return next(iter(LAYOUTS.facts(connection, fund, kind=kind, layout=digest)), None)


# Offers


def put_offer(connection: Connection, stamp: Stamp, *offers: Offer) -> None:
    """Add dated offers. One that is there may be sent again; changed, it is refused: a newer offer replaces it."""
    rows = []
    for offer in offers:
        row = OFFERS.row(offer)
        standing = next(iter(OFFERS.rows(connection, stamp.fund, id=offer.id)), None)
        if standing not in (None, row):
            refuse("offer_not_edited")
        rows.append(row)
    OFFERS.put(connection, stamp, rows)


def withdraw_offer(connection: Connection, stamp: Stamp, offer_id: str, on: date) -> None:
    """Mark an offer as withdrawn. Raises StoreRefusal row_missing, or offer_withdrawn when it was already."""
    row = next(iter(OFFERS.rows(connection, stamp.fund, id=offer_id)), None)
    if row is None:
        refuse("row_missing")
    if row["withdrawn_on"] is not None:
        refuse("offer_withdrawn", day=str(row["withdrawn_on"]))
    OFFERS.update(connection, stamp, row, withdrawn_on=on.isoformat())


def offers(connection: Connection, fund: str, proposal_id: str) -> tuple[Offer, ...]:
    """All offers for a proposal, of every revision, by date; sealed ones too."""
    return OFFERS.facts(connection, fund, proposal_id=proposal_id)


# Support: needs with their menu items, sales routes, coordinators, countermeasures, cases


def put_need(connection: Connection, stamp: Stamp, *needs: SupportNeed) -> None:
    """Add support needs or correct them, each with its menu item."""
    NEEDS.put(connection, stamp, [NEEDS.row(need) for need in needs])


def needs(connection: Connection, fund: str, proposal_id: str) -> tuple[SupportNeed, ...]:
    """The support needs of a proposal."""
    return NEEDS.facts(connection, fund, proposal_id=proposal_id)


def put_route(connection: Connection, stamp: Stamp, *routes: SalesRoute) -> None:
    """Add sales routes or correct them, each with its introductions."""
    ROUTES.put(connection, stamp, [ROUTES.row(route) for route in routes])
    for route in routes:
        rows = [
            INTRODUCTIONS.row(one, proposal_id=route.proposal_id, route_id=route.id, n=n)
            for n, one in enumerate(route.introductions)
        ]
        INTRODUCTIONS.replace(connection, stamp, rows, route_id=route.id)


def routes(connection: Connection, fund: str, proposal_id: str) -> tuple[SalesRoute, ...]:
    """The sales routes of a proposal."""
    introduced: dict[Value, list[Introduction]] = {}
    for row in INTRODUCTIONS.rows(connection, fund, proposal_id=proposal_id):
        introduced.setdefault(row["route_id"], []).append(INTRODUCTIONS.fact(row))
    return tuple(
        ROUTES.fact(row, introductions=tuple(introduced.get(row["id"], ())))
        for row in ROUTES.rows(connection, fund, proposal_id=proposal_id)
    )


def put_coordinator(connection: Connection, stamp: Stamp, *coordinators: Coordinator) -> None:
    """Add coordinators or correct their hours."""
    COORDINATORS.put(connection, stamp, [COORDINATORS.row(coordinator) for coordinator in coordinators])


def coordinators(connection: Connection, fund: str) -> tuple[Coordinator, ...]:
    """All coordinators: their hours are over all cases."""
    return COORDINATORS.facts(connection, fund)


def put_countermeasure(connection: Connection, stamp: Stamp, *countermeasures: Countermeasure) -> None:
    """Add countermeasures or correct them."""
    COUNTERMEASURES.put(connection, stamp, [COUNTERMEASURES.row(measure) for measure in countermeasures])


def countermeasures(connection: Connection, fund: str, proposal_id: str) -> tuple[Countermeasure, ...]:
    """The countermeasures of a proposal."""
    return COUNTERMEASURES.facts(connection, fund, proposal_id=proposal_id)


def put_case(connection: Connection, stamp: Stamp, proposal_id: str, *cases: SupportCase) -> None:
    """Add promised supports to a proposal's company or mark them as delivered."""
    CASES.put(connection, stamp, [CASES.row(case, proposal_id=proposal_id) for case in cases])


def cases(connection: Connection, fund: str, proposal_id: str) -> tuple[SupportCase, ...]:
    """What was promised to a proposal's company."""
    return CASES.facts(connection, fund, proposal_id=proposal_id)


def support_register(connection: Connection, fund: str, proposal_id: str, now: datetime) -> SupportRegister:
    """All that is known now of one proposal's support. Raises StoreRefusal row_missing for an unknown proposal.

    A sealed answer to an inquiry stands in it as a raised hand or as nothing, without price, day or person.
    """
    found = proposal(connection, fund, proposal_id)
    if found is None:
        refuse("row_missing")
    sealed = sealed_ids(connection, fund, now)
    given, asked = offers(connection, fund, proposal_id), needs(connection, fund, proposal_id)
    made = tuple(as_hand(offer) if offer.inquiry_id in sealed else offer for offer in given)
    named = {offer.provider for offer in made} | {need.item.provider for need in asked if need.item}
    return SupportRegister(
        proposal_id=proposal_id,
        bill=current_bill(connection, fund, proposal_id),
        offers=made,
        needs=asked,
        needs_support=found.needs_support,
        routes=routes(connection, fund, proposal_id),
        coordinators=coordinators(connection, fund),
        countermeasures=countermeasures(connection, fund, proposal_id),
        cases=cases(connection, fund, proposal_id),
        provider_checks=_checks(MEMBERS.rows(connection, fund), named),
        plan=next(iter(plans(connection, fund, proposal_id)[-1:]), None),
    )


def _checks(known: tuple[Row, ...], named: set[str]) -> tuple[tuple[str, bool], ...]:
    # Tables from outside name a provider by code or name, forms by id; an unknown one counts as not checked.
    # Rows, not facts: every look at a proposal asks for this, and there may be very many members.
    checked = {
        str(member[spelling]): bool(member["checked"])
        for member in known
        for spelling in ("name_en", "name_ja", "code", "id")
    }
    return tuple((name, checked.get(name, False)) for name in sorted(named - {""}))


def put_rubric_text(connection: Connection, stamp: Stamp, text: RubricText) -> None:
    """Put a rubric's text before the committee in the place of the one before, which its history keeps."""
    RUBRIC_TEXTS.put(connection, stamp, [RUBRIC_TEXTS.row(text)])


def remove_rubric_text(connection: Connection, stamp: Stamp) -> None:
    """Take the text back; its history stays."""
    RUBRIC_TEXTS.remove(connection, stamp, RUBRIC_TEXTS.rows(connection, stamp.fund))


def rubric_text(connection: Connection, fund: str) -> RubricText | None:
    """The text that is put before the committee, or None."""
    return next(iter(RUBRIC_TEXTS.facts(connection, fund)), None)
