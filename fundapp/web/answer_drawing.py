"""The form that a member sees through its link: what is asked, one tap a part, prices for who has them."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from fundapp.basis.refusal import Problem
from fundapp.inquiries_seen import AnswerSheet
from fundapp.network.answer_form import VERDICTS, Typed, typed_of
from fundapp.network.answering import answer_of
from fundapp.network.sourcing import needs_nda
from fundapp.text.catalogue import _, language, ngettext
from fundapp.text.figures import day, moment, yen
from fundapp.text.inquiry_words import inquiry_word
from fundapp.web.answer_part import part
from fundapp.web.markup import Markup, join, tag

PHOTOS = "image/jpeg,image/png,application/pdf,.xlsx"
OPEN_AT_ONCE = 12
"""So many parts stand open; further ones of the rest are folded."""


def standing_typed(sheet: AnswerSheet) -> dict[str, Typed]:
    """What this member answered so far, as the form shows it, by line."""
    return {offer.line_id: typed_of(answer_of(offer)) for offer in sheet.answers}


def top(sheet: AnswerSheet, now: datetime) -> Markup:
    """Who asks whom about what, until when."""
    return tag(
        "section",
        tag("p", _("To {member}").format(member=sheet.member.name.of(language())), class_="addressee"),
        tag("h1", title_of(sheet)),
        tag(
            "p",
            _("For “{proposal}” of {company}").format(
                proposal=sheet.proposal.of(language()), company=sheet.company.of(language())
            ),
            class_="lead",
        ),
        _deadline(sheet, now),
        *(tag("p", text) for text in sheet.inquiry.text.of(language()).split("\n") if text.strip()),
        class_="top",
    )


def title_of(sheet: AnswerSheet) -> str:
    """The page's title, which says where the inquiry stands."""
    if sheet.standing == "open":
        return _("Can you make these parts?")
    if sheet.standing == "old_revision":
        return _("This inquiry is being renewed")
    return _("The result of the inquiry") if sheet.outcomes else _("The answers are being compared")


def _deadline(sheet: AnswerSheet, now: datetime) -> Markup:
    if sheet.standing == "over":
        text = _("The time to answer ended at {time}.").format(time=moment(sheet.inquiry.opens_at()))
        return tag("p", text, class_="deadline over")
    left = sheet.inquiry.answer_by - now
    days = left // timedelta(days=1)
    rest = ngettext("{n} day left", "{n} days left", days) if days else _("less than a day left")
    text = _("Answer by {time} ({left})").format(time=moment(sheet.inquiry.answer_by), left=rest)
    if sheet.put_off_from is None:
        return tag("p", tag("strong", text), class_="deadline")
    before = _("put off from {time}").format(time=moment(sheet.put_off_from))
    return tag("p", tag("strong", text), " · ", before, class_="deadline")


def receipt(sheet: AnswerSheet) -> Markup:
    """What stands as received, for who has just sent it and for who comes back."""
    last = max((offer.answered_at for offer in sheet.answers if offer.answered_at), default=None)
    said = [answer_of(offer).verdict for offer in sheet.answers]
    counts = " · ".join(
        _("{verdict}: {count}").format(verdict=inquiry_word("said", verdict), count=said.count(verdict))
        for verdict in VERDICTS
        if verdict in said
    )
    told = [tag("strong", _("Your answer is received. Thank you."))]
    if last is not None:
        told.append(tag("p", _("{time} · {counts}").format(time=moment(last), counts=counts)))
    if sheet.sheets:
        names = ", ".join(one.file_name for one in sheet.sheets)
        told.append(tag("p", _("Your own sheet: {names}").format(names=names)))
    if sheet.standing == "open":
        told.append(tag("p", _("You can change it until the deadline: correct it below and send again.")))
    return tag("div", *told, class_="received", role="status")


