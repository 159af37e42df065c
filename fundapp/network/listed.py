"""Members as a list of them has each: in one row."""

from fundapp.basis.fact import Fact
from fundapp.network.contact import Contact
from fundapp.network.member import Member
from fundapp.network.premises import Site


class Listed(Fact):
    """One member with whom to ask first, its main place, and the processes that it can do."""

    member: Member
    contact: Contact | None
    site: Site | None
    processes: tuple[str, ...]
