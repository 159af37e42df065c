"""What a company's president agrees to through a link: the text of an inquiry, and each menu item."""

from anyio import to_thread
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from fundapp.basis.fact import Language
from fundapp.basis.refusal import Problem, Refusal
from fundapp.documents.answer_sheet import pieces_of
from fundapp.inquiries_seen import AgreementSheet
from fundapp.network.inquiry import Agreement
from fundapp.network.need import SupportNeed
from fundapp.record import inquiry_commands as q
from fundapp.text.catalogue import _, language, ngettext, use
from fundapp.text.figures import day, moment, yen
from fundapp.text.inquiry_words import inquiry_word
from fundapp.text.network_words import word
from fundapp.text.refusal_text import problem_text
from fundapp.web.bounded_form import MEGABYTE
from fundapp.web.form_fields import sent
from fundapp.web.languages import chosen, language_for, remember
from fundapp.web.link_form import link_form
from fundapp.web.link_page import link_page, not_opened, refused_page, too_fast
from fundapp.web.markup import Markup, join, tag
from fundapp.web.plain_page import refusal_box
from fundapp.web.process import desk
from fundapp.web.session_cookie import is_secure

LONGEST_REMARK = 2100


def address_of(token: str) -> str:
    """Where a president's link leads."""
    return f"/agree/{token}"


async def show_agreement(request: Request) -> Response:
    """The president's page; the same however often it is opened."""
    token, spoken = request.path_params["token"], language_for(request)
    refused = too_fast(token)
    if refused is not None:
        return await to_thread.run_sync(refused_page, refused, spoken, address_of(token))
    answer = await to_thread.run_sync(_show, request, token, spoken)
    if asked := chosen(request.query_params):
        remember(answer, asked, secure=is_secure(request))
    return answer


def _show(request: Request, token: str, spoken: Language) -> Response:
    use(spoken)
    sheet = desk().agreement_sheet(token)
    if isinstance(sheet, Refusal):
        return not_opened(request, sheet, spoken, address_of(token))
    return _page(sheet, token, spoken, {}, sheet.president, desk().form_nonce(token))


async def send_agreement(request: Request) -> Response:
    """Take the president's answers. What is refused comes back with everything that was typed."""
    token, spoken = request.path_params["token"], language_for(request)
    form = await link_form(
        request, spoken, address_of(token), desk().agreement_sheet, most_bytes=MEGABYTE, most_fields=1000, told_mb=1
    )
    if isinstance(form, Response):
        return form
    return await to_thread.run_sync(_take, request, token, spoken, form)


def _take(request: Request, token: str, spoken: Language, form: FormData) -> Response:
    use(spoken)
    sheet = desk().agreement_sheet(token)
    if isinstance(sheet, Refusal):
        return not_opened(request, sheet, spoken, address_of(token))
    typed = {one.id: sent(form, f"answer.{one.id}") for one in sheet.waiting()}
    remarks = {one.id: sent(form, f"remark.{one.id}", LONGEST_REMARK) for one in sheet.waiting()}
    person = sent(form, "person", 100).strip()
    nonce = sent(form, "nonce", 1000)
    consents = tuple(
        q.Consent(agreement_id=one, agreed=given == "agreed", remark=remarks[one])
        for one, given in typed.items()
        if given in ("agreed", "declined")
    )
    command = q.AnswerAgreement(proposal_id=sheet.proposal_id, consents=consents, person=person)
    done: object = Refusal.of("agreement_nothing_chosen")
    # A form that is sent a second time chooses nothing any more, and gets its first receipt.
    if consents or not sheet.waiting():
        done = desk().submit_by_link(token, "agreement", nonce, command)
    if isinstance(done, Refusal):
        now = desk().agreement_sheet(token)
        shown = sheet if isinstance(now, Refusal) else now
        if done.code in ("form_not_valid", "form_taken"):
            nonce = desk().form_nonce(token)
        kept = typed | {f"remark.{one}": text for one, text in remarks.items()}
        return _page(shown, token, spoken, kept, person, nonce, done)
    return RedirectResponse(f"{address_of(token)}?received", 303)


