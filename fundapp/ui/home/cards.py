"""The cards of the first page: one for each thing that waits, with one way to do it."""

from datetime import date

import streamlit as st

from fundapp.basis.roles import Actor, Role
from fundapp.record.book import Book
from fundapp.text.catalogue import N_, _
from fundapp.text.figures import day, yen
from fundapp.ui import components
from fundapp.ui.desks import PAGES
from fundapp.ui.help import HELP
from fundapp.ui.home.circulation_texts import CIRCULATION_TEXTS
from fundapp.ui.home.tasks import Kind, ToDo
from fundapp.ui.ways import go, may_open
from fundapp.ui.words import plain

TEXTS: dict[Kind, tuple[str, str, str]] = {
    "set_up": (
        N_("The fund is not set up yet"),
        N_("Enter the fund, its seats and its people. Until then nobody else can begin."),
        N_("Set up the fund"),
    ),
    "declare": (
        N_("{code}: do you have an interest in it?"),
        N_("Say so before you score. It takes one tap."),
        N_("Declare"),
    ),
    "score": (
        N_("{code} waits for your score"),
        N_("Every tap is saved. Nobody sees your score before all are revealed together."),
        N_("Score now"),
    ),
    "score_again": (
        N_("{code}: the scores are revealed"),
        N_("You may score once more, with a reason for each change."),
        N_("Score again"),
    ),
    "vote": (
        N_("{code} waits for your vote"),
        N_("For, against or abstain. The vote is open now."),
        N_("Vote"),
    ),
    "reveal": (
        N_("{code}: all scores are in"),
        N_("You chair this item. Reveal the scores to everyone at the same time."),
        N_("Reveal the scores"),
    ),
    "put_motion": (
        N_("{code} waits for a motion"),
        N_("You chair this item. When the discussion has ended, put a resolution to the vote."),
        N_("Put a motion"),
    ),
    "minutes_confirm": (
        N_("The minutes of meeting no. {meeting} wait for your confirmation"),
        N_("Read them, then confirm in one press; or propose a correction."),
        N_("Read and confirm"),
    ),
    "minutes_answer": (
        N_("Corrections to the minutes of meeting no. {meeting}: {n}"),
        N_("Take each in, or say in a sentence why not."),
        N_("Answer the corrections"),
    ),
    "minutes_settle": (
        N_("The minutes of meeting no. {meeting} are a draft"),
        N_("When the members have had time to propose corrections, settle the text. Then the signatories confirm it."),
        N_("Open the draft"),
    ),
    "declare_result": (
        N_("{code}: all votes are in"),
        N_("You chair this item. Close the vote and declare the result."),
        N_("Declare the result"),
    ),
    "recused": (
        N_("Item {number} is under way without you"),
        N_("You take no part in it. You are called back for the next item."),
        N_("To the meeting"),
    ),
    "meeting_agenda": (
        N_("Meeting no. {meeting} has no agenda yet"),
        N_("Choose the proposals and their order."),
        N_("Order the agenda"),
    ),
    "meeting_freeze": (
        N_("{code} waits for its facts to be frozen"),
        N_("Item {number} of meeting no. {meeting}. After the freeze the members can begin."),
        N_("Freeze the facts"),
    ),
    "meeting_alternate": (
        N_("{code}: a seat is empty"),
        N_("Item {number} of meeting no. {meeting}. Empty seats: {n}. Seat an alternate first."),
        N_("Seat an alternate"),
    ),
    "meeting_interests": (
        N_("{code}: the members declare their interests"),
        N_("Item {number} of meeting no. {meeting}. Declarations missing: {n}."),
        N_("To the meeting"),
    ),
    "meeting_scores": (
        N_("{code}: the members are scoring"),
        N_("Item {number} of meeting no. {meeting}. Scores missing: {n}."),
        N_("To the meeting"),
    ),
    "meeting_talk": (
        N_("{code}: the committee discusses"),
        N_("Item {number} of meeting no. {meeting}. Note who says what."),
        N_("Note the discussion"),
    ),
    "meeting_vote": (
        N_("{code}: the vote is open"),
        N_("Item {number} of meeting no. {meeting}. Votes missing: {n}."),
        N_("To the meeting"),
    ),
    "meeting_close": (
        N_("Every item of meeting no. {meeting} is decided"),
        N_("Close the meeting. The minutes are made from what was recorded."),
        N_("Close the meeting"),
    ),
    "support_task": (
        N_("{code}: tasks that you have taken on: {n}"),
        N_("The first is due on {due_on}. With these facts the proposal crosses its gates."),
        N_("To the tasks"),
    ),
    "first_proposal": (
        N_("No proposal is registered yet"),
        N_("Everything begins with one: its parts, its support, its meeting. A list can be taken in from a table too."),
        N_("To the proposals"),
    ),
    "intake": (
        N_("Intake is not complete: {codes}"),
        N_("A proposal with open points cannot be approved. Number of proposals: {n}."),
        N_("Complete the intake"),
    ),
    "gp_decision": (
        N_("{codes}: the GP decides"),
        N_("The committee has resolved and {amount_yen} is reserved. Nothing is signed before the GP's decision."),
        N_("Record the GP decision"),
    ),
    "sign": (
        N_("{codes}: ready to be signed"),
        N_("The GP has decided. {amount_yen} becomes an investment commitment with the agreement."),
        N_("Record the agreement"),
    ),
    "expiring": (
        N_("{codes}: the reservation expires soon"),
        N_("Days until the first one: {days}. After that the money is free for others again."),
        N_("See the commitments"),
    ),
    "second_approval": (
        N_("A payment of {amount_yen} waits for the second person"),
        N_("Someone has approved it on evidence. Your approval pays it."),
        N_("See the tranche"),
    ),
    "overdue_promises": (
        N_("Promised support is overdue"),
        N_("Promises whose day has passed: {n}. Ask the provider, and record what was given."),
        N_("See the promises"),
    ),
    "links_to_look_at": (
        N_("Does the link live on? {n} to be looked at"),
        N_("The support ended 6 or 12 months ago. Ask the company, and record what became of it."),
        N_("See the links"),
    ),
    "inquiry_send": (
        N_("{code}: the president agrees to inquiry {number}"),
        N_("Choose the members who match, and let it go out to them."),
        N_("Send the inquiry"),
    ),
    "inquiry_messages": (
        N_("{code}: messages of inquiry {number} wait to leave"),
        N_("Send them by e-mail, or print the sheets and hand them over."),
        N_("See the messages"),
    ),
    "inquiry_later": (
        N_("{code}: members are to be told of a later deadline"),
        N_("The deadline of inquiry {number} was put off. Messages ready to send: {n}."),
        N_("See the messages"),
    ),
    "inquiry_remind": (
        N_("{code}: reminders of inquiry {number} are ready to send"),
        N_("Members who have not answered, with a reminder made for each: {n}."),
        N_("See the reminders"),
    ),
    "inquiry_widen": (
        N_("{code}: parts of inquiry {number} are still open"),
        N_("Those who were asked first have had their time. It may go to all members now."),
        N_("Send it to all members"),
    ),
    "inquiry_tell": (
        N_("{code}: the answers to inquiry {number} are open"),
        N_("Compare the quotes, then tell the members whether they were chosen and why not."),
        N_("Compare the quotes"),
    ),
    "condition_lost": (
        N_("{code}: an open condition has lost its offer"),
        N_(
            "Open conditions whose part has lost an offer: {n}. Ask again, or find another provider before the payment."
        ),
        N_("To the sourcing"),
    ),
    "offers_expired": (
        N_("{code}: offers have run out since {since_on}: {n}"),
        N_("The facts no longer count them. Ask the providers to renew them, or find others."),
        N_("To the sourcing"),
    ),
    "offers_withdrawn": (
        N_("{code}: offers have been withdrawn since {since_on}: {n}"),
        N_("The facts no longer count them. Find other providers for these parts."),
        N_("To the sourcing"),
    ),
    "bill_revised": (
        N_("{code}: the bill has a new revision, {revision}"),
        N_("Offers that are for an earlier one and do not count: {n}. Ask these providers whether they still hold."),
        N_("To the sourcing"),
    ),
    "approve_value": (
        N_("A fair value waits for your approval"),
        N_("Someone has proposed it. It counts once another person approves it. Number of investments: {n}."),
        N_("See the fair value"),
    ),
    "accept_opening": (
        N_("A running fund waits to be taken over"),
        N_("Its tables balance to the yen. They are entered once another person accepts them."),
        N_("See the tables"),
    ),
    "call_late": (
        N_("{amount_yen} of a capital call has not come in"),
        N_("The due day has passed. Enter what came in, or the shortfall. Number of calls: {n}."),
        N_("See the call"),
    ),
    "fee_due": (
        N_("Fees of {amount_yen} are due"),
        N_("They stand in the schedule. Number of fees: {n}."),
        N_("See the fees"),
    ),
    "watch_step_late": (
        N_("A next step for a watched company is late"),
        N_("Its day has passed. Number of companies: {n}."),
        N_("See the watched companies"),
    ),
    "seminar_results": (
        N_("What came of a seminar is not written yet"),
        N_("It was held more than four weeks ago. Ask those who took part. Number of seminars: {n}."),
        N_("See the seminars"),
    ),
    **CIRCULATION_TEXTS,
}
"""Kind -> what waits, what it means, what the button says (message ids)."""


