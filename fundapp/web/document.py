"""What a download is, and what makes one."""

from collections.abc import Callable, Mapping

from fundapp.basis.fact import Fact, Language, Text
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.desk import Desk


class Document(Fact):
    """A finished document."""

    name: Text
    """File name with its ending."""
    media_type: Text
    content: bytes


Maker = Callable[[Desk, Actor, Mapping[str, str], Language], Document | Refusal]
"""Makes a document for an actor out of the query of the address, or refuses."""
