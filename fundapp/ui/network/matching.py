"""Which members match which parts of an inquiry: the one place where the pages ask for it."""

from fundapp.inquiries_seen import InquirySeen
from fundapp.network.sourcing import provider_key
from fundapp.ui import gate
from fundapp.ui.network.seen import Seen


def matched(seen: Seen, asked: InquirySeen) -> dict[str, tuple[str, ...]]:
    """Member -> the parts that it is able to make as far as is known, or has made an offer on before."""
    lines = {line.id for line in asked.lines}
    found: dict[str, dict[str, None]] = {}
    able = gate.desk().matched(seen.actor, seen.proposal.id)
    for one in able.lines if able else ():
        for match in one.members if one.need.line_id in lines else ():
            found.setdefault(match.member_id, {})[match.line_id] = None
    known = {provider_key(one.name.ja): one.id for one in gate.desk().members()}
    for offer in seen.register.offers:
        member_id = offer.member_id or known.get(provider_key(offer.provider), "")
        if member_id and offer.line_id in lines:
            found.setdefault(member_id, {})[offer.line_id] = None
    return {member_id: tuple(of) for member_id, of in found.items()}