def cards(found: tuple[ToDo, ...], actor: Actor) -> None:
    """A card for each; the first one is the page's primary action."""
    first_of: dict[Kind, int] = {}
    for place, one in enumerate(found):
        # Several proposals may wait for the same thing.
        key = one.kind if first_of.setdefault(one.kind, place) == place else f"{one.kind}-{place}"
        what, means, does = (_(text).format_map(_details(one)) for text in TEXTS[one.kind])
        with st.container(border=True, key=f"todo-{key}"):
            components.section(what)
            st.markdown(plain(means))
            if may_open(actor, one.page) and st.button(
                plain(does), type="primary" if place == 0 else "secondary", key=f"do-{key}"
            ):
                go(one.page, proposal=one.proposal, deal=one.deal, meeting=one.meeting, part=one.part)


def _details(one: ToDo) -> dict[str, str | int]:
    return {name: _shown(name, value) for name, value in one.details}


def _shown(name: str, value: str | int) -> str | int:
    if name == "amount_yen" and isinstance(value, int):
        return yen(value)
    return day(date.fromisoformat(str(value))) if name.endswith(("_on", "_by")) else value


DESK: tuple[tuple[str, frozenset[Role]], ...] = (
    ("committee/meeting", frozenset({Role.VOTING, Role.SECRETARIAT})),
    ("committee/circulation", frozenset({Role.SECRETARIAT})),
    ("committee/proposals", frozenset({Role.VOTING, Role.SECRETARIAT, Role.MANAGER, Role.AUDITOR})),
    ("network/needs", frozenset({Role.SECRETARIAT})),
    ("network/sourcing", frozenset({Role.SECRETARIAT})),
    ("fund/commitments", frozenset({Role.MANAGER, Role.LP, Role.AUDITOR})),
    ("fund/portfolio", frozenset({Role.MANAGER, Role.LP})),
    ("fund/journal", frozenset({Role.MANAGER, Role.AUDITOR})),
    ("followup/obligations", frozenset({Role.SECRETARIAT, Role.LP})),
    ("followup/outcomes", frozenset({Role.LP})),
    ("committee/minutes", frozenset({Role.VOTING, Role.SECRETARIAT, Role.AUDITOR})),
    ("office/people", frozenset({Role.ADMINISTRATOR})),
    ("office/rubrics", frozenset({Role.VOTING, Role.ADMINISTRATOR})),
    ("office/record", frozenset({Role.ADMINISTRATOR, Role.AUDITOR})),
)
"""The pages that each role uses most, in the order of a day's work."""


def own_desk(actor: Actor, book: Book) -> None:
    """The ways of this person's daily work, each as the question that its page answers."""
    ways = [path for path, roles in DESK if roles & actor.roles and may_open(actor, path)]
    if book.terms is None:
        ways = [path for path in ways if path.startswith("office/")]
    if not ways:
        return
    components.section(_("Your desk"))
    with st.grid(2, min_column_width=340, gap="xsmall"):
        for path in ways:
            page = PAGES[path]
            title, question = plain(_(page.title)), plain(_(HELP[path].question))
            st.page_link(page.file, label=f"**{title}**  {question}", icon=f":material/{page.icon}:")
