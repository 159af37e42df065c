"""A member's answer to an inquiry: shown, read, sent once. Opening the link changes nothing."""

from dataclasses import dataclass, field
from urllib.parse import quote

from anyio import to_thread
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from fundapp.basis.fact import Language
from fundapp.basis.refusal import Problem, Refusal
from fundapp.documents.answer_sheet import answer_sheet_xlsx
from fundapp.inquiries_seen import AnswerSheet
from fundapp.intake.table import read_table
from fundapp.network.answer_form import FIELDS, Typed, read_line
from fundapp.network.answer_table import read_answers
from fundapp.network.inquiry import InquiryFile, LineAnswer
from fundapp.record import inquiry_commands as q
from fundapp.record.decide_answer import MOST_FILES
from fundapp.text.catalogue import _, use
from fundapp.text.refusal_text import problem_text
from fundapp.web import answer_drawing as drawing
from fundapp.web.bounded_form import MEGABYTE, bounded_form
from fundapp.web.form_fields import sent
from fundapp.web.languages import chosen, language_for, remember
from fundapp.web.link_page import link_page, not_opened, refused_page, too_fast
from fundapp.web.markup import Markup, tag
from fundapp.web.pace import Pace
from fundapp.web.plain_page import refusal_box
from fundapp.web.process import desk
from fundapp.web.session_cookie import from_our_own_page, is_secure

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LARGEST_FILE_MB = 10
MOST_BYTES = (LARGEST_FILE_MB + 2) * MEGABYTE
MOST_FIELDS = 10_000 * len(FIELDS)
"""A bill has ten thousand lines at most."""
LONGEST_FIELD = 2100
UPLOADS = Pace(20, 600)
"""Files of one member, which cost more than words."""


@dataclass(frozen=True, slots=True)
class _Filled:
    """What stands in the form: fields by line, the name, the nonce, and what is to be said above it."""

    typed: dict[str, Typed]
    person: str
    nonce: str
    problems: tuple[Problem, ...] = ()
    said: tuple[Markup, ...] = field(default=())


def address_of(token: str) -> str:
    """Where a member's link leads."""
    return f"/answer/{token}"


async def show_answer(request: Request) -> Response:
    """The member's page; the same however often it is opened."""
    token, language = request.path_params["token"], language_for(request)
    refused = too_fast(token)
    if refused is not None:
        return await to_thread.run_sync(refused_page, refused, language, address_of(token))
    received = "received" in request.query_params
    answer = await to_thread.run_sync(_show, request, token, language, received)
    if asked := chosen(request.query_params):
        remember(answer, asked, secure=is_secure(request))
    return answer


def _show(request: Request, token: str, language: Language, received: bool) -> Response:
    use(language)
    sheet = desk().answer_sheet(token)
    if isinstance(sheet, Refusal):
        return not_opened(request, sheet, language, address_of(token))
    person = next((offer.person for offer in sheet.answers if offer.person), "")
    if not person and sheet.contact is not None:
        person = sheet.contact.name
    filled = _Filled(drawing.standing_typed(sheet), person, desk().form_nonce(token))
    return _page(sheet, token, language, filled, received=received)


def _page(
    sheet: AnswerSheet, token: str, language: Language, filled: _Filled, *, received: bool = False, status: int = 200
) -> Response:
    address = address_of(token)
    parts: list[Markup] = [drawing.top(sheet, desk().now()), *filled.said]
    if sheet.answers or sheet.sheets:
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
    title = _("Can you make these parts?")
    return link_page(title, *parts, language=language, address=address, house=_("Inquiry to members"), status=status)


async def send_answer(request: Request) -> Response:
    """Take what was sent: answers, the NDA, or a file. What is refused comes back with everything that was typed."""
    token, language = request.path_params["token"], language_for(request)
    if not from_our_own_page(request):
        return PlainTextResponse("This form was not sent from our page.", 403)
    refused = too_fast(token)
    if refused is not None:
        return await to_thread.run_sync(refused_page, refused, language, address_of(token))
    # Nothing is taken in for a link that opens nothing.
    closed = await to_thread.run_sync(_closed, request, token, language)
    if closed is not None:
        return closed
    form = await bounded_form(request, most_bytes=MOST_BYTES, most_fields=MOST_FIELDS)
    if form is None:
        refused = Refusal.of("upload_too_large", limit_mb=LARGEST_FILE_MB)
        return await to_thread.run_sync(refused_page, refused, language, address_of(token))
    file = form.get("file")
    content = await file.read() if isinstance(file, UploadFile) and file.filename else b""
    # What is read is closed at once: it may lie in a file of the system.
    await form.close()
    return await to_thread.run_sync(_take, request, token, language, form, content)


