"""The desk's part about the directory: finding members, one member whole, partners, fees, probable duplicates."""

from collections.abc import Sequence

from fundapp.basis.fact import Bilingual
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.network.capability import Capability
from fundapp.network.duplicates import Likeness, likenesses
from fundapp.network.listed import Listed
from fundapp.network.member import Member
from fundapp.network.membership import Fee, FeeRule, fee
from fundapp.network.premises import Equipment
from fundapp.network.process import ProcessTree
from fundapp.receipt import FUND
from fundapp.record.sight import reads_papers
from fundapp.store import directory, registers
from fundapp.store.capabilities import capabilities
from fundapp.store.connection import StoreRefusal
from fundapp.store.database import Database
from fundapp.store.directory import MemberFile, PartnerRows
from fundapp.store.erasure import Erased
from fundapp.store.files import Files
from fundapp.store.history import Stamp, changes_of
from fundapp.store.member_erasure import erase_member
from fundapp.store.member_search import Found, search_members
from fundapp.store.tables import CAPABILITIES, CONTACTS, EQUIPMENT, MEMBERS
from fundapp.text.bilingual import both
from fundapp.text.catalogue import N_
from fundapp.uncollected import uncollected

ERASERS = (Role.MANAGER, Role.SECRETARIAT, Role.ADMINISTRATOR)
"""Who erases a member's person: those who keep the directory, and whoever keeps the data folder."""
NO_PARTNERS = PartnerRows(**dict.fromkeys(PartnerRows.model_fields, ()))
NOTHING = Found(members=(), processes=(), count=0, after=None)


def _anonymous(member: Member) -> Bilingual:
    """What a member is called whose person was erased."""
    named = both(N_("Anonymous provider {code}"))
    return Bilingual(ja=named.ja.format(code=member.code), en=named.en.format(code=member.code))


class DirectoryDesk:
    """The directory. `Desk` has these methods; it brings the database, the files and the clock."""

    database: Database
    files: Files

    def _at(self) -> str:
        raise NotImplementedError

    def _word_key(self) -> bytes:
        raise NotImplementedError

    def _swept(self) -> bool:
        raise NotImplementedError

    def find_members(
        self,
        actor: Actor,
        query: str,
        tree: ProcessTree,
        *,
        classes: Sequence[str] = (),
        process: str = "",
        after: str = "",
    ) -> Found:
        """A page of the members that fit, for who reads papers."""
        if not reads_papers(actor):
            return NOTHING
        with self.database.read() as connection:
            return search_members(connection, FUND, query, tree, classes=classes, process=process, after=after)

    def member_file(self, actor: Actor, member_id: str) -> MemberFile | None:
        """Everything about one member; None when it is not there, or for who reads no papers."""
        if not reads_papers(actor):
            return None
        with self.database.read() as connection:
            return directory.member_file(connection, FUND, member_id)

    def listed_members(self, actor: Actor) -> tuple[Listed, ...]:
        """All members as a list to take away, for who reads papers."""
        if not reads_papers(actor):
            return ()
        with self.database.read() as connection, uncollected():
            return directory.listed(connection, FUND)

    def partner_rows(self, actor: Actor) -> PartnerRows:
        """Terms and records of all partners, for who reads papers."""
        if not reads_papers(actor):
            return NO_PARTNERS
        with self.database.read() as connection:
            return directory.partner_rows(connection, FUND)

    def capabilities_of_members(self, actor: Actor) -> tuple[Capability, ...]:
        """What each member can do, by member and process, for who reads papers."""
        if not reads_papers(actor):
            return ()
        with self.database.read() as connection:
            return capabilities(connection, FUND)

    def equipment_of_members(self, actor: Actor) -> tuple[Equipment, ...]:
        """The members' machines, for who reads papers."""
        if not reads_papers(actor):
            return ()
        with self.database.read() as connection:
            return EQUIPMENT.facts(connection, FUND)

    def processes_of_members(self, actor: Actor) -> dict[str, frozenset[str]]:
        """Which processes each member can do, by the member's id, for who reads papers."""
        if not reads_papers(actor):
            return {}
        with self.database.read() as connection:
            found = capabilities(connection, FUND)
        by_member: dict[str, set[str]] = {}
        for one in found:
            by_member.setdefault(one.member_id, set()).add(one.process)
        return {member_id: frozenset(processes) for member_id, processes in by_member.items()}

    def directory_changes(self, actor: Actor) -> int:
        """How often members and what they can do were changed, for who reads papers."""
        if not reads_papers(actor):
            return 0
        with self.database.read() as connection:
            return changes_of(connection, FUND, MEMBERS.name, CAPABILITIES.name)

    def probable_duplicates(self, actor: Actor) -> tuple[Likeness, ...]:
        """Pairs of members that may be one, for who reads papers."""
        if not reads_papers(actor):
            return ()
        with self.database.read() as connection:
            members, contacts = registers.members(connection, FUND), CONTACTS.facts(connection, FUND)
        return likenesses(members, contacts)

    def fees(self, actor: Actor, year: int, rules: Sequence[FeeRule]) -> tuple[Fee, ...]:
        """Every company's fee of a year, for who reads papers."""
        if not reads_papers(actor):
            return ()
        with self.database.read() as connection:
            members = registers.members(connection, FUND)
            changes = directory.capital_changes(connection, FUND)
            payments = directory.fee_payments(connection, FUND, year)
        # Grouped once: with every change and payment asked for each member it would grow with their product.
        changed = {one.member_id for one in changes}
        paid = {one.member_id for one in payments}
        return tuple(
            fee(
                member,
                year,
                rules,
                changes if member.id in changed else (),
                payments if member.id in paid else (),
            )
            for member in members
            if member.member_class == "company"
        )

    def is_erased(self, member: Member) -> bool:
        """True for a member whose person was erased: nothing is left of it but its code."""
        return member.name == _anonymous(member)

    def erase_member(self, member_id: str, by: Actor) -> Erased | Refusal:
        """Erase the person that a member is. Its offers stay and count as those of an anonymous provider.

        For the office, and for whoever keeps the data folder.
        """
        if not by.has(*ERASERS):
            return Refusal.of("not_permitted")
        try:
            with self.database.write() as connection:
                member = next(iter(MEMBERS.facts(connection, FUND, id=member_id)), None)
                if member is None:
                    return Refusal.of("row_missing")
                anonymous = _anonymous(member)
                stamp = Stamp(fund=FUND, actor=by.person, at=self._at())
                erased = erase_member(connection, stamp, member, anonymous, key=self._word_key(), files=self.files)
            for sha256 in erased.files:
                self.files.remove(sha256)
        except StoreRefusal as stopped:
            return stopped.refusal
        return erased.model_copy(update={"swept": self._swept()})
