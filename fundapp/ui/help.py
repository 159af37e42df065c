"""Help where one stands: the question that each page answers, and what whoever opens it does there."""

from fundapp.basis.fact import Fact, Text
from fundapp.basis.roles import Role
from fundapp.text.catalogue import N_
from fundapp.ui.desks import EVERYONE

MEMBERS = frozenset({Role.VOTING})
KEEPERS = frozenset({Role.MANAGER, Role.SECRETARIAT})
MANAGER = frozenset({Role.MANAGER})
SECRETARIAT = frozenset({Role.SECRETARIAT})
ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})


class Hint(Fact):
    """One sentence of help, and to whom it is told."""

    text: Text
    """Message id."""
    told: frozenset[Role] = EVERYONE


class PageHelp(Fact):
    """The question that a page answers, and how one uses it."""

    question: Text
    """Message id."""
    hints: tuple[Hint, ...]


def hints_for(path: str, roles: frozenset[Role]) -> tuple[str, ...]:
    """The message ids of what these roles are told about a page, the question first; nothing for an unknown page."""
    if path not in HELP:
        return ()
    help_ = HELP[path]
    return (help_.question, *(hint.text for hint in help_.hints if hint.told & roles))


HELP: dict[str, PageHelp] = {
    "today/home": PageHelp(
        question=N_("What do I have to do now, and what changed since I was here?"),
        hints=(
            Hint(text=N_("Each card is one thing that waits for you. Its button leads to the place where you do it.")),
            Hint(text=N_("With nothing on the page, nothing waits: you may close it without losing anything.")),
        ),
    ),
    "today/guide": PageHelp(
        question=N_("How do I do my work with this desk?"),
        hints=(Hint(text=N_("Your own part comes first. All other parts are one press away.")),),
    ),
    "committee/proposals": PageHelp(
        question=N_("Which proposals are there, and how far is each?"),
        hints=(
            Hint(text=N_("Press a proposal's name to see it whole on one page.")),
            Hint(text=N_("Search by number, name, company or sector; the table at the end can be sorted and saved.")),
            Hint(text=N_("Register a proposal with the button at the top right."), told=KEEPERS),
            Hint(
                text=N_("Many at once: register them from an Excel or CSV table, row by row with its end."),
                told=KEEPERS,
            ),
        ),
    ),
    "committee/proposal": PageHelp(
        question=N_("What is asked, what speaks for it and against it, and can we support it?"),
        hints=(
            Hint(text=N_("The level of each support criterion comes from facts. Unfold a fact to see its rows.")),
            Hint(
                text=N_(
                    "Under “Work on this proposal” you complete the intake, attach evidence and correct the request."
                ),
                told=KEEPERS,
            ),
        ),
    ),
    "committee/score": PageHelp(
        question=N_("What is my own judgement of this proposal?"),
        hints=(
            Hint(text=N_("For each criterion, tap the highest level whose text, and all texts below it, are true.")),
            Hint(text=N_("Tap X if the papers hold no evidence. Every tap is saved; you may stop and come back.")),
            Hint(text=N_("On axis 2 the computed levels are ready: one tap agrees with all of them.")),
            Hint(text=N_("Nobody sees your score before the chair reveals all of them at the same time.")),
        ),
    ),
    "committee/paper": PageHelp(
        question=N_("Whose score comes on paper?"),
        hints=(
            Hint(
                text=N_("Print the sheets once the facts are frozen: one for each seat, with its name on every page.")
            ),
            Hint(
                text=N_(
                    "Enter a sheet that came back; it is marked as from paper, and nobody sees it before the reveal."
                )
            ),
        ),
    ),
    "committee/meeting": PageHelp(
        question=N_("Where is the meeting, and what do I do now?"),
        hints=(
            Hint(text=N_("The page follows the chair by itself. You need not reload it.")),
            Hint(
                text=N_("Declare your interest, score, then vote: the button you need stands at the top."), told=MEMBERS
            ),
            Hint(
                text=N_(
                    "Freeze the facts, keep the attendance, note the discussion, seat an alternate, close the meeting."
                ),
                told=SECRETARIAT,
            ),
        ),
    ),
    "committee/circulation": PageHelp(
        question=N_("What is decided in writing now, and what do I read and answer?"),
        hints=(
            Hint(
                text=N_(
                    "A written resolution is for what cannot wait for a meeting. All must read all papers and agree; "
                    "one objection, or one request for a meeting, ends it."
                )
            ),
            Hint(
                text=N_("Four steps: say whether you have an interest, read the papers, score, answer. One at a time."),
                told=MEMBERS,
            ),
            Hint(
                text=N_(
                    "Send a proposal round with its last day and the reason. What a member signed on paper you enter."
                ),
                told=SECRETARIAT,
            ),
        ),
    ),
    "committee/replay": PageHelp(
        question=N_("What did each of us see when we decided?"),
        hints=(
            Hint(text=N_("Choose the past item, through whose eyes you look, and the moment.")),
            Hint(text=N_("At the end stands what the facts are today; they change nothing of the decision.")),
        ),
    ),
    "committee/minutes": PageHelp(
        question=N_("What was decided, by whom, on which facts?"),
        hints=(
            Hint(text=N_("Choose the meeting, then the language of the copy. The PDF is the copy to hand out.")),
            Hint(text=N_("Every copy ends with the fingerprint of the record, by which anyone can check it.")),
        ),
    ),
    "network/needs": PageHelp(
        question=N_("Which support does the proposal need, and who has promised it?"),
        hints=(
            Hint(text=N_("A need is covered by a menu item: provider, deliverable, due date, cost and who bears it.")),
            Hint(text=N_("Add and correct needs here; the levels of N1, N5 and N7 follow at once."), told=KEEPERS),
        ),
    ),
    "network/sourcing": PageHelp(
        question=N_("With which parts, from whom, when and for how much?"),
        hints=(
            Hint(text=N_("Three parts: the facts and what the next level needs, the parts list, the offers.")),
            Hint(
                text=N_("Take in a parts list or offers from a file: you see a verdict for every row first."),
                told=KEEPERS,
            ),
        ),
    ),
    "network/directory": PageHelp(
        question=N_("Who can do what, and whom do I ask?"),
        hints=(
            Hint(text=N_("Write a few letters: names, persons, places, machines and processes are searched.")),
            Hint(text=N_("A visit takes two minutes, also on a telephone; what you write is kept."), told=KEEPERS),
            Hint(text=N_("Promising companies, seminars on what visits brought up and groups have a part each.")),
            Hint(
                text=N_(
                    "Fees of each year and income stand under “Fees and income”: what would be left without subsidies."
                )
            ),
        ),
    ),
    "network/partners": PageHelp(
        question=N_("Who opens doors for us, on which terms, and did they?"),
        hints=(Hint(text=N_("Choose the kind of partner above. Silence and late answers are counted.")),),
    ),
    "fund/commitments": PageHelp(
        question=N_("How much is left, and for whom?"),
        hints=(
            Hint(text=N_("The first chart goes from the fund's size to what can still be invested.")),
            Hint(text=N_("The button of each card leads to the next step of that investment."), told=KEEPERS | MEMBERS),
        ),
    ),
    "fund/investment": PageHelp(
        question=N_("What is the next step of this investment?"),
        hints=(
            Hint(text=N_("Decide, sign, meet the conditions, pay: before you send a step you see its entries.")),
            Hint(text=N_("A payment needs two different persons: the manager, and the secretariat or the chair.")),
        ),
    ),
    "fund/calls": PageHelp(
        question=N_("What do the partners owe, and what have they received?"),
        hints=(
            Hint(text=N_("Each call and each distribution stands with its share of every partner and its day.")),
            Hint(
                text=N_("Call, enter what was paid in, distribute: before you send it you see every share."),
                told=MANAGER,
            ),
        ),
    ),
    "fund/fees": PageHelp(
        question=N_("How far do the fees and reserves go?"),
        hints=(
            Hint(text=N_("What was set aside, what was paid, and how long the rest lasts.")),
            Hint(text=N_("Pay, set aside and give back here; each step is previewed."), told=MANAGER),
        ),
    ),
    "fund/board": PageHelp(
        question=N_("How does the whole fund stand, on one page?"),
        hints=(
            Hint(text=N_("For the screen of the meeting room: the balance, the limits, the payments, the companies.")),
            Hint(text=N_("Each chart says its finding above it; the same figures are below it as a table.")),
        ),
    ),
    "fund/returns": PageHelp(
        question=N_("What did the money return, to the partners and of the companies?"),
        hints=(
            Hint(text=N_("Net is what the partners paid and received, after fees. Gross is of the companies alone.")),
            Hint(text=N_("Choose any earlier day to see the figures as they stood on it.")),
            Hint(text=N_("Where a figure cannot be stated, the reason stands in its place.")),
            Hint(text=N_("Take an index in from a table; the comparison follows."), told=KEEPERS),
        ),
    ),
    "fund/forecast": PageHelp(
        question=N_("What may come back and when, and how long does the money last?"),
        hints=(
            Hint(text=N_("The thick line is what was. The ground between the broken lines is what may come.")),
            Hint(text=N_("Open the assumptions to try others: nothing is recorded by it.")),
            Hint(
                text=N_("Record what a company holds and uses up in a month, with the day of its figures."),
                told=KEEPERS,
            ),
        ),
    ),
    "fund/portfolio": PageHelp(
        question=N_("How do the companies do?"),
        hints=(
            Hint(text=N_("Each chart says its finding above it; the same figures are below it as a table.")),
            Hint(text=N_("Take the whole list away as CSV or as a spreadsheet with charts.")),
        ),
    ),
    "fund/reports": PageHelp(
        question=N_("How did the fund stand on a day, and which papers tell it?"),
        hints=(
            Hint(text=N_("Choose the day. In a closed period the report is final and always the same, byte for byte.")),
            Hint(text=N_("Take the report to a partner and the statements away as PDF or as a spreadsheet.")),
            Hint(
                text=N_("The audit pack holds the record, the evidence and a check that needs no program of ours."),
                told=frozenset({Role.MANAGER, Role.SECRETARIAT, Role.AUDITOR}),
            ),
            Hint(text=N_("Close the period on the page of the calls; then its reports are final."), told=MANAGER),
        ),
    ),
    "fund/journal": PageHelp(
        question=N_("Where is every yen?"),
        hints=(
            Hint(text=N_("Choose book, account and days; the sums and the copies hold what is shown.")),
            Hint(text=N_("A wrong entry is never deleted: reverse it once, then enter it anew."), told=MANAGER),
        ),
    ),
    "fund/opening": PageHelp(
        question=N_("How does a running fund come in from its spreadsheets?"),
        hints=(
            Hint(text=N_("Everything must agree to the yen before it is entered; each difference names its row.")),
            Hint(
                text=N_("Fill in the empty tables, or bring your own: you say once which column is what."),
                told=MANAGER,
            ),
            Hint(text=N_("One person brings the tables, another accepts them. Until then nothing is entered.")),
        ),
    ),
    "followup/obligations": PageHelp(
        question=N_("Was the promised support given?"),
        hints=(
            Hint(text=N_("Every menu item of an approved proposal is a promise with a provider and a due date.")),
            Hint(
                text=N_("Record what was delivered, when, and the evidence; N7's on-time rate follows."), told=KEEPERS
            ),
        ),
    ),
    "followup/outcomes": PageHelp(
        question=N_("What became of what we supported?"),
        hints=(
            Hint(
                text=N_("S0 to S5 is the way up, T1 to T4 where it stopped. Every share names what it is a share of.")
            ),
            Hint(text=N_("Record a new state with its day; the earlier ones stay."), told=KEEPERS),
        ),
    ),
    "office/rubrics": PageHelp(
        question=N_("How do we judge?"),
        hints=(
            Hint(text=N_("All criteria with the text of every level, the gates, the votes and the rules of interest.")),
            Hint(text=N_("What was scored keeps the rubric it was scored by, whatever changes later.")),
        ),
    ),
    "office/workshop": PageHelp(
        question=N_("What would another rubric change?"),
        hints=(
            Hint(
                text=N_("Every past decision is shown by its own rubric and by the changed one; none of them changes.")
            ),
            Hint(text=N_("Edit by form or as text, write why, then put it before the committee."), told=KEEPERS),
            Hint(
                text=N_("The chair adopts it after the resolution: meeting, seats that agreed, first day."),
                told=MEMBERS,
            ),
        ),
    ),
    "office/setup": PageHelp(
        question=N_("What does the fund need before it can begin?"),
        hints=(Hint(text=N_("Five steps; each is kept, so you may stop between them."), told=ADMINISTRATOR),),
    ),
    "office/people": PageHelp(
        question=N_("Who may do what?"),
        hints=(
            Hint(text=N_("Let someone in again who waits after wrong passwords."), told=SECRETARIAT | ADMINISTRATOR),
            Hint(text=N_("Add people, give roles and new passwords, and fill the seats."), told=ADMINISTRATOR),
        ),
    ),
    "office/record": PageHelp(
        question=N_("Is the record unchanged?"),
        hints=(Hint(text=N_("One press reads the whole record and every file. It changes nothing."), told=EVERYONE),),
    ),
}
"""Page -> its help. A test holds it to the table of desks."""
