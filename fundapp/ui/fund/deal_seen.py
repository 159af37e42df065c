"""One deal as its page shows it: where it stands, for whom it waits, its terms and its conditions."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from fundapp.basis.roles import Actor, Role
from fundapp.committee.proposal import Terms
from fundapp.documents.said import said
from fundapp.network.line_identity import fate
from fundapp.record.book import Book
from fundapp.record.deals import Deal, Step, expires_within, may_release, next_step
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import day, percent, yen
from fundapp.text.terms import term
from fundapp.ui import components, gate
from fundapp.ui.network.line_fate import condition_part
from fundapp.ui.words import plain


@dataclass(frozen=True, slots=True)
class SeenDeal:
    """A deal before one reader."""

    book: Book
    actor: Actor
    deal: Deal
    today: date

    @property
    def step(self) -> Step:
        """What comes next."""
        return next_step(self.deal, self.actor)

    @property
    def manages(self) -> bool:
        """True for the fund's manager."""
        return self.actor.has(Role.MANAGER)

    @property
    def may_meet_conditions(self) -> bool:
        """True for who enters that a condition is met."""
        return self.actor.has(Role.MANAGER, Role.SECRETARIAT)

    @property
    def releases(self) -> bool:
        """True for one who may be the first or the second to approve a payment."""
        return may_release(self.book, self.actor)

    @property
    def resolved_terms(self) -> Terms | None:
        """What the resolution named, or what the general partner decided since."""
        item = self.book.items.get(self.deal.reservation.item_id)
        return self.deal.reservation.decided or (item.resolved.terms if item and item.resolved else None)

    @property
    def code(self) -> str:
        """The code of the proposal; of an agreement that was taken over its own number."""
        item = self.book.items.get(self.deal.reservation.item_id)
        return item.proposal_code if item else "" if self.deal.reservation.item_id else self.deal.reservation.id


def title(seen: SeenDeal) -> str:
    """Whose deal it is and what comes next, in a line."""
    deal = seen.deal
    tranche = deal.next_tranche
    amount = yen(tranche.amount_yen, "million") if tranche else ""
    number = tranche.number if tranche else 0
    next_ = {
        "gp_decision": _("the general partner decides"),
        "sign": _("the agreement is to be signed"),
        "conditions": ngettext("{n} condition is open", "{n} conditions are open", len(deal.open_conditions)),
        "release": _("tranche {number} of {amount} is next"),
        "second_approval": _("tranche {number} waits for your approval"),
        "waits": _("tranche {number} waits for the second approval"),
        "stopped": _("payments are stopped"),
        "done": _("nothing more to pay"),
        "ended": _("the reservation went back to the fund"),
    }[seen.step].format(number=number, amount=amount)
    return _("{company}: {next}").format(company=said(deal.reservation.company), next=next_)


def subtitle(seen: SeenDeal) -> str:
    """The amount, and until when it is held or since when it is signed."""
    deal, reservation = seen.deal, seen.deal.reservation
    if held := deal.investment:
        if held.committed_yen():
            told = _("{code}: {committed} committed, {paid} of it paid; signed on {day}")
        else:
            told = _("{code}: {gone} was paid and is no longer held; signed on {day}")
        return told.format(
            code=seen.code,
            committed=yen(held.committed_yen()),
            paid=yen(held.held_yen()),
            gone=yen(held.drawn_yen()),
            day=day(held.signed_on),
        )
    if reservation.state in ("void", "expired"):
        return _("{code}: {amount} was reserved").format(code=seen.code, amount=yen(reservation.amount_yen))
    left = max(0, expires_within(deal, seen.today))
    return _("{code}: {amount} reserved until {day}, {left} left").format(
        code=seen.code,
        amount=yen(reservation.amount_yen),
        day=day(reservation.expires_on),
        left=ngettext("{n} day", "{n} days", left),
    )


def show_terms(seen: SeenDeal) -> None:
    """What the resolution or the general partner named."""
    terms = seen.resolved_terms
    if terms is None:
        return
    decided = seen.deal.reservation.decided is not None
    components.section(_("Terms that the general partner decided") if decided else _("Terms of the resolution"))
    rows = [(_("Amount"), yen(terms.amount_yen)), (_("Instrument"), term("instrument", terms.instrument))]
    if terms.pre_money_yen is not None:
        rows.append((_("Pre-money value"), yen(terms.pre_money_yen)))
    if terms.ownership is not None:
        rows.append((_("Ownership"), percent(terms.ownership)))
    if terms.voting_share is not None:
        rows.append((_("Share of votes"), percent(terms.voting_share)))
    st.markdown("\n".join(f"- **{plain(name)}**  {plain(value)}" for name, value in rows))


def show_conditions(seen: SeenDeal) -> None:
    """The conditions before the first payment: which are met, on what evidence."""
    if not seen.deal.conditions:
        return
    components.section(_("Conditions before the first payment"))
    lines = []
    for one in seen.deal.conditions:
        if one.done:
            told = _("Met on {day}: {evidence}").format(
                day=day(one.done.on), evidence=seen.book.words_of(one.done.evidence)
            )
            mark = ":material/check_circle:"
        else:
            told = _("Open: {owner}, by {day}").format(owner=one.condition.owner, day=day(one.condition.due))
            mark = ":material/schedule:"
        part = part_told(seen, one.condition.row)
        lines.append("  \n".join(filter(None, (f"{mark} **{plain(one.condition.text)}**", plain(told), plain(part)))))
    st.markdown("\n\n".join(lines))


def part_told(seen: SeenDeal, row: str) -> str:
    """What became of the part that a condition names, since the committee judged; empty when it names none."""
    item = seen.book.items.get(seen.deal.reservation.item_id)
    support = item.frozen.support if item and item.frozen else None
    frozen = next((line for line in support.lines if line.id == row), None) if support else None
    if item is None or support is None or frozen is None:
        return ""
    bills = gate.desk().bills(seen.actor, item.proposal_id)
    found = fate(bills, support.bill_revision, row, frozen.identity) if bills else None
    return condition_part(found, frozen.description or frozen.part_number) if found else ""


def approved_by(seen: SeenDeal) -> str:
    """Who approved the next payment first; empty when nobody has."""
    tranche = seen.deal.next_tranche
    if tranche is None or not tranche.approvals:
        return ""
    first = tranche.approvals[0]
    role = _("manager") if first.as_manager else _("secretariat or chair")
    return _("Approved first by {name} ({role}) on this evidence: {evidence}").format(
        name=said(gate.name_of(first.person)), role=role, evidence=seen.book.words_of(first.evidence)
    )
