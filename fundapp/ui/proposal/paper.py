"""One proposal as one person may see it: the papers, the item that judges it, and the facts that count."""

from dataclasses import dataclass
from functools import cached_property

from fundapp.basis.roles import Actor, Role
from fundapp.committee.proposal import Proposal
from fundapp.committee.rubric import Rubric
from fundapp.committee.standing import ComputedLevel, Standing
from fundapp.desk import Desk
from fundapp.documents.providers import Providers
from fundapp.network.support_facts import Counting, SupportFacts
from fundapp.record.book import Book, Item
from fundapp.record.judging import computed_levels
from fundapp.ui import gate
from fundapp.ui.proposal.place import Place, State, items_of, judged_standing, last_frozen, place_of, state_of


@dataclass(frozen=True)
class Paper:
    """What the page about one proposal is drawn from."""

    actor: Actor
    book: Book
    proposal: Proposal
    """As the registers hold it today."""
    today: SupportFacts
    item: Item | None
    """The item whose facts were frozen last."""

    @property
    def support(self) -> SupportFacts:
        """The facts that count: the frozen ones, else today's."""
        return self.item.frozen.support if self.item and self.item.frozen else self.today

    @property
    def asked(self) -> Proposal:
        """The request that counts: the frozen one, else today's."""
        return self.item.frozen.proposal if self.item and self.item.frozen else self.proposal

    @property
    def rubric(self) -> Rubric:
        """What the proposal is judged by."""
        return self.book.rubric_of(self.item) if self.item else self.book.rubric

    @cached_property
    def firm(self) -> tuple[ComputedLevel, ...]:
        """The levels of axis 2 that the facts give, counted firm."""
        return self.item.frozen.firm if self.item and self.item.frozen else self._computed("firm")

    @cached_property
    def with_hands(self) -> tuple[ComputedLevel, ...]:
        """The levels of axis 2 that the facts give, counted with raised hands."""
        return self.item.frozen.with_hands if self.item and self.item.frozen else self._computed("with_hands")

    def _computed(self, counting: Counting) -> tuple[ComputedLevel, ...]:
        return computed_levels(self.rubric, self.support, counting)

    @cached_property
    def standing(self) -> Standing | None:
        """The committee's standing; None before the reveal."""
        return judged_standing(self.book, self.item) if self.item else None

    @cached_property
    def place(self) -> Place:
        """Where the proposal stands on the two axes."""
        return place_of(self.book, self.item, self.today)

    @cached_property
    def state(self) -> State:
        """How far the proposal is."""
        return state_of(self.book, self.proposal.id)

    @cached_property
    def earlier(self) -> tuple[Item, ...]:
        """The items before the one that counts, the latest first."""
        own = [one for one in items_of(self.book, self.proposal.id) if self.item is None or one.id != self.item.id]
        return tuple(reversed([one for one in own if one.frozen is not None]))

    @cached_property
    def providers(self) -> Providers:
        """What providers are called today: frozen facts hold the code of one that may be a person."""
        return Providers(gate.desk().members())

    def person(self, named: str) -> str:
        """A provider's person: frozen facts hold a digest, so that the name can be erased; today's hold the name."""
        if self.item is None or self.item.frozen is None:
            return named
        return self.book.words_of(named)

    @property
    def keeps_papers(self) -> bool:
        """True for whoever keeps the registers."""
        return self.actor.has(Role.MANAGER, Role.SECRETARIAT)

    @property
    def undecided(self) -> bool:
        """True as long as no resolution was taken on the item that counts."""
        return self.item is None or self.item.resolved is None


def open_paper(desk: Desk, actor: Actor, code: str) -> Paper | None:
    """The proposal with this code; None when there is none or it is not open to this person."""
    book = desk.book(actor)
    proposal = next((one for one in desk.proposals(actor) if one.code == code), None)
    if proposal is None or not book.rubric_digest:
        return None
    today = desk.support_facts(actor, proposal.id)
    if today is None:
        return None
    item = last_frozen(book, proposal.id)
    return Paper(actor=actor, book=book, proposal=proposal, today=today, item=item)
