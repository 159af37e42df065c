"""What the desk brings into a decision from outside the record: sealed words, and the registers' papers at a freeze."""

from collections.abc import Callable
from dataclasses import dataclass

from fundapp.committee.proposal import Evidence, Proposal
from fundapp.network.support_facts import SupportFacts


@dataclass(frozen=True, slots=True)
class Papers:
    """A proposal with its facts of support as the registers know them in this transaction."""

    proposal: Proposal
    support: SupportFacts


@dataclass(frozen=True, slots=True)
class Brought:
    """`seal` turns words into the digest that an event carries (empty words stay empty)."""

    seal: Callable[[str], str]
    papers: Papers | None = None
    evidence: tuple[Evidence, ...] = ()
    """The documents attached to the item's proposal today."""
    proposal_codes: frozenset[tuple[str, str]] = frozenset()
    """(code, proposal id) of all registered proposals."""
