"""What fits together under the balance: the sets of what is still open that fit, in the committee's own order."""

from collections.abc import Sequence

import streamlit as st

from fundapp.committee.proposal import Proposal
from fundapp.documents.said import NOTHING, listed, said
from fundapp.fund.figures import figures
from fundapp.record.weighing import Choice, choices
from fundapp.text.catalogue import _, ngettext
from fundapp.text.figures import yen
from fundapp.ui import components, gate
from fundapp.ui.meeting.seen import Seen


def show_choice(seen: Seen) -> None:
    """Which proposals fit at once; the sets that hold what the committee picks stand first."""
    label = _("What fits together under the balance?")
    open_ = {
        item.proposal_id for item in seen.book.items_of(seen.meeting.id) if item.resolved is None and not item.hidden
    }
    if len(open_) < 2 or seen.book.terms is None:
        return
    place = st.expander(label, icon=":material/join_inner:", on_change="rerun", key="choice")
    if not place.open:
        return
    proposals = [one for one in gate.desk().proposals(seen.actor) if one.id in open_]
    balance_yen = figures(seen.book.terms, seen.book.balances).investable_yen
    found = choices(seen.book, proposals, balance_yen)
    with place:
        names = {one.id: f"{one.code} {said(one.name)}" for one in proposals}
        st.markdown(_finding(found, proposals, balance_yen))
        picked = st.pills(
            _("Which should come first? The sets that hold them stand on top."),
            tuple(names),
            selection_mode="multi",
            format_func=lambda one: names[one],
            key=f"choice-{seen.meeting.id}",
        )
        smaller = st.toggle(_("Smaller sets too, to which more could be added"), key="choice-smaller")
        about = _("Every largest set of proposals that fits under balance and limits.")
        if smaller:
            found = choices(seen.book, proposals, balance_yen, smaller=True)
            about = _("Every set of proposals that fits under balance and limits.")
        ordered = sorted(found, key=lambda one: (-len(set(one.taken) & set(picked)), -len(one.taken), one.taken))
        codes = {proposal.id: proposal.code for proposal in proposals}
        components.table([_row(one, codes, smaller=smaller) for one in ordered], about=about, key="choice-table")


def _finding(found: Sequence[Choice], proposals: Sequence[Proposal], balance_yen: int) -> str:
    asked = sum(one.ask_yen for one in proposals)
    if len(found) == 1 and not found[0].left_out:
        return _("All of them fit: {asked} asked, {balance} investable.").format(
            asked=yen(asked, "man"), balance=yen(balance_yen, "man")
        )
    return ngettext(
        "They do not all fit: {asked} asked, {balance} investable. There is {n} largest set.",
        "They do not all fit: {asked} asked, {balance} investable. There are {n} largest sets.",
        len(found),
        asked=yen(asked, "man"),
        balance=yen(balance_yen, "man"),
    )


def _row(one: Choice, codes: dict[str, str], *, smaller: bool) -> dict[str, object]:
    would = {_("Could be added"): _named(one.would_fit, codes)} if smaller else {}
    return {
        _("Fit together"): _named(one.taken, codes),
        _("Total, yen"): one.total_yen,
        _("Balance after, yen"): one.balance_after_yen,
        **would,
        _("No longer fit"): _named(one.left_out, codes),
    }


def _named(proposal_ids: Sequence[str], codes: dict[str, str]) -> str:
    return listed([codes[one] for one in proposal_ids]) or NOTHING
