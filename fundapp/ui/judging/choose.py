"""What fits together under the balance: every largest set of what is still open, in the committee's own order."""

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
        ordered = sorted(found, key=lambda one: (-len(set(one.taken) & set(picked)), -len(one.taken), one.taken))
        rows = [_row(one, {proposal.id: proposal.code for proposal in proposals}) for one in ordered]
        components.table(
            rows, about=_("Every largest set of proposals that fits under balance and limits."), key="choice-table"
        )


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


def _row(one: Choice, codes: dict[str, str]) -> dict[str, object]:
    return {
        _("Fit together"): listed([codes[taken] for taken in one.taken]) or NOTHING,
        _("Total, yen"): one.total_yen,
        _("Balance after, yen"): one.balance_after_yen,
        _("No longer fit"): listed([codes[left] for left in one.left_out]) or NOTHING,
    }
