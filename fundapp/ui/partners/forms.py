"""How each form about a partner begins."""

from collections.abc import Mapping
from typing import Any

from fundapp.ui import components, drafting
from fundapp.ui.network.fields import Fields
from fundapp.ui.partners.seen import Seen


def begun(seen: Seen, form: str, start: Mapping[str, Any], *, title: str, subtitle: str = "") -> Fields | None:
    """The title, and the form with what was typed so far, else `start`. None when the typing cannot be kept."""
    components.page_title(title, subtitle)
    typing = drafting.begin(seen.actor, f"partners/{form}")
    return None if typing is None else Fields(typing, dict(start))
