"""Files to and from a member: the own sheet as a photo or PDF, the table to fill in, the drawings."""

from urllib.parse import quote

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from fundapp.basis.fact import Language
from fundapp.basis.refusal import Problem, Refusal
from fundapp.documents.answer_sheet import answer_sheet_xlsx
from fundapp.inquiries_seen import AnswerSheet
from fundapp.intake.table import read_table
from fundapp.network.answer_table import read_answers
from fundapp.network.inquiry import InquiryFile
from fundapp.record import inquiry_commands as q
from fundapp.record.decide_answer import MOST_FILES
from fundapp.text.catalogue import _, use
from fundapp.text.refusal_text import problem_text
from fundapp.web import answer_drawing as drawing
from fundapp.web.answer_page import Filled, address_of, again, answer_page, fresh, read_typed
from fundapp.web.bounded_form import MEGABYTE
from fundapp.web.languages import language_for
from fundapp.web.link_page import not_opened, too_fast
from fundapp.web.markup import tag
from fundapp.web.pace import Pace
from fundapp.web.process import desk

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LARGEST_FILE_MB = 10
UPLOADS = Pace(20, 600)
"""Files of one member, which cost more than words."""


def kind_of(name: str, content: bytes) -> str:
    """The media type of a file by its first bytes, not by what it calls itself; empty for what is not taken."""
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content.startswith(b"%PDF-"):
        return "application/pdf"
    return XLSX if content.startswith(b"PK\x03\x04") and name.lower().endswith(".xlsx") else ""


def take_file(
    sheet: AnswerSheet, token: str, language: Language, filled: Filled, name: str, content: bytes
) -> Response:
    """Keep a photo or PDF sealed, or fill a table into the form; anything else is refused."""
    shown = "".join(letter for letter in name.replace("\\", "/").rpartition("/")[2] if letter.isprintable())[:100]
    kind = kind_of(name, content)
    if len(content) > LARGEST_FILE_MB * MEGABYTE:
        refusal = Refusal.of("upload_too_large", limit_mb=LARGEST_FILE_MB)
        return again(sheet, token, language, filled, refusal)
    if not kind:
        return again(sheet, token, language, filled, Refusal.of("file_kind_unfit", name=shown))
    if len(sheet.sheets) >= MOST_FILES:
        return again(sheet, token, language, filled, Refusal.of("files_too_many", limit=MOST_FILES))
    if not UPLOADS.allows(sheet.member.id):
        # A file is on the disk before its entry, so the pace is what bounds the disk.
        return again(sheet, token, language, filled, Refusal.of("too_many_requests"))
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
        return again(fresh(token, sheet), token, language, filled, done)
    return RedirectResponse(f"{address_of(token)}?received", 303)


def _fill_in(sheet: AnswerSheet, token: str, language: Language, filled: Filled, name: str, content: bytes) -> Response:
    """The filled-in table goes into the form, to be looked through and sent; by itself it records nothing."""
    grid = read_table(name, content)
    if isinstance(grid, Refusal):
        return again(sheet, token, language, filled, grid)
    table = read_answers(grid, sheet.lines())
    if isinstance(table, Problem):
        return again(sheet, token, language, filled, Refusal.of("file_unreadable", name=name))
    typed = {**filled.typed, **table.by_line()}
    _answers, problems = read_typed(typed)
    lines = [tag("li", problem_text(problem)) for _row, problem in table.rejected]
    told = tag(
        "div",
        tag("strong", _("Your table is filled in below. Look it through, then send the answer.")),
        *((tag("ul", *lines),) if lines else ()),
        class_="received",
        role="status",
    )
    go_on = Filled(typed, filled.person, filled.nonce, tuple(problems), (told,))
    return answer_page(sheet, token, language, go_on)


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
