"""The messages of an inquiry as they stand to be sent: with each addressee's own link, for the office alone."""

from collections.abc import Mapping

from fundapp.basis.fact import Bilingual, Language
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor
from fundapp.committee.proposal import Proposal
from fundapp.desk import Desk
from fundapp.documents.inquiry_message import Kind, Letter, eml_files
from fundapp.documents.inquiry_sheet import PrintedLetter, inquiry_sheets_pdf
from fundapp.inquiries_seen import InquirySeen
from fundapp.mailing import mail_server, public_address
from fundapp.network.inquiry import Recipient
from fundapp.text.catalogue import _
from fundapp.web.document import Document

BASE = "base"
"""The query's entry for the address by which the server was reached; the download puts it there itself."""
KINDS: dict[str, Kind] = {"ask": "ask", "remind": "remind", "extend": "extend", "result": "result", "agree": "agree"}
UNNAMED_SENDER = "fundapp@localhost"


def asked_about(desk: Desk, actor: Actor, inquiry_id: str) -> tuple[Proposal, InquirySeen] | None:
    """The inquiry with its proposal, when the file is open to this actor."""
    for proposal in desk.proposals(actor):
        for seen in desk.inquiries(actor, proposal.id) or ():
            if seen.inquiry.id == inquiry_id:
                return proposal, seen
    return None


def letters(
    desk: Desk, actor: Actor, proposal: Proposal, seen: InquirySeen, kind: Kind, base: str
) -> dict[str, PrintedLetter]:
    """The messages of one kind that are due now, by member; the president's stands under the empty id."""
    if kind == "agree":
        return _to_the_president(desk, actor, proposal, seen, base)
    tokens = desk.link_tokens(actor, seen.inquiry.id)
    members = {one.id: one for one in desk.members()}
    contact_of = {one.member_id: one for one in reversed(desk.contacts(actor))}
    made: dict[str, PrintedLetter] = {}
    for one in _due(seen, kind):
        member, token, contact = members.get(one.member_id), tokens.get(one.member_id), contact_of.get(one.member_id)
        if member is None or token is None:
            continue
        letter = Letter(
            kind=kind,
            to=member.name,
            person=contact.name if contact else "",
            email=contact.email if contact else "",
            proposal=proposal.name,
            company=proposal.company.name,
            text=seen.inquiry.text,
            answer_by=seen.inquiry.answer_by,
            put_off_from=seen.extensions[-1].put_off_from if seen.extensions else None,
            address=f"{base}/answer/{token}",
        )
        mine = frozenset(one.line_ids)
        lines = tuple(line for line in seen.lines if not mine or line.id in mine)
        made[member.id] = PrintedLetter(letter=letter, lot=seen.inquiry.lot, lines=() if kind == "result" else lines)
    return made


def _due(seen: InquirySeen, kind: Kind) -> tuple[Recipient, ...]:
    match kind:
        case "ask":
            return tuple(one for one in seen.recipients if not one.left_by)
        case "remind":
            made = seen.noticed("remind")
            return tuple(one for one in seen.waiting() if not made or one.member_id in made)
        case "extend":
            return tuple(one for one in seen.recipients if one.member_id in seen.noticed("extend"))
        case _:
            return tuple(one for one in seen.recipients if one.member_id in seen.answered)


def _to_the_president(
    desk: Desk, actor: Actor, proposal: Proposal, seen: InquirySeen, base: str
) -> dict[str, PrintedLetter]:
    standing = [one for one in desk.issued(actor, proposal.id) if one.purpose == "agreement" and one.revoked_at is None]
    if not standing:
        return {}
    letter = Letter(
        kind="agree",
        to=proposal.company.name,
        person=proposal.company.president,
        email="",
        proposal=proposal.name,
        company=proposal.company.name,
        text=Bilingual(ja="", en=""),
        answer_by=seen.inquiry.answer_by,
        address=f"{base}/agree/{desk.token(standing[-1])}",
    )
    return {"": PrintedLetter(letter=letter, lot=seen.inquiry.lot, lines=())}


def _printed(
    desk: Desk, actor: Actor, query: Mapping[str, str]
) -> tuple[InquirySeen, tuple[PrintedLetter, ...]] | None:
    kind, found = KINDS.get(query.get("message", "")), asked_about(desk, actor, query.get("inquiry", ""))
    if kind is None or found is None:
        return None
    made = letters(desk, actor, *found, kind, public_address(query.get(BASE, "")))
    return (found[1], tuple(made.values())) if made else None


def inquiry_messages(desk: Desk, actor: Actor, query: Mapping[str, str], _language: Language) -> Document | Refusal:
    """The messages as .eml files in a ZIP."""
    found = _printed(desk, actor, query)
    if found is None:
        return Refusal.of("document_unknown")
    server = mail_server()
    content = eml_files(
        (one.letter for one in found[1]), sender=server.sender if server else UNNAMED_SENDER, at=desk.now()
    )
    name = _("inquiry-{number}-messages.zip").format(number=found[0].inquiry.number)
    return Document(name=name, media_type="application/zip", content=content)


def inquiry_sheets(desk: Desk, actor: Actor, query: Mapping[str, str], language: Language) -> Document | Refusal:
    """The messages as sheets to print, each with its link as a picture and a form for the fax."""
    found = _printed(desk, actor, query)
    if found is None:
        return Refusal.of("document_unknown")
    content = inquiry_sheets_pdf(found[1], language=language, issued_at=desk.now())
    name = _("inquiry-{number}-sheets.pdf").format(number=found[0].inquiry.number)
    return Document(name=name, media_type="application/pdf", content=content)


def handed_in_sheet(desk: Desk, actor: Actor, query: Mapping[str, str], _language: Language) -> Document | Refusal:
    """A member's own sheet, once the answers are open."""
    found = asked_about(desk, actor, query.get("inquiry", ""))
    sheets = found[1].sheets if found else ()
    file = next((one for one in sheets if one.id == query.get("file", "")), None)
    if file is None:
        return Refusal.of("document_unknown")
    return Document(name=file.file_name, media_type=file.media_type, content=desk.files.read(file.file_sha256))
