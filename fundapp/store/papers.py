"""What the registers bring into a decision, read in the transaction that decides."""

from collections.abc import Callable
from datetime import date

from fundapp.network.facts import support_facts
from fundapp.record import commands as c
from fundapp.record.book import Book
from fundapp.record.brought import Brought, Papers
from fundapp.record.judging import sourcing_rules
from fundapp.store import registers
from fundapp.store.connection import Connection


def bring(
    connection: Connection, fund: str, book: Book, command: c.Command, today: date, seal: Callable[[str], str]
) -> Brought:
    """The papers that this command is decided on; nothing that it does not need is read."""
    if isinstance(command, c.RegisterCommand | c.OrderAgenda):
        return Brought(seal=seal, proposal_codes=_codes(connection, fund))
    if isinstance(command, c.FreezeFacts | c.SubmitScorecard):
        item = book.items.get(command.item_id)
        proposal = registers.proposal(connection, fund, item.proposal_id) if item else None
        if proposal is None:
            return Brought(seal=seal)
        if isinstance(command, c.SubmitScorecard):
            return Brought(seal=seal, evidence=proposal.evidence)
        register = registers.support_register(connection, fund, proposal.id)
        support = support_facts(register, today, sourcing_rules(book.rubric.decision))
        return Brought(seal=seal, papers=Papers(proposal=proposal, support=support), evidence=proposal.evidence)
    return Brought(seal=seal)


def _codes(connection: Connection, fund: str) -> frozenset[tuple[str, str]]:
    return frozenset(connection.execute("SELECT code, id FROM proposal WHERE fund = ?", [fund]).fetchall())
