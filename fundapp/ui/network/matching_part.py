"""Who is able to make each line, and why; the lines that wait for a person to say what they need."""

import streamlit as st

from fundapp.documents.said import listed
from fundapp.network.capability import LineProcess
from fundapp.network.matching import Match
from fundapp.network.process import ProcessTree
from fundapp.network.requirement import Requirement
from fundapp.record.commands import SetLineProcess
from fundapp.sourcing_desk import LineMatched, Matched
from fundapp.text.catalogue import _, language, ngettext, pgettext
from fundapp.text.figures import percent
from fundapp.text.network_words import word
from fundapp.ui import components, gate, ways
from fundapp.ui.network.line_words import line_names
from fundapp.ui.network.orders import Order
from fundapp.ui.network.seen import Seen
from fundapp.ui.words import plain

FIRST, MOST_SHOWN = 3, 8
FINEST, COARSEST, MOST_MM = 1, 18, 100_000


def show_matching(seen: Seen) -> Order | None:
    """The finding, the queue, and every line with those who are able."""
    found = gate.desk().matched(seen.actor, seen.proposal.id)
    if found is None or not found.lines:
        components.empty_state(
            _("Members are matched with lines, and there is no line to source yet."),
            _("Import the parts list first, under “Bill of materials”."),
        )
        return None
    able = sum(bool(one.members) for one in found.lines)
    components.section(
        _("For {able} of {lines} lines a member is able: {members} members in all").format(
            able=able, lines=len(found.lines), members=len(found.member_ids())
        )
    )
    st.markdown(plain(_expected(found)))
    names = line_names(seen)
    order = _queue(seen, found, names) if found.unclassified() and seen.may(SetLineProcess) else None
    order = order or _nobody(seen, found, names)
    _lines(found, names)
    return order or _one_line(seen, found, names)


def _expected(found: Matched) -> str:
    expected = found.expected
    if expected is None:
        return _("How much of the bill members will quote can be told once an inquiry has been answered.")
    return _(
        "Before any offer, {value} of the lines can be expected to be quoted ({low} to {high}): "
        "of {asked} able members who were asked so far, {answered} answered."
    ).format(
        value=percent(round(expected.value, 2)),
        low=percent(round(expected.low, 2)),
        high=percent(round(expected.high, 2)),
        asked=expected.asked,
        answered=expected.answered,
    )


def _queue(seen: Seen, found: Matched, names: dict[str, str]) -> Order | None:
    """Lines whose words do not say what they need."""
    waiting = [one.need for one in found.unclassified()]
    with st.container(border=True):
        told = ngettext("{n} line waits for you", "{n} lines wait for you", len(waiting))
        st.markdown(f":material/help: **{plain(told)}**")
        st.markdown(plain(_("Its words do not say which process it needs. Say it, and members are matched at once.")))
        return _say(seen.proposal.id, waiting, names, "queue")


def _nobody(seen: Seen, found: Matched, names: dict[str, str]) -> Order | None:
    """Lines of which the need is known and that no member is able to make: somebody has to look for one."""
    waiting = [one.need for one in found.unmatched()]
    if not waiting:
        return None
    tree = gate.desk().process_tree
    with st.container(border=True):
        told = ngettext("For {n} line nobody is able", "For {n} lines nobody is able", len(waiting))
        st.markdown(f":material/person_search: **{plain(told)}**")
        lines = [f"{names.get(one.line_id, one.line_id)}: {_process_name(tree, one.process)}" for one in waiting]
        st.markdown("\n".join(f"- {plain(one)}" for one in lines[:MOST_SHOWN]))
        if len(lines) > MOST_SHOWN:
            st.markdown(plain(_("and {n} more, in the table below").format(n=len(lines) - MOST_SHOWN)))
        st.markdown(plain(_("Look for a company outside and add it, let the inquiry go to all, or correct the need.")))
        ways.link("network/directory", _("To the directory"))
        if not seen.may(SetLineProcess):
            return None
        with st.expander(_("One of them needs something else")):
            return _say(seen.proposal.id, waiting, names, "nobody")


def _say(proposal_id: str, needs: list[Requirement], names: dict[str, str], key: str) -> Order | None:
    """The form in which a person says what a line needs."""
    tree = gate.desk().process_tree
    by_id = {one.line_id: one for one in needs}
    with st.form(f"matching-{key}", border=False):
        left, right = st.columns(2, gap="large")
        line = left.selectbox(_("Which line"), list(by_id), format_func=lambda one: names.get(one, one))
        process = right.selectbox(
            _("What it needs"),
            [*(one.id for one in tree.families), *(one.id for one in tree.processes)],
            index=None,
            format_func=lambda one: _process_name(tree, one),
            placeholder=_("Type a process"),
        )
        with st.expander(_("Size and tolerance, if they matter")):
            largest = st.number_input(_("Largest size in mm"), 1, MOST_MM, None)
            grade = st.number_input(_("Tolerance grade (IT)"), FINEST, COARSEST, None)
        pressed = st.form_submit_button(_("Record what it needs"), type="primary")
    if not pressed or line is None:
        return None
    if process is None:
        st.warning(_("Choose what the line needs."))
        return None
    said = LineProcess(
        proposal_id=proposal_id,
        line_id=line,
        process=process,
        largest_mm=largest,
        tolerance_grade=grade,
    )
    done = _("{part} needs: {process}").format(part=names.get(line, line), process=_process_name(tree, process))
    return Order(((gate.desk().new_id(), SetLineProcess(set_for=said)),), done)


def _process_name(tree: ProcessTree, process: str) -> str:
    name = tree.name_of(process)
    return name.of(language()) if name else process


def _how(need: Requirement) -> str:
    return word("how_known", need.how).format(word=need.word) if need.how else ""


def _lines(found: Matched, names: dict[str, str]) -> None:
    tree = gate.desk().process_tree
    members = {one.id: one.name.of(language()) for one in gate.desk().members()}

    def first(one: LineMatched) -> str:
        return listed([members.get(match.member_id, match.member_id) for match in one.members[:FIRST]])

    components.table(
        [
            {
                _("Part"): names.get(one.need.line_id, one.need.line_id),
                _("What it needs"): _process_name(tree, one.need.process) or _("to be said"),
                _("Known by"): _how(one.need),
                _("Members able"): len(one.members),
                _("The first of them"): first(one),
            }
            for one in sorted(found.lines, key=lambda one: len(one.members))
        ],
        about=_("Every line with what it needs and the members who are able, the fewest first"),
        key="matching-lines",
    )


def _one_line(seen: Seen, found: Matched, names: dict[str, str]) -> Order | None:
    """One line's members with the reasons, and the correction of what it needs."""
    by_id = {one.need.line_id: one for one in found.lines if one.need.process}
    picked = st.selectbox(
        _("Look at one line"),
        list(by_id),
        index=None,
        format_func=lambda one: names.get(one, one),
        placeholder=_("Type a part"),
        key=f"matching-look-{seen.proposal.id}",
    )
    if picked is None:
        return None
    members = {one.id: one for one in gate.desk().members()}
    components.table(
        [
            {
                pgettext("network", "Member"): members[match.member_id].name.of(language()),
                _("Why"): _why(match),
            }
            for match in by_id[picked].members
        ],
        about=_("The members who are able to make this line, the best first, and why"),
        key="matching-members",
    )
    if not seen.may(SetLineProcess):
        return None
    with st.expander(_("This is not what it needs")):
        return _say(seen.proposal.id, [by_id[picked].need], names, "correct")


def _why(match: Match) -> str:
    return " · ".join(word("why", one) for one in match.why)