def form(
    sheet: AnswerSheet,
    typed: Mapping[str, Typed],
    *,
    person: str,
    nonce: str,
    problems: Iterable[Problem] = (),
    address: str,
) -> Markup:
    """The whole form. What was typed stays, with what could not be read marked at its part."""
    faults: dict[str, list[Problem]] = {}
    for one in problems:
        faults.setdefault(one.place, []).append(one)
    own = [part(sheet, line, typed.get(line.id, {}), faults.get(line.id, [])) for line in sheet.first]
    rest = [part(sheet, line, typed.get(line.id, {}), faults.get(line.id, [])) for line in sheet.others]
    unfolded = any(line.id in typed or line.id in faults for line in sheet.others)
    more = ngettext("{n} more part of this product", "{n} more parts of this product", len(rest))
    return tag(
        "form",
        # The first button is what the Enter key presses: it must be the one that sends.
        tag("button", name="do", value="send", class_="unseen", tabindex="-1", aria_hidden="true"),
        tag("input", type="hidden", name="nonce", value=nonce),
        tag("p", _("One tap a part is enough. A price can follow later, until the deadline."), class_="how"),
        _confidential(sheet, address),
        tag("ol", *own, class_="parts"),
        *(
            (tag("details", tag("summary", more), tag("ol", *rest, class_="parts"), open=unfolded, class_="more"),)
            if rest
            else ()
        ),
        _own_sheet(address),
        tag(
            "div",
            tag("label", _("Name of the person in charge"), for_="person"),
            tag("p", _("Needed for a price; optional otherwise."), id="person-hint", class_="hint"),
            tag(
                "input",
                id="person",
                name="person",
                value=person,
                autocomplete="name",
                maxlength="100",
                aria_describedby="person-hint",
            ),
            tag("button", _("Send the answer"), name="do", value="send", class_="primary send"),
            tag("p", _("Nobody but the association sees your prices, and nobody before the deadline."), class_="hint"),
            class_="ends",
        ),
        method="post",
        action=address,
        enctype="multipart/form-data",
        class_="answer",
    )


def _confidential(sheet: AnswerSheet, address: str) -> Markup:
    """Drawings after the NDA: what it says, and one press to accept it."""
    if not any(map(needs_nda, sheet.lines())):
        return join()
    if sheet.nda_at is not None:
        files = [
            tag("li", tag("a", one.file_name, href=f"{address}/file/{one.id}", class_="file")) for one in sheet.drawings
        ]
        text = _("Confidentiality accepted on {day}.").format(day=day(sheet.nda_at.date()))
        return tag("section", tag("p", text), *((tag("ul", *files, class_="files"),) if files else ()), class_="nda")
    wait = (
        ngettext("{n} drawing opens with it.", "{n} drawings open with it.", sheet.drawings_wait)
        if sheet.drawings_wait
        else ""
    )
    return tag(
        "details",
        tag("summary", _("Drawings and confidentiality")),
        tag(
            "p",
            _(
                "For parts made to drawing your price counts once you have accepted confidentiality: what you learn "
                "here is used for this answer alone, shown to nobody outside your company, and deleted on request."
            ),
        ),
        *((tag("p", wait),) if wait else ()),
        tag("button", _("Accept confidentiality"), name="do", value="nda", class_="second"),
        tag("p", _("Enter your name at the end of the form first, if it does not stand there."), class_="hint"),
        class_="nda",
    )


def _own_sheet(address: str) -> Markup:
    return tag(
        "details",
        tag("summary", _("Answer with your own sheet or a table instead")),
        tag("p", _("A photo or PDF of your own quotation, or the Excel table filled in.")),
        tag("p", tag("a", _("Download the parts as an Excel table"), href=f"{address}/lines.xlsx", class_="file")),
        tag("label", _("Photo, PDF or Excel table (10 MB at most)"), for_="file"),
        tag("input", id="file", name="file", type="file", accept=PHOTOS),
        tag("button", _("Send this file"), name="do", value="file", class_="second"),
        class_="own-sheet",
    )


def what_became(sheet: AnswerSheet) -> Markup:
    """Each part with what this member answered and what became of it."""
    names = {line.id: line.description or line.part_number for line in sheet.lines()}
    reasons = {one.line_id: one.reason for one in sheet.outcomes}
    order = {line.id: at for at, line in enumerate(sheet.lines())}
    rows = [
        tag(
            "li",
            tag("strong", names.get(offer.line_id, offer.line_id)),
            tag(
                "p",
                " · ".join(
                    [
                        inquiry_word("said", answer_of(offer).verdict),
                        *([] if offer.unit_price_yen is None else [yen(offer.unit_price_yen)]),
                    ]
                ),
            ),
            *(
                (tag("p", inquiry_word("reason", reasons[offer.line_id]), class_=_tone(reasons[offer.line_id])),)
                if offer.line_id in reasons
                else ()
            ),
        )
        for offer in sorted(sheet.answers, key=lambda one: order.get(one.line_id, 0))
    ]
    if not rows and not sheet.sheets:
        return tag("p", _("No answer came from you. Thank you for looking; there will be other inquiries."))
    wait = _("You will read here what was chosen and why, as soon as it is decided.")
    return tag(
        "section",
        tag("h2", _("Your answers")),
        *(() if sheet.outcomes else (tag("p", wait),)),
        tag("ul", *rows, class_="became-list"),
    )


def _tone(reason: str) -> str:
    return "became chosen" if reason == "chosen" else "became"
