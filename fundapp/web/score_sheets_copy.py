"""Score sheets to print: all of an item for the secretariat, one's own for a member."""

from collections.abc import Mapping

from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.basis.roles import Actor, Role
from fundapp.desk import Desk
from fundapp.documents.score_sheet_pdf import score_sheets_pdf
from fundapp.record.roll import voters
from fundapp.web.document import Document


def score_sheets_copy(desk: Desk, actor: Actor, query: Mapping[str, str], language: Language) -> Document | Refusal:
    """The sheets of the item that the query names; `seat` asks for one of them alone."""
    book = desk.book(actor)
    item = book.items.get(query.get("item", ""))
    if item is None or item.hidden or item.frozen is None:
        return Refusal.of("document_unknown")
    wanted = query.get("seat", "")
    seats = tuple(
        entry
        for entry in voters(book, item)
        if wanted in ("", entry.seat_id) and (actor.has(Role.SECRETARIAT) or entry.person == actor.person)
    )
    if not seats:
        return Refusal.of("document_unknown")
    people = desk.people()
    names = {entry.person: people[entry.person].name.of(language) for entry in seats if entry.person in people}
    content = score_sheets_pdf(book, item, seats, names, language=language, issued_at=desk.now())
    name = "-".join(filter(None, ("score-sheet", item.proposal_code, wanted, language)))
    return Document(name=f"{name}.pdf", media_type="application/pdf", content=content)
