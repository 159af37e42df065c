"""Writing an inquiry: about which parts, in which words, until when."""

from datetime import datetime, time, timedelta
from typing import Any

import streamlit as st

from fundapp.basis.days import TOKYO
from fundapp.basis.fact import Bilingual, Language
from fundapp.inquiries_seen import InquirySeen
from fundapp.network.bill import Bill
from fundapp.network.inquiry import LONGEST_TEXT, LONGEST_WAIT_HOURS, Inquiry
from fundapp.record.inquiry_commands import ComposeInquiry
from fundapp.text.catalogue import _, language, use
from fundapp.text.figures import day
from fundapp.ui import components, drafting, gate
from fundapp.ui.network.fields import Fields, checked, ends, filled
from fundapp.ui.network.line_words import line_name
from fundapp.ui.network.orders import Order
from fundapp.ui.network.seen import Seen
from fundapp.ui.words import plain

KIND = "inquiry"
OPEN_LINES, ALL_LINES, CHOSEN_LINES = "open", "all", "chosen"
ENDS_AT = time(17)
USUAL_DAYS, USUAL_WAIT_HOURS = 21, 72


def compose(seen: Seen, asked: InquirySeen | None) -> Order | None:
    """The form of one inquiry, new or not yet sent."""
    title = _("Write an inquiry") if asked is None else _("Correct the inquiry")
    components.page_title(title, seen.name())
    st.markdown(plain(_("Nothing goes out yet: the company's president agrees first, to this text and these parts.")))
    bill = seen.register.bill
    standing = asked.inquiry if asked else None
    typing = drafting.begin(seen.actor, f"{KIND}/{seen.proposal.id}/{standing.id if standing else 'new'}")
    if bill is None or typing is None:
        return None
    fields = Fields(typing, _start(seen, bill, standing))
    line_ids = _lines(fields, seen, bill)
    left, right = st.columns(2, gap="large")
    with left:
        japanese = fields.words("ja", _("What the members read, in Japanese"))
    with right:
        english = fields.words("en", _("The same in English"))
    with st.grid(min_column_width=280):
        answer_by = fields.day("answer_by", _("Answers until 17:00 of this day"))
        hours = fields.count(
            "hours", _("Hours before it goes to all members, if parts stay open"), most=LONGEST_WAIT_HOURS
        )
    if not ends(fields, _("Save the inquiry")):
        return None
    needed = {
        "lines": (_("Which parts"), line_ids),
        "ja": (_("What the members read, in Japanese"), japanese[:LONGEST_TEXT]),
        "answer_by": (_("Answers until 17:00 of this day"), answer_by),
    }
    if not filled(**needed) or answer_by is None:
        return None
    made = checked(
        lambda: Inquiry(
            id=standing.id if standing else typing.command_id,
            proposal_id=seen.proposal.id,
            number=standing.number if standing else gate.desk().next_inquiry_number(),
            bill_revision=bill.revision,
            lot=bill.lot,
            line_ids=tuple(line_ids),
            text=Bilingual(ja=japanese, en=english or japanese),
            answer_by=datetime.combine(answer_by, ENDS_AT, TOKYO),
            widen_after_hours=hours or 0,
        )
    )
    if made is None:
        return None
    done = _("Inquiry {number} is written. Next, the president's agreement.").format(number=made.number)
    return Order(((typing.command_id, ComposeInquiry(inquiry_id=made.id, inquiry=made)),), done, typing)


def _start(seen: Seen, bill: Bill, standing: Inquiry | None) -> dict[str, Any]:
    if standing is not None:
        return {
            "scope": CHOSEN_LINES,
            "lines": list(standing.line_ids),
            "ja": standing.text.ja,
            "en": standing.text.en,
            "answer_by": standing.answer_by.astimezone(TOKYO).date().isoformat(),
            "hours": standing.widen_after_hours,
        }
    return {
        "scope": OPEN_LINES,
        "ja": _template(seen, bill, "ja"),
        "en": _template(seen, bill, "en"),
        "answer_by": (seen.today + timedelta(days=USUAL_DAYS)).isoformat(),
        "hours": USUAL_WAIT_HOURS,
    }


def _template(seen: Seen, bill: Bill, spoken: Language) -> str:
    """The usual words, to be changed."""
    before = language()
    use(spoken)
    text = _(
        "{company} is about to build the first lot of {lot} of its “{proposal}” and looks for members who can make "
        "its parts. Please tell us for each part whether you can. A price may follow."
    ).format(company=seen.proposal.company.name.of(spoken), lot=bill.lot, proposal=seen.proposal.name.of(spoken))
    use(before)
    return text


def _lines(fields: Fields, seen: Seen, bill: Bill) -> list[str]:
    """The ids of the parts that are asked about."""
    covered = {row.id for row in seen.facts.lines if row.valid_sources}
    every = {line.id: line for line in bill.sourcing_lines()}
    uncovered = [one for one in every if one not in covered]
    said = {
        OPEN_LINES: _("the {n} without a valid offer").format(n=len(uncovered)),
        ALL_LINES: _("all {n} that come from outside").format(n=len(every)),
        CHOSEN_LINES: _("those that I choose"),
    }
    scope = fields.one_of("scope", _("Which parts"), list(said), said.__getitem__)
    if scope == ALL_LINES:
        return list(every)
    if scope == CHOSEN_LINES:
        return fields.many("lines", _("Parts"), list(every), lambda one: line_name(every[one]))
    return uncovered


def told(inquiry: Inquiry) -> str:
    """No. 2, until 15 October."""
    return _("Inquiry {number}, answers until {day}").format(
        number=inquiry.number, day=day(inquiry.answer_by.astimezone(TOKYO).date())
    )
