"""Answers to an inquiry: entering those that came by telephone or fax, comparing quotes, telling the results."""

from fractions import Fraction
from typing import Any

import streamlit as st

from fundapp.inquiries_seen import InquirySeen
from fundapp.network.answer_form import VERDICTS, read_line
from fundapp.network.answering import standing_answers, verdict_of
from fundapp.network.inquiry import LineAnswer
from fundapp.network.offer import HAND_RAISED, Offer
from fundapp.network.offer_standing import offer_standings
from fundapp.record import inquiry_commands as q
from fundapp.text.catalogue import _, language, ngettext, pgettext
from fundapp.text.figures import moment, percent
from fundapp.text.inquiry_words import inquiry_word
from fundapp.text.network_words import word, words
from fundapp.ui import components, drafting, gate, refusal
from fundapp.ui.downloads import download_button
from fundapp.ui.network.fields import MOST_DAYS, Fields, ends, filled
from fundapp.ui.network.line_words import line_name
from fundapp.ui.network.orders import Order
from fundapp.ui.network.seen import Seen
from fundapp.ui.words import plain

KIND = "inquiry-answer"
BY_HAND = ("phone", "fax", "paper")


def enter(seen: Seen, asked: InquirySeen) -> Order | None:
    """One answer of one member to one part, as it came by telephone, fax or on paper. It is marked so."""
    components.page_title(_("Enter an answer"), seen.name())
    st.markdown(plain(_("It is marked as entered by the office, and sealed like all others until the deadline.")))
    typing = drafting.begin(seen.actor, f"{KIND}/{asked.inquiry.id}")
    if typing is None:
        return None
    fields = Fields(typing, {"received_by": "phone"})
    members = {one.id: one for one in gate.desk().members()}
    lines = {line.id: line for line in asked.lines}
    recipients = sorted((one.member_id for one in asked.recipients), key=lambda one: members[one].code)
    left, right = st.columns(2, gap="large")
    with left:
        member_id = fields.choice(
            "member_id",
            pgettext("network", "Member"),
            recipients,
            lambda one: f"{members[one].name.of(language())} ({members[one].code})",
        )
        line_id = fields.choice("line_id", _("Which line"), list(lines), lambda one: line_name(lines[one]))
        verdict = fields.one_of("verdict", _("The answer"), VERDICTS, lambda one: inquiry_word("verdict", one))
        received_by = fields.one_of("received_by", _("How it came"), BY_HAND, lambda one: words("received_by")[one])
    with right:
        person = fields.text("person", _("Person in charge"), most=100)
        price = fields.yen("price", _("Unit price in yen"))
        lead = fields.count("lead_time", _("Lead time in days"), most=MOST_DAYS)
        least = fields.count("least_order", _("Minimum order in pieces"))
        set_up = fields.yen("set_up", _("Tools and set-up in yen, once"))
        condition = fields.text("condition", _("On which conditions?"))
        expires = fields.day("expires", _("Valid until"))
    if not ends(fields, _("Record this answer")):
        return None
    needed: dict[str, tuple[str, object]] = {
        "member": (pgettext("network", "Member"), member_id),
        "line": (_("Which line"), line_id),
        "verdict": (_("The answer"), verdict),
    }
    if price is not None:
        needed["person"] = (_("Person in charge"), person)
    if not filled(**needed) or not member_id or not line_id:
        return None
    typed = {
        "verdict": verdict,
        "condition": condition,
        "price": _text(price),
        "lead_time": _text(lead),
        "least_order": _text(least),
        "set_up": _text(set_up),
        "expires": expires.isoformat() if expires else "",
    }
    answer = read_line(line_id, typed)
    if not isinstance(answer, LineAnswer):
        refusal.show_problems(answer or ())
        return None
    command = q.EnterAnswer(
        inquiry_id=asked.inquiry.id,
        member_id=member_id,
        answers=(answer,),
        person=person,
        received_by=received_by or "phone",
    )
    return Order(((typing.command_id, command),), _("The answer is recorded."), typing)


def _text(value: int | None) -> str:
    return "" if value is None else str(value)