def _closed(request: Request, token: str, language: Language) -> Response | None:
    sheet = desk().answer_sheet(token)
    return not_opened(request, sheet, language, address_of(token)) if isinstance(sheet, Refusal) else None


def _take(request: Request, token: str, language: Language, form: FormData, content: bytes) -> Response:
    use(language)
    sheet = desk().answer_sheet(token)
    if isinstance(sheet, Refusal):
        return not_opened(request, sheet, language, address_of(token))
    filled = _Filled(_typed(form, sheet), sent(form, "person", 100).strip(), sent(form, "nonce", 1000))
    if sheet.standing == "over":
        # Said before anything else: a form that was open for days is also too old.
        ended = sheet.inquiry.opens_at().isoformat()
        refusal = Refusal.of("inquiry_over", number=sheet.inquiry.number, ended_at=ended)
        return _again(sheet, token, language, filled, refusal)
    match sent(form, "do"):
        case "nda":
            return _accept_nda(sheet, token, language, filled)
        case "file":
            name = getattr(form.get("file"), "filename", "") or ""
            return _take_file(sheet, token, language, filled, name, content)
        case _:
            return _answer(sheet, token, language, filled)


def _typed(form: FormData, sheet: AnswerSheet) -> dict[str, Typed]:
    """What was typed, by line; lines that were left alone are not in it."""
    typed: dict[str, Typed] = {}
    for index, line_id in enumerate(sheet.inquiry.line_ids):
        cells = {name: sent(form, drawing.field_name(index, name), LONGEST_FIELD) for name in FIELDS}
        if any(cells.values()):
            typed[line_id] = cells
    return typed


def _read(typed: dict[str, Typed]) -> tuple[list[LineAnswer], list[Problem]]:
    answers: list[LineAnswer] = []
    problems: list[Problem] = []
    for line_id, cells in typed.items():
        read = read_line(line_id, cells)
        if isinstance(read, LineAnswer):
            answers.append(read)
        elif read:
            problems += read
    return answers, problems


def _again(
    sheet: AnswerSheet,
    token: str,
    language: Language,
    filled: _Filled,
    refusal: Refusal,
    problems: list[Problem] | None = None,
) -> Response:
    """The form with everything that was typed, and what is to be corrected. Nothing was taken."""
    said = (*filled.said, refusal_box(refusal))
    # The nonce was not spent: the same form may be sent again.
    again = _Filled(filled.typed, filled.person, filled.nonce, tuple(problems or ()), said)
    if refusal.code in ("form_not_valid", "form_taken"):
        again = _Filled(filled.typed, filled.person, desk().form_nonce(token), again.problems, said)
    return _page(sheet, token, language, again, status=422)


def _answer(sheet: AnswerSheet, token: str, language: Language, filled: _Filled) -> Response:
    answers, problems = _read(filled.typed)
    if problems:
        return _again(sheet, token, language, filled, Refusal.of("answers_unclear"), problems)
    if any(one.unit_price_yen is not None for one in answers) and not filled.person:
        return _again(sheet, token, language, filled, Refusal.of("answer_needs_person"))
    command = q.AnswerInquiry(
        inquiry_id=sheet.inquiry.id, member_id=sheet.member.id, answers=tuple(answers), person=filled.person
    )
    done = desk().submit_by_link(token, "offer", filled.nonce, command)
    if isinstance(done, Refusal):
        return _again(_fresh(token, sheet), token, language, filled, done)
    return RedirectResponse(f"{address_of(token)}?received", 303)


def _fresh(token: str, sheet: AnswerSheet) -> AnswerSheet:
    """The sheet as it is now: the deadline may have come while the form was filled in."""
    now = desk().answer_sheet(token)
    return sheet if isinstance(now, Refusal) else now


def _accept_nda(sheet: AnswerSheet, token: str, language: Language, filled: _Filled) -> Response:
    command = q.AcceptNda(inquiry_id=sheet.inquiry.id, member_id=sheet.member.id, person=filled.person)
    done = desk().submit_by_link(token, "offer", filled.nonce, command)
    if isinstance(done, Refusal):
        return _again(_fresh(token, sheet), token, language, filled, done)
    told = tag("div", tag("strong", _("Confidentiality is accepted. Thank you.")), class_="received", role="status")
    go_on = _Filled(filled.typed, filled.person, desk().form_nonce(token), said=(told,))
    return _page(_fresh(token, sheet), token, language, go_on)


