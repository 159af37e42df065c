"""What inquiries ask of the office now: to send, to widen, to let messages leave, to tell the results. Pure."""

from collections.abc import Iterable
from datetime import datetime

from fundapp.inquiries_seen import InquirySeen
from fundapp.ui.home.tasks import Kind, ToDo

PAGE = "network/sourcing"


def inquiry_tasks(waiting: Iterable[tuple[str, InquirySeen]], now: datetime) -> tuple[ToDo, ...]:
    """One card at most for each inquiry. `waiting` are (code of the proposal, inquiry) of those that are not told."""
    found = []
    for code, seen in waiting:
        kind = _kind(seen, now)
        if kind is not None:
            count = len(seen.noticed("extend" if kind == "inquiry_later" else "remind"))
            details = (("code", code), ("number", seen.inquiry.number), ("n", count))
            found.append(ToDo(kind=kind, page=PAGE, proposal=code, details=details))
    return tuple(found)


def _kind(seen: InquirySeen, now: datetime) -> Kind | None:
    inquiry = seen.inquiry
    if not inquiry.is_sent():
        return "inquiry_send" if seen.agreed and now < inquiry.answer_by else None
    if not seen.sealed:
        return "inquiry_tell"
    if any(not one.left_by for one in seen.recipients):
        return "inquiry_messages"
    if seen.noticed("extend"):
        return "inquiry_later"
    if seen.noticed("remind"):
        return "inquiry_remind"
    widens_at = inquiry.widens_at()
    if inquiry.all_sent_at is None and widens_at is not None and now >= widens_at and seen.open_line_ids:
        return "inquiry_widen"
    return None
