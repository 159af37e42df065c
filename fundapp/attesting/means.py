"""What an installation signs and has stamped with: named by its environment, none of it needed.

FUNDAPP_SIGNING_KEY names the file of the fund's private key, FUNDAPP_TSA the address of a timestamping authority and
FUNDAPP_TSA_CERTIFICATE a file with the certificate that its tokens must go back to.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from fundapp.basis.fact import Fact, Text

KEY_VARIABLE, AUTHORITY_VARIABLE = "FUNDAPP_SIGNING_KEY", "FUNDAPP_TSA"
CERTIFICATE_VARIABLE = "FUNDAPP_TSA_CERTIFICATE"


class Means(Fact):
    """The key's file, the authority's address, the certificate that its tokens go back to; None where none is named."""

    key: Path | None = None
    authority: Text | None = None
    certificate: Path | None = None

    def any(self) -> bool:
        """True when something can be done."""
        return self.key is not None or self.authority is not None


def means(environment: Mapping[str, str] = os.environ) -> Means:
    """What the environment names."""
    key, authority, certificate = (
        environment.get(name, "").strip() for name in (KEY_VARIABLE, AUTHORITY_VARIABLE, CERTIFICATE_VARIABLE)
    )
    return Means(
        key=Path(key).expanduser() if key else None,
        authority=authority or None,
        certificate=Path(certificate).expanduser() if certificate else None,
    )
