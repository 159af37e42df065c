"""A member's answer to an inquiry: shown, read, sent once. Opening the link changes nothing."""

from anyio import to_thread
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.inquiries_seen import AnswerSheet
from fundapp.network.answer_form import FIELDS, Typed
from fundapp.record import inquiry_commands as q
from fundapp.text.catalogue import _, use
from fundapp.web import answer_drawing as drawing
from fundapp.web.answer_files import LARGEST_FILE_MB, take_file
from fundapp.web.answer_page import Filled, address_of, again, answer_page, fresh, read_typed
from fundapp.web.answer_part import field_name
from fundapp.web.bounded_form import MEGABYTE
from fundapp.web.form_fields import sent
from fundapp.web.languages import chosen, language_for, remember
from fundapp.web.link_form import link_form
from fundapp.web.link_page import not_opened, refused_page, too_fast
from fundapp.web.markup import tag
from fundapp.web.process import desk
from fundapp.web.session_cookie import is_secure

MOST_BYTES = (LARGEST_FILE_MB + 2) * MEGABYTE
MOST_FIELDS = 10_000 * len(FIELDS)
"""A bill has ten thousand lines at most."""
LONGEST_FIELD = 2100


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
    filled = Filled(drawing.standing_typed(sheet), person, desk().form_nonce(token))
    return answer_page(sheet, token, language, filled, received=received)


async def send_answer(request: Request) -> Response:
    """Take what was sent: answers, the NDA, or a file. What is refused comes back with everything that was typed."""
    token, language = request.path_params["token"], language_for(request)
    form = await link_form(
        request,
        language,
        address_of(token),
        desk().answer_sheet,
        most_bytes=MOST_BYTES,
        most_fields=MOST_FIELDS,
        most_files=1,
        told_mb=LARGEST_FILE_MB,
    )
    if isinstance(form, Response):
        return form
    file = form.get("file")
    content = await file.read() if isinstance(file, UploadFile) and file.filename else b""
    # What is read is closed at once: it may lie in a file of the system.
    await form.close()
    return await to_thread.run_sync(_take, request, token, language, form, content)


def _take(request: Request, token: str, language: Language, form: FormData, content: bytes) -> Response:
    use(language)
    sheet = desk().answer_sheet(token)
    if isinstance(sheet, Refusal):
        return not_opened(request, sheet, language, address_of(token))
    filled = Filled(_typed(form, sheet), sent(form, "person", 100).strip(), sent(form, "nonce", 1000))
    if sheet.standing == "over":
        # Said before anything else: a form that was open for days is also too old.
        ended = sheet.inquiry.opens_at().isoformat()
        refusal = Refusal.of("inquiry_over", number=sheet.inquiry.number, ended_at=ended)
        return again(sheet, token, language, filled, refusal)
    match sent(form, "do"):
        case "nda":
            return _accept_nda(sheet, token, language, filled)
        case "file":
            name = getattr(form.get("file"), "filename", "") or ""
            return take_file(sheet, token, language, filled, name, content)
        case _:
            return _answer(sheet, token, language, filled)


def _typed(form: FormData, sheet: AnswerSheet) -> dict[str, Typed]:
    """What was typed, by line; lines that were left alone are not in it."""
    typed: dict[str, Typed] = {}
    for index, line_id in enumerate(sheet.inquiry.line_ids):
        cells = {name: sent(form, field_name(index, name), LONGEST_FIELD) for name in FIELDS}
        if any(cells.values()):
            typed[line_id] = cells
    return typed


def _answer(sheet: AnswerSheet, token: str, language: Language, filled: Filled) -> Response:
    answers, problems = read_typed(filled.typed)
    if problems:
        return again(sheet, token, language, filled, Refusal.of("answers_unclear"), problems)
    if any(one.unit_price_yen is not None for one in answers) and not filled.person:
        return again(sheet, token, language, filled, Refusal.of("answer_needs_person"))
    command = q.AnswerInquiry(
        inquiry_id=sheet.inquiry.id, member_id=sheet.member.id, answers=tuple(answers), person=filled.person
    )
    done = desk().submit_by_link(token, "offer", filled.nonce, command)
    if isinstance(done, Refusal):
        return again(fresh(token, sheet), token, language, filled, done)
    return RedirectResponse(f"{address_of(token)}?received", 303)


def _accept_nda(sheet: AnswerSheet, token: str, language: Language, filled: Filled) -> Response:
    command = q.AcceptNda(inquiry_id=sheet.inquiry.id, member_id=sheet.member.id, person=filled.person)
    done = desk().submit_by_link(token, "offer", filled.nonce, command)
    if isinstance(done, Refusal):
        return again(fresh(token, sheet), token, language, filled, done)
    told = tag("div", tag("strong", _("Confidentiality is accepted. Thank you.")), class_="received", role="status")
    go_on = Filled(filled.typed, filled.person, desk().form_nonce(token), said=(told,))
    return answer_page(fresh(token, sheet), token, language, go_on)
