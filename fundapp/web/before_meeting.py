"""What members get before a meeting: the invitation for their calendar, and the papers as one file."""

from collections.abc import Mapping

from fundapp.basis.days import day_of
from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.committee.planning import PlannedMeeting
from fundapp.desk import Desk
from fundapp.documents.bundle import Bundle, PaperIn, ProposalIn, bundle_pdf
from fundapp.documents.invitation import invitation_ics
from fundapp.record.minutes_scored import support_shown
from fundapp.text.catalogue import _
from fundapp.text.figures import day
from fundapp.web.document import Document
from fundapp.web.inquiry_letters import BASE

READERS = (Role.VOTING, Role.MANAGER, Role.SECRETARIAT, Role.AUDITOR)


def _planned(desk: Desk, actor: Actor, query: Mapping[str, str]) -> PlannedMeeting | None:
    if not actor.has(*READERS):
        return None
    return next((one for one in desk.planned_meetings() if one.id == query.get("planned", "")), None)


def invitation_copy(desk: Desk, actor: Actor, query: Mapping[str, str], language: Language) -> Document | Refusal:
    """The planned meeting that the query names, for a calendar; every meeting that is to come when it names none."""
    one, terms = _planned(desk, actor, query), desk.book(actor).terms
    every = actor.has(*READERS) and "planned" not in query
    meetings = (one,) if one else desk.meetings_to_come() if every else ()
    if not meetings or terms is None:
        return Refusal.of("document_unknown")
    address = f"{query.get(BASE, '/').rstrip('/')}/meeting"
    content = invitation_ics(meetings, terms.name, address=address, now=desk.now())
    name = f"meeting-{one.number}-{language}.ics" if one else f"meetings-{language}.ics"
    return Document(name=name, media_type="text/calendar; charset=utf-8", content=content)


def bundle_copy(desk: Desk, actor: Actor, query: Mapping[str, str], language: Language) -> Document | Refusal:
    """The papers of the planned meeting that the query names, as far as this reader may see them."""
    planned, book = _planned(desk, actor, query), desk.book(actor)
    if planned is None or book.terms is None:
        return Refusal.of("document_unknown")
    person = desk.people().get(actor.person)
    bundle = Bundle(
        title=_("Papers for meeting no. {number}").format(number=planned.number),
        fund=book.terms.name,
        when_and_where=_("{day}, {begins}, {place}").format(
            day=day(planned.day), begins=planned.begins, place=planned.place
        ),
        reader=person.name.of(language) if person else "",
        items=tuple(_item(desk, actor, number, one) for number, one in enumerate(planned.proposal_ids, start=1)),
    )
    return _printed(bundle, planned.number, desk, language)


def circulated_copy(desk: Desk, actor: Actor, query: Mapping[str, str], language: Language) -> Document | Refusal:
    """The papers of a written resolution as they were frozen, for whoever may see its item."""
    book = desk.book(actor)
    item = book.items.get(query.get("item", ""))
    meeting = book.meetings[item.meeting_id] if item else None
    if not actor.has(*READERS) or item is None or item.frozen is None or meeting is None or book.terms is None:
        return Refusal.of("document_unknown")
    if meeting.circulation is None:
        return Refusal.of("document_unknown")
    proposal, person = item.frozen.proposal, desk.people().get(actor.person)
    papers = tuple(_paper(desk, actor, proposal.id, *paper) for paper in proposal.papers())
    support = support_shown(book.rubric_of(item), item.frozen.support)
    bundle = Bundle(
        title=_("Papers for written resolution no. {number}").format(number=meeting.number),
        fund=book.terms.name,
        when_and_where=_("Answer by {day}").format(day=day(meeting.circulation.answer_by)),
        reader=person.name.of(language) if person else "",
        items=(ProposalIn(number=item.number, proposal=proposal, support=support, papers=papers),),
    )
    return _printed(bundle, meeting.number, desk, language)


def _printed(bundle: Bundle, number: int, desk: Desk, language: Language) -> Document:
    # Of one day, so that the same papers give the same bytes while nothing changes.
    issued_at = desk.now().replace(hour=0, minute=0, second=0)
    return Document(
        name=f"papers-{number}-{day_of(desk.now()).isoformat()}-{language}.pdf",
        media_type="application/pdf",
        content=bundle_pdf(bundle, language=language, issued_at=issued_at),
    )


def _item(desk: Desk, actor: Actor, number: int, proposal_id: str) -> ProposalIn:
    proposal, facts = desk.proposal(actor, proposal_id), desk.support_facts(actor, proposal_id)
    if proposal is None:
        return ProposalIn(number=number)
    return ProposalIn(
        number=number,
        proposal=proposal,
        support=support_shown(desk.book(actor).rubric, facts) if facts else None,
        papers=tuple(_paper(desk, actor, proposal_id, *paper) for paper in proposal.papers()),
    )


def _paper(desk: Desk, actor: Actor, proposal_id: str, title: str, file_sha256: str) -> PaperIn:
    found = desk.document(actor, proposal_id, file_sha256)
    return PaperIn(title=title, file_sha256=file_sha256, content=found[1] if found else b"")