def kind_of(name: str, content: bytes) -> str:
    """The media type of a file by its first bytes, not by what it calls itself; empty for what is not taken."""
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content.startswith(b"%PDF-"):
        return "application/pdf"
    return XLSX if content.startswith(b"PK\x03\x04") and name.lower().endswith(".xlsx") else ""


def _take_file(
    sheet: AnswerSheet, token: str, language: Language, filled: _Filled, name: str, content: bytes
) -> Response:
    shown = "".join(letter for letter in name.replace("\\", "/").rpartition("/")[2] if letter.isprintable())[:100]
    kind = kind_of(name, content)
    if len(content) > LARGEST_FILE_MB * MEGABYTE:
        refusal = Refusal.of("upload_too_large", limit_mb=LARGEST_FILE_MB)
        return _again(sheet, token, language, filled, refusal)
    if not kind:
        return _again(sheet, token, language, filled, Refusal.of("file_kind_unfit", name=shown))
    if len(sheet.sheets) >= MOST_FILES:
        return _again(sheet, token, language, filled, Refusal.of("files_too_many", limit=MOST_FILES))
    if not UPLOADS.allows(sheet.member.id):
        # A file is on the disk before its entry, so the pace is what bounds the disk.
        return _again(sheet, token, language, filled, Refusal.of("too_many_requests"))
    if kind == XLSX:
        return _fill_in(sheet, token, language, filled, shown, content)
    now = desk().now()
    file = InquiryFile(
        id=desk().new_id(),
        proposal_id=sheet.inquiry.proposal_id,
        inquiry_id=sheet.inquiry.id,
        member_id=sheet.member.id,
        file_name=shown,
        media_type=kind,
        size_bytes=len(content),
        file_sha256=desk().files.put(content),
        at=now,
    )
    command = q.HandInSheet(inquiry_id=sheet.inquiry.id, member_id=sheet.member.id, file=file)
    done = desk().submit_by_link(token, "offer", filled.nonce, command)
    if isinstance(done, Refusal):
        return _again(_fresh(token, sheet), token, language, filled, done)
    return RedirectResponse(f"{address_of(token)}?received", 303)


def _fill_in(
    sheet: AnswerSheet, token: str, language: Language, filled: _Filled, name: str, content: bytes
) -> Response:
    """The filled-in table goes into the form, to be looked through and sent; by itself it records nothing."""
    grid = read_table(name, content)
    if isinstance(grid, Refusal):
        return _again(sheet, token, language, filled, grid)
    table = read_answers(grid, sheet.lines())
    if isinstance(table, Problem):
        return _again(sheet, token, language, filled, Refusal.of("file_unreadable", name=name))
    typed = {**filled.typed, **table.by_line()}
    _answers, problems = _read(typed)
    lines = [tag("li", problem_text(problem)) for _row, problem in table.rejected]
    told = tag(
        "div",
        tag("strong", _("Your table is filled in below. Look it through, then send the answer.")),
        *((tag("ul", *lines),) if lines else ()),
        class_="received",
        role="status",
    )
    go_on = _Filled(typed, filled.person, filled.nonce, tuple(problems), (told,))
    return _page(sheet, token, language, go_on)


async def answer_table(request: Request) -> Response:
    """The lines as an Excel table, with what this member has answered so far."""
    return await to_thread.run_sync(_table, request, request.path_params["token"], language_for(request))


def _table(request: Request, token: str, language: Language) -> Response:
    use(language)
    refused = too_fast(token)
    sheet = refused or desk().answer_sheet(token)
    if isinstance(sheet, Refusal):
        return not_opened(request, sheet, language, address_of(token))
    content = answer_sheet_xlsx(sheet.lines(), sheet.inquiry.lot, drawing.standing_typed(sheet))
    return _attached(content, XLSX, _("inquiry-{number}.xlsx").format(number=sheet.inquiry.number))


async def linked_file(request: Request) -> Response:
    """A drawing, once confidentiality is accepted, or one of the member's own sheets."""
    return await to_thread.run_sync(
        _file, request, request.path_params["token"], request.path_params["file_id"], language_for(request)
    )


def _file(request: Request, token: str, file_id: str, language: Language) -> Response:
    refused = too_fast(token)
    found = refused or desk().linked_file(token, file_id)
    if isinstance(found, Refusal):
        return not_opened(request, found, language, address_of(token))
    file, content = found
    return _attached(content, file.media_type, file.file_name)


def _attached(content: bytes, media_type: str, name: str) -> Response:
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}", "cache-control": "no-store"}
    return Response(content, media_type=media_type, headers=headers)
