"""The settings of a sign-in by provider: a TOML file that the environment names, read at each sign-in."""

import os
import tomllib
from pathlib import Path

from pydantic import ValidationError

from fundapp.access.provider import Provider
from fundapp.basis.refusal import Refusal

VARIABLE = "FUNDAPP_PROVIDER"


def provider() -> Provider | Refusal | None:
    """How to sign in by provider; None when none is set. Refusals: provider_settings."""
    named = os.environ.get(VARIABLE)
    if not named:
        return None
    try:
        return Provider.model_validate(tomllib.loads(Path(named).expanduser().read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError):
        # What is wrong stands in no answer: the file holds a secret.
        return Refusal.of("provider_settings")
