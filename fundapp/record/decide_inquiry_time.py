"""Decisions on an inquiry's time: a later deadline, what the clock does by itself, the messages that come of it."""

from fundapp.basis.refusal import Refusal
from fundapp.record import inquiry_commands as q
from fundapp.record.decide_answer import KEPT, live_inquiry
from fundapp.record.deciding import Case, Decision, Decisions

LONGEST_REASON = 500


def _order(_command: q.OrderByClock, case: Case) -> Decision:
    inquiry = live_inquiry(case)
    return inquiry if isinstance(inquiry, Refusal) else KEPT


def _extend(command: q.ExtendDeadline, case: Case) -> Decision:
    """Only while answers are sealed: whoever has seen one could put the deadline off for another."""
    inquiry = live_inquiry(case)
    if isinstance(inquiry, Refusal):
        return inquiry
    if command.answer_by <= inquiry.answer_by:
        return Refusal.of("deadline_not_later", until_at=inquiry.answer_by.isoformat())
    if not command.reason.strip() or len(command.reason) > LONGEST_REASON:
        return Refusal.of("extension_needs_reason", longest=LONGEST_REASON)
    return KEPT


def _remind(_command: q.MakeReminders, case: Case) -> Decision:
    inquiry = live_inquiry(case)
    if isinstance(inquiry, Refusal):
        return inquiry
    reminds_at = inquiry.reminds_at()
    if reminds_at is None or case.now < reminds_at:
        return Refusal.of("reminders_not_due", number=inquiry.number)
    return KEPT


def _try(command: q.TryNotices, case: Case) -> Decision:
    papers = case.brought.inquiry
    if papers.inquiry is None:
        return Refusal.of("inquiry_unknown")
    standing = {one.id: one for one in papers.notices}
    if not command.notice_ids or any(one not in standing for one in command.notice_ids):
        return Refusal.of("notice_unknown")
    if any(standing[one].left_by or standing[one].is_in_doubt() for one in command.notice_ids):
        return Refusal.of("notice_left_already")
    return KEPT


def _note(command: q.NoteNotices, case: Case) -> Decision:
    papers = case.brought.inquiry
    if papers.inquiry is None:
        return Refusal.of("inquiry_unknown")
    standing = {one.id: one for one in papers.notices}
    if command.by not in ("mail", "hand") or any(one not in standing for one in command.notice_ids):
        return Refusal.of("notice_unknown")
    if any(standing[one].left_by for one in command.notice_ids):
        return Refusal.of("notice_left_already")
    return KEPT


INQUIRY_TIME_DECISIONS: Decisions = {
    q.OrderByClock: _order,
    q.ExtendDeadline: _extend,
    q.MakeReminders: _remind,
    q.TryNotices: _try,
    q.NoteNotices: _note,
}
