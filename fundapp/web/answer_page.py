"""A member's page with its form filled in: drawn anew after each press, with everything that was typed."""

from dataclasses import dataclass, field

from starlette.responses import Response

from fundapp.basis.fact import Language
from fundapp.basis.refusal import Problem, Refusal
from fundapp.inquiries_seen import AnswerSheet
from fundapp.network.answer_form import Typed, read_line
from fundapp.network.inquiry import LineAnswer
from fundapp.text.catalogue import _
from fundapp.web import answer_drawing as drawing
from fundapp.web.link_page import link_page
from fundapp.web.markup import Markup, tag
from fundapp.web.plain_page import refusal_box
from fundapp.web.process import desk


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the form: fields by line, the name, the nonce, and what is to be said above it."""

    typed: dict[str, Typed]
    person: str
    nonce: str
    problems: tuple[Problem, ...] = ()
    said: tuple[Markup, ...] = field(default=())


def address_of(token: str) -> str:
    """Where a member's link leads."""
    return f"/answer/{token}"


def answer_page(
    sheet: AnswerSheet, token: str, language: Language, filled: Filled, *, received: bool = False, status: int = 200
) -> Response:
    """The whole page as it stands now."""
    address = address_of(token)
    # What was just said stands first; the receipt of an earlier answer beside it would say the opposite.
    parts: list[Markup] = [*filled.said, *_faulty(sheet, filled.problems), drawing.top(sheet, desk().now())]
    if (sheet.answers or sheet.sheets) and not filled.said:
        parts.insert(0 if received else 1, drawing.receipt(sheet))
    if sheet.standing == "open":
        parts.append(
            drawing.form(
                sheet,
                filled.typed,
                person=filled.person,
                nonce=filled.nonce,
                problems=filled.problems,
                address=address,
            )
        )
    else:
        if sheet.standing == "old_revision":
            parts.append(refusal_box(Refusal.of("inquiry_of_old_revision", revision=sheet.inquiry.bill_revision)))
        parts.append(drawing.what_became(sheet))
    title = drawing.title_of(sheet)
    return link_page(title, *parts, language=language, address=address, house=_("Inquiry to members"), status=status)


def _faulty(sheet: AnswerSheet, problems: tuple[Problem, ...]) -> tuple[Markup, ...]:
    """A way to each part that is to be corrected: the form may be many screens long."""
    names = {line.id: line.description or line.part_number for line in sheet.lines()}
    links = [
        tag("li", tag("a", names[line_id], href=f"#part-{sheet.inquiry.line_ids.index(line_id)}", class_="file"))
        for line_id in dict.fromkeys(one.place for one in problems)
        if line_id in names
    ]
    return (tag("nav", tag("ul", *links, class_="files"), aria_label=_("To be corrected")),) if links else ()


def read_typed(typed: dict[str, Typed]) -> tuple[list[LineAnswer], list[Problem]]:
    """The answers in what was typed, and what could not be read."""
    answers: list[LineAnswer] = []
    problems: list[Problem] = []
    for line_id, cells in typed.items():
        read = read_line(line_id, cells)
        if isinstance(read, LineAnswer):
            answers.append(read)
        elif read:
            problems += read
    return answers, problems


def again(
    sheet: AnswerSheet,
    token: str,
    language: Language,
    filled: Filled,
    refusal: Refusal,
    problems: list[Problem] | None = None,
) -> Response:
    """The form with everything that was typed, and what is to be corrected. Nothing was taken."""
    said = (*filled.said, refusal_box(refusal))
    # The nonce was not spent: the same form may be sent again.
    again = Filled(filled.typed, filled.person, filled.nonce, tuple(problems or ()), said)
    if refusal.code in ("form_not_valid", "form_taken"):
        again = Filled(filled.typed, filled.person, desk().form_nonce(token), again.problems, said)
    return answer_page(sheet, token, language, again, status=422)


def fresh(token: str, sheet: AnswerSheet) -> AnswerSheet:
    """The sheet as it is now: the deadline may have come while the form was filled in."""
    now = desk().answer_sheet(token)
    return sheet if isinstance(now, Refusal) else now
