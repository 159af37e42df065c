"""Which members match which parts: the one place where the pages ask for it."""

from fundapp.inquiries_seen import InquirySeen
from fundapp.network.sourcing import provider_key
from fundapp.ui import gate
from fundapp.ui.network.seen import Seen


def matched(seen: Seen, asked: InquirySeen) -> dict[str, tuple[str, ...]]:
    """Member -> the parts that it is known for: those on which it has made an offer before."""
    known = {provider_key(one.name.ja): one.id for one in gate.desk().members()}
    lines = {line.id for line in asked.lines}
    found: dict[str, list[str]] = {}
    for offer in seen.register.offers:
        member_id = offer.member_id or known.get(provider_key(offer.provider), "")
        if member_id and offer.line_id in lines:
            found.setdefault(member_id, []).append(offer.line_id)
    return {member_id: tuple(dict.fromkeys(of)) for member_id, of in found.items()}