def _page(
    sheet: AgreementSheet,
    token: str,
    spoken: Language,
    typed: dict[str, str],
    person: str,
    nonce: str,
    refusal: Refusal | None = None,
) -> Response:
    waiting = sheet.waiting()
    title = _("Do you agree?") if waiting else _("Thank you. Everything is answered.")
    if not waiting and any(not one.answer for one in sheet.asked):
        title = _("A newer link is on its way")
    company = _("{president}, {company}").format(
        president=sheet.president or _("The president"), company=sheet.company.of(language())
    )
    top = tag(
        "section",
        tag("p", company, class_="addressee"),
        tag("h1", title),
        tag("p", _("“{proposal}”").format(proposal=sheet.proposal.of(language())), class_="lead"),
        *(
            (tag("p", _("Nothing goes out to anybody before you have agreed.")),)
            if waiting and not _answered(sheet)
            else ()
        ),
        class_="top",
    )
    said = (refusal_box(refusal),) if refusal else _received(sheet)
    items = [_item(sheet, one, typed) for one in sheet.asked]
    if not waiting:
        body = tag("ol", *items, class_="parts agreed")
    else:
        body = tag(
            "form",
            tag("input", type="hidden", name="nonce", value=nonce),
            tag("ol", *items, class_="parts"),
            tag(
                "div",
                tag("label", _("Your name"), for_="person"),
                tag("input", id="person", name="person", value=person, autocomplete="name", maxlength="100"),
                tag("button", _("Send my answer"), class_="primary send"),
                tag("p", _("Your name and the time are kept with the text that you agree to."), class_="hint"),
                class_="ends",
            ),
            method="post",
            action=address_of(token),
            enctype="multipart/form-data",
            class_="answer",
        )
    status = 422 if refusal else 200
    house = _("Agreement")
    return link_page(title, top, *said, body, language=spoken, address=address_of(token), house=house, status=status)


def _answered(sheet: AgreementSheet) -> bool:
    return any(one.answer for one in sheet.asked)


def _received(sheet: AgreementSheet) -> tuple[Markup, ...]:
    """What is kept, while something is still to be answered: the page looks as before, and one would wonder."""
    waiting = sheet.waiting()
    if not waiting or not _answered(sheet):
        return ()
    left = ngettext("{n} question is still open.", "{n} questions are still open.", len(waiting))
    told = tag("strong", _("Your answer is received. Thank you.")), tag("p", left)
    return (tag("div", *told, class_="received", role="status"),)


def _item(sheet: AgreementSheet, asked: Agreement, typed: dict[str, str]) -> Markup:
    needs = {need.id: need for need in sheet.needs}
    if asked.subject == "inquiry":
        name, told = _("The inquiry to the members"), _inquiry(sheet)
    else:
        need = needs.get(asked.subject_id)
        name, told = (need.name, _need(need)) if need else (_("A menu item"), join())
    if asked.answer and asked.answered_at is not None:
        text = _("{answer} · {person} · {time}").format(
            answer=inquiry_word("agreement", asked.answer), person=asked.person, time=moment(asked.answered_at)
        )
        end = tag("p", text, class_="became chosen" if asked.answer == "agreed" else "became")
    elif asked.id in sheet.changed:
        end = tag("p", problem_text(Problem.of("agreement_changed")), class_="fault")
    else:
        end = _choices(asked, typed)
    return tag("li", tag("fieldset", tag("legend", tag("span", name, class_="what")), told, end))


def _choices(asked: Agreement, typed: dict[str, str]) -> Markup:
    remark = f"remark.{asked.id}"
    return join(
        tag(
            "div",
            *(
                tag(
                    "label",
                    tag(
                        "input",
                        type="radio",
                        name=f"answer.{asked.id}",
                        value=answer,
                        checked=typed.get(asked.id) == answer,
                    ),
                    tag("span", label),
                    class_=style,
                )
                for answer, label, style in (
                    ("agreed", _("I agree"), "can"),
                    ("declined", _("I do not agree"), "cannot"),
                )
            ),
            class_="choices two",
        ),
        tag(
            "p",
            tag("label", _("What should be changed?"), for_=remark),
            tag("input", id=remark, name=remark, value=typed.get(remark) or None, maxlength="2000", autocomplete="off"),
            class_="field remark",
        ),
    )


def _inquiry(sheet: AgreementSheet) -> Markup:
    inquiry = sheet.inquiry
    if inquiry is None:
        return join()
    parts = [
        tag(
            "li",
            f"{line.description or line.part_number} · {pieces_of(line, inquiry.lot)} {line.unit}".strip(),
        )
        for line in sheet.lines
    ]
    lines = ngettext("{n} part is named in it", "{n} parts are named in it", len(parts))
    files = [tag("li", one.file_name) for one in sheet.drawings]
    told = ngettext(
        "{n} drawing is shown to members who accept confidentiality",
        "{n} drawings are shown to members who accept confidentiality",
        len(files),
    )
    return join(
        tag("blockquote", *(tag("p", text) for text in inquiry.text.of(language()).split("\n") if text.strip())),
        tag("p", _("Members answer by {time}.").format(time=moment(inquiry.answer_by)), class_="facts"),
        tag("details", tag("summary", lines), tag("ul", *parts)),
        *((tag("details", tag("summary", told), tag("ul", *files)),) if files else ()),
    )


def _need(need: SupportNeed) -> Markup:
    item = need.item
    if item is None:
        return join()
    rows = (
        (_("Provider"), item.provider),
        (_("Person in charge"), item.person),
        (_("Deliverable"), item.deliverable),
        (_("Due"), day(item.due) if item.due else ""),
        (_("Cost"), "" if item.cost_yen is None else yen(item.cost_yen)),
        (_("Borne by"), word("cost_bearer", item.cost_bearer) if item.cost_bearer else ""),
    )
    cells = [join(tag("dt", name), tag("dd", value)) for name, value in rows if value]
    return tag("dl", *cells)
