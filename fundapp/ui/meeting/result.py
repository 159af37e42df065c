"""What was decided: the last resolution in full, and the motions that were lost."""

import streamlit as st

from fundapp.committee.minutes import Matter, MotionShown
from fundapp.documents.minutes_votes import terms_rows
from fundapp.documents.said import said
from fundapp.record.book import Item
from fundapp.record.minutes_item import resolution_of
from fundapp.text.catalogue import _
from fundapp.text.figures import day, moment, yen
from fundapp.text.terms import term
from fundapp.ui.meeting.seen import Seen
from fundapp.ui.words import plain


def show_last(seen: Seen) -> None:
    """The last decision, until scoring of the next item has begun."""
    decided = seen.decided()
    if not decided or (seen.item is not None and seen.item.scored):
        return
    _show(seen, decided[-1])


def _show(seen: Seen, item: Item) -> None:
    resolution = resolution_of(seen.writer, item)
    assert resolution is not None, "only decided items are shown"
    with st.container(border=True):
        head = _("{matter}: {resolution}").format(matter=seen.matter_name(item), resolution=said(resolution.name))
        st.markdown(f":material/gavel: **{plain(head)}**")
        lines = [
            _("Decision {number} of {time}").format(number=resolution.decision_number, time=moment(resolution.at)),
            *(_("{name}: {text}").format(name=name, text=text) for name, text in _terms(item)),
        ]
        if resolution.reserved_yen is not None and resolution.reserved_until is not None:
            lines.append(
                _("{amount} is reserved in the fund until {day}.").format(
                    amount=yen(resolution.reserved_yen, "man"), day=day(resolution.reserved_until)
                )
            )
        if resolution.defer_reason:
            lines.append(term("defer_reason", resolution.defer_reason))
        if resolution.short_yen:
            lines.append(_("{amount} short").format(amount=yen(resolution.short_yen, "man")))
        if resolution.again_by:
            lines.append(_("To be resubmitted by {day}.").format(day=day(resolution.again_by)))
        if resolution.exception:
            lines.append(_("This is an exception to the gates and stays visible as one."))
        st.markdown("  \n".join(plain(line) for line in lines))


def _terms(item: Item) -> tuple[tuple[str, str], ...]:
    terms = item.resolved.terms if item.resolved else None
    return terms_rows(terms) if terms else ()


def show_lost(matter: Matter) -> None:
    """The motions that were put and not carried, with their count."""
    closed = [motion for motion in matter.motions if motion.withdrawn or motion.tally]
    if closed:
        st.markdown("  \n".join(_closed(motion) for motion in closed))


def _closed(motion: MotionShown) -> str:
    name = said(motion.name)
    if motion.tally is None:
        return plain(_("Motion {number}, {resolution}: withdrawn.").format(number=motion.number, resolution=name))
    count = motion.tally
    return plain(
        _(
            "Motion {number}, {resolution}: lost. "
            "For {for_}, against {against}, abstained {abstain}; {required} needed."
        ).format(
            number=motion.number,
            resolution=name,
            for_=count.for_,
            against=count.against,
            abstain=count.abstain,
            required=count.required,
        )
    )
