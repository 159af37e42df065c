"""The names of those who provide, in the language spoken now."""

from collections.abc import Iterable

from fundapp.network.member import Member, MemberClass
from fundapp.network.sourcing import provider_key
from fundapp.text.catalogue import language


class Providers:
    """The companies that can be named. Forms and tables spell one company in many ways, and it must count as one."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._members = tuple(members)
        self._by_spelling = {
            provider_key(spelling): member
            for member in self._members
            for spelling in (member.id, member.code, member.name.en, member.name.ja)
        }

    def canonical(self, named: str) -> str:
        """The one spelling under which the registers keep a company: a member's Japanese name, others as given."""
        member = self._by_spelling.get(provider_key(named))
        return member.name.ja if member else " ".join(named.split())

    def knows(self, named: str) -> bool:
        """True when the name is one of the directory's, however it is spelled."""
        return provider_key(named) in self._by_spelling

    def shown(self, named: str) -> str:
        """The company's name for this reader."""
        member = self._by_spelling.get(provider_key(named))
        return member.name.of(language()) if member else named

    def member(self, named: str) -> Member | None:
        """The member that is named; None for a company that is none."""
        return self._by_spelling.get(provider_key(named))

    def options(self) -> tuple[str, ...]:
        """All members' canonical names, by code."""
        return tuple(dict.fromkeys(member.name.ja for member in self._members))

    def of_class(self, member_class: MemberClass) -> tuple[str, ...]:
        """The canonical names of one class of members, by code."""
        found = (member.name.ja for member in self._members if member.member_class == member_class)
        return tuple(dict.fromkeys(found))
