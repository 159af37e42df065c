"""Which desk has which page, and who may open it. The matrix role x page is this table and nothing else."""

from functools import cached_property
from pathlib import Path

from fundapp.basis.fact import Fact, Text
from fundapp.basis.roles import Role
from fundapp.places import pages_folder
from fundapp.text.catalogue import N_

EVERYONE = frozenset(Role)
COMMITTEE_ROOM = frozenset({Role.VOTING, Role.MANAGER, Role.SECRETARIAT, Role.AUDITOR})
OFFICE = frozenset({Role.MANAGER, Role.SECRETARIAT, Role.AUDITOR})
PARTNERS_TOO = COMMITTEE_ROOM | {Role.LP}
"""Who sees papers before a decision. A limited partner sees what was decided; an administrator sees neither."""


class PageEntry(Fact):
    """One page: its file under pages/ without the ending, what the reader calls it, and who may open it."""

    path: Text
    title: Text
    """Message id."""
    icon: Text
    roles: frozenset[Role]
    listed: bool = True
    """False for a page about one thing, which is reached from the list of such things."""
    only_at_first: bool = False
    """True for a page that is listed until the fund is set up."""

    @property
    def name(self) -> str:
        """The page's address, and the file's name."""
        return self.path.rpartition("/")[2]

    @cached_property
    def file(self) -> Path:
        """Where the page lies in this installation."""
        return pages_folder() / f"{self.path}.py"


class DeskEntry(Fact):
    """One desk, a heading of the navigation; the first one stands without a heading."""

    title: Text
    """Message id."""
    pages: tuple[PageEntry, ...]


DESKS = (
    DeskEntry(
        title="",
        pages=(
            PageEntry(path="today/home", title=N_("Today"), icon="today", roles=EVERYONE),
            PageEntry(path="today/guide", title=N_("Guide"), icon="help", roles=EVERYONE, listed=False),
        ),
    ),
    DeskEntry(
        title=N_("Committee"),
        pages=(
            PageEntry(path="committee/proposals", title=N_("Proposals"), icon="inbox", roles=COMMITTEE_ROOM),
            PageEntry(
                path="committee/proposal", title=N_("Proposal"), icon="draft", roles=COMMITTEE_ROOM, listed=False
            ),
            PageEntry(path="committee/score", title=N_("My score"), icon="edit_note", roles=frozenset({Role.VOTING})),
            PageEntry(
                path="committee/paper",
                title=N_("Paper score sheets"),
                icon="print",
                roles=frozenset({Role.SECRETARIAT}),
                listed=False,
            ),
            PageEntry(path="committee/meeting", title=N_("Meeting"), icon="groups", roles=COMMITTEE_ROOM),
            PageEntry(
                path="committee/circulation",
                title=N_("Written resolutions"),
                icon="mark_email_read",
                roles=COMMITTEE_ROOM,
            ),
            PageEntry(
                path="committee/replay", title=N_("Looking back"), icon="history", roles=COMMITTEE_ROOM, listed=False
            ),
            PageEntry(path="committee/minutes", title=N_("Minutes"), icon="description", roles=COMMITTEE_ROOM),
        ),
    ),
    DeskEntry(
        title=N_("Network"),
        pages=(
            PageEntry(path="network/needs", title=N_("Needs and menu"), icon="checklist", roles=COMMITTEE_ROOM),
            PageEntry(path="network/sourcing", title=N_("Sourcing"), icon="account_tree", roles=COMMITTEE_ROOM),
            PageEntry(path="network/directory", title=N_("Directory"), icon="contacts", roles=COMMITTEE_ROOM),
            PageEntry(path="network/partners", title=N_("Partners"), icon="handshake", roles=COMMITTEE_ROOM),
        ),
    ),
    DeskEntry(
        title=N_("Fund"),
        pages=(
            PageEntry(path="fund/commitments", title=N_("Commitments"), icon="savings", roles=PARTNERS_TOO),
            PageEntry(
                path="fund/investment", title=N_("Investment"), icon="payments", roles=COMMITTEE_ROOM, listed=False
            ),
            PageEntry(path="fund/board", title=N_("Board"), icon="dashboard", roles=PARTNERS_TOO),
            PageEntry(path="fund/calls", title=N_("Calls"), icon="request_quote", roles=PARTNERS_TOO),
            PageEntry(path="fund/fees", title=N_("Fees and reserves"), icon="account_balance_wallet", roles=OFFICE),
            PageEntry(path="fund/portfolio", title=N_("Portfolio"), icon="monitoring", roles=PARTNERS_TOO),
            PageEntry(path="fund/returns", title=N_("Returns"), icon="percent", roles=PARTNERS_TOO),
            PageEntry(path="fund/forecast", title=N_("Forecast"), icon="insights", roles=PARTNERS_TOO),
            PageEntry(path="fund/reports", title=N_("Reports"), icon="summarize", roles=PARTNERS_TOO),
            PageEntry(path="fund/journal", title=N_("Journal"), icon="receipt_long", roles=OFFICE),
            PageEntry(
                path="fund/opening", title=N_("Taking over"), icon="move_to_inbox", roles=COMMITTEE_ROOM, listed=False
            ),
        ),
    ),
    DeskEntry(
        title=N_("Follow-up"),
        pages=(
            PageEntry(path="followup/obligations", title=N_("Obligations"), icon="task_alt", roles=PARTNERS_TOO),
            PageEntry(path="followup/outcomes", title=N_("Outcomes"), icon="flag", roles=PARTNERS_TOO),
        ),
    ),
    DeskEntry(
        title=N_("Office"),
        pages=(
            PageEntry(
                path="office/rubrics", title=N_("Rubrics"), icon="rule", roles=COMMITTEE_ROOM | {Role.ADMINISTRATOR}
            ),
            PageEntry(
                path="office/workshop",
                title=N_("Rubric workshop"),
                icon="construction",
                roles=COMMITTEE_ROOM,
                listed=False,
            ),
            PageEntry(
                path="office/setup",
                title=N_("Set-up"),
                icon="foundation",
                roles=frozenset({Role.ADMINISTRATOR}),
                only_at_first=True,
            ),
            PageEntry(
                path="office/people",
                title=N_("People"),
                icon="manage_accounts",
                roles=frozenset({Role.ADMINISTRATOR, Role.SECRETARIAT}),
            ),
            PageEntry(
                path="office/record", title=N_("Record"), icon="verified_user", roles=OFFICE | {Role.ADMINISTRATOR}
            ),
        ),
    ),
)

PAGES = {page.path: page for desk in DESKS for page in desk.pages}
"""Every page by its path."""


def open_to(roles: frozenset[Role]) -> tuple[DeskEntry, ...]:
    """The desks that these roles see, each with the pages that they may open and that are installed."""
    seen = []
    for desk in DESKS:
        pages = tuple(page for page in desk.pages if page.roles & roles and page.file.is_file())
        if pages:
            seen.append(DeskEntry(title=desk.title, pages=pages))
    return tuple(seen)
