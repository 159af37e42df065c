"""What is signed and stamped: which entry of which record, and its hash. A dozen words that anybody can write down."""

import json

from fundapp.basis.canonical import canonical_json
from fundapp.committee.minutes_after import Link

SCHEMA = "fundapp/attestation/1"


def statement(link: Link) -> bytes:
    """The canonical JSON of fund, place and hash of an entry. The hash vouches for every entry before it."""
    fund = json.loads(link.record)["fund"]
    return canonical_json({"schema": SCHEMA, "fund": fund, "seq": link.seq, "hash": link.hash})