def compare(seen: Seen, asked: InquirySeen) -> None:
    """Once the answers are open: every quote beside the others of its part, the one that the figures rest on marked."""
    bill = seen.register.bill
    if asked.sealed or bill is None:
        return
    members = {one.id: one.name.of(language()) for one in gate.desk().members()}
    chosen = {row.offer_id for row in seen.facts.lines}
    standings = offer_standings(bill, seen.register.offers, seen.today)
    names = {line.id: line_name(line) for line in asked.lines}
    reasons = {(one.member_id, one.line_id): one.reason for one in asked.outcomes}
    place = {line.id: at for at, line in enumerate(asked.lines)}
    targets = {line.id: line.target_unit_cost_yen for line in asked.lines}
    last = [
        offer
        for member_id in {one.member_id for one in asked.offers}
        for offer in standing_answers(one for one in asked.offers if one.member_id == member_id).values()
    ]
    offered = sorted(
        (offer for offer in last if offer.rung >= HAND_RAISED),
        key=lambda one: (place.get(one.line_id, 0), one.unit_price_yen is None, one.unit_price_yen or 0, one.id),
    )
    components.section(_("The quotes side by side"))
    if not offered:
        st.markdown(plain(_("Nobody raised a hand.")))
        return

    def row(offer: Offer) -> dict[str, Any]:
        target = targets.get(offer.line_id)
        price = offer.unit_price_yen
        return {
            _("Part"): names.get(offer.line_id, offer.line_id),
            _("Company name"): members.get(offer.member_id, offer.provider),
            _("Selected"): "●" if offer.id in chosen else "",
            _("Unit price (yen)"): price,
            _("Target unit cost (yen)"): target,
            _("Price over target"): percent(Fraction(price, target)) if price and target else "",
            _("Lead time (days)"): offer.lead_time_days,
            _("Minimum order (pieces)"): offer.least_order,
            _("Set-up cost (yen)"): offer.set_up_yen,
            _("Answer"): inquiry_word("said", verdict_of(offer)),
            _("Conditions"): offer.condition,
            _("How it counts"): word("offer_standing", standings[offer.id]) if offer.id in standings else "",
            _("Why"): inquiry_word("reason", reasons[offer.member_id, offer.line_id])
            if (offer.member_id, offer.line_id) in reasons
            else "",
            _("Person in charge"): offer.person,
            _("Received"): word("received_by", offer.received_by),
            _("Answered"): moment(offer.answered_at) if offer.answered_at else "",
        }

    components.table(
        [row(offer) for offer in offered],
        about=_("Every quote and raised hand, part by part, the cheapest first"),
        key=f"compare-{asked.inquiry.id}",
    )
    _sheets(asked, members)


def _sheets(asked: InquirySeen, members: dict[str, str]) -> None:
    """The members' own sheets, to be read and entered."""
    if not asked.sheets:
        return
    st.markdown(plain(ngettext("{n} own sheet came in", "{n} own sheets came in", len(asked.sheets))))
    with st.container(horizontal=True):
        for one in asked.sheets:
            label = _("{member}: {file}").format(member=members.get(one.member_id, ""), file=one.file_name)
            download_button(label, "inquiry-sheet", language(), inquiry=asked.inquiry.id, file=one.id)


def tell(seen: Seen, asked: InquirySeen) -> Order | None:
    """Fix which offers were chosen; every member reads on its page what became of its answer and why."""
    own = {offer.id for offer in asked.offers}
    chosen = tuple(row.offer_id for row in seen.facts.lines if row.offer_id in own)
    told = _("The figures rest on this inquiry for {parts}. Members read whether they were chosen, and why not.")
    nobody = _("The figures rest on none of these answers. Members read that they were not chosen, and why.")
    quoted = ngettext("{n} part", "{n} parts", len(chosen))
    st.markdown(plain(told.format(parts=quoted) if chosen else nobody))
    label = _("Fix the choice and tell the members")
    if not st.button(label, type="primary", icon=":material/campaign:", key=f"tell/{asked.inquiry.id}"):
        return None
    command = q.TellOutcomes(inquiry_id=asked.inquiry.id, chosen_offer_ids=chosen)
    done = _("The results are fixed. They stand on the members' pages; send them the message.")
    return Order(((f"tell/{asked.inquiry.id}", command),), done)


def statistics(seen: Seen, asked: InquirySeen) -> None:
    """How reliably those who were asked have answered so far, over all inquiries whose answers are open."""
    known = gate.desk().answering(seen.actor)
    rows = []
    members = {one.id: one for one in gate.desk().members()}
    for one in asked.recipients:
        record, member = known.get(one.member_id), members.get(one.member_id)
        if record is None or member is None:
            continue
        rate = record.rate()
        rows.append(
            {
                _("Company name"): member.name.of(language()),
                _("Asked"): record.asked,
                _("Answered"): record.answered,
                _("Response rate"): percent(rate) if rate is not None else "",
                _("Without a reminder"): record.unreminded,
                _("Quoted"): record.quoted,
                _("Selected"): record.chosen,
            }
        )
    if rows:
        with st.expander(_("How each member has answered so far"), icon=":material/monitoring:"):
            components.table(
                rows, about=_("Members with how often they were asked and answered"), key=f"rates-{asked.inquiry.id}"
            )
