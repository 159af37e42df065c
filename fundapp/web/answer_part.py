"""One part of an inquiry on a member's page: three answers to tap, and what belongs to the answer that is tapped."""

from fundapp.basis.refusal import Problem
from fundapp.documents.answer_sheet import pieces_of
from fundapp.inquiries_seen import AnswerSheet
from fundapp.network.answer_form import TIERS, VERDICTS, Typed
from fundapp.network.bill import Line
from fundapp.text.catalogue import _
from fundapp.text.inquiry_words import inquiry_word
from fundapp.text.network_words import word
from fundapp.text.refusal_text import problem_text
from fundapp.web.markup import Markup, tag


def field_name(index: int, field: str) -> str:
    """The name of a field of the line at this place of the inquiry."""
    return f"{field}.{index}"


def part(sheet: AnswerSheet, line: Line, typed: Typed, faults: list[Problem]) -> Markup:
    """The card of one part, with what was typed and what could not be read."""
    index = sheet.inquiry.line_ids.index(line.id)

    def name(field: str) -> str:
        return field_name(index, field)

    choices = [
        tag(
            "label",
            tag(
                "input",
                type="radio",
                name=name("verdict"),
                value=verdict,
                checked=typed.get("verdict") == verdict,
            ),
            tag("span", inquiry_word("verdict", verdict)),
            class_=verdict,
        )
        for verdict in VERDICTS
    ]
    said = [tag("p", problem_text(one.model_copy(update={"place": ""})), class_="fault") for one in faults]
    further = ("lead_time", "least_order", "set_up", "hours", "expires", *_tier_fields())
    details = tag(
        "details",
        tag("summary", _("Lead time, minimum order and more")),
        _field(name("lead_time"), _("Lead time in days"), typed.get("lead_time", ""), numeric=True),
        _field(name("least_order"), _("Minimum order in pieces"), typed.get("least_order", ""), numeric=True),
        _field(name("set_up"), _("Tools and set-up in yen, once"), typed.get("set_up", ""), numeric=True),
        _field(name("hours"), _("Working hours for the whole lot"), typed.get("hours", ""), numeric=True),
        _field(name("expires"), _("Price valid until"), typed.get("expires", ""), kind="date"),
        *(_tier(index, n, typed) for n in TIERS),
        open=any(typed.get(field) for field in further),
    )
    return tag(
        "li",
        tag(
            "fieldset",
            tag("legend", tag("span", line.description or line.part_number, class_="what"), *_number(line)),
            tag("p", _facts(sheet, line), class_="facts"),
            *said,
            tag("div", *choices, class_="choices"),
            tag(
                "div",
                _field(name("condition"), _("On which conditions?"), typed.get("condition", ""), most=2000),
                class_="condition",
            ),
            tag(
                "div",
                _field(
                    name("price"), _("Unit price in yen, without tax (optional)"), typed.get("price", ""), numeric=True
                ),
                details,
                class_="price",
            ),
            class_="faulty" if faults else None,
        ),
        id=f"part-{index}",
    )


def _tier_fields() -> tuple[str, ...]:
    return tuple(f"tier_{part}_{n}" for n in TIERS for part in ("pieces", "price"))


def _tier(index: int, n: int, typed: Typed) -> Markup:
    pieces, price = f"tier_pieces_{n}", f"tier_price_{n}"
    return tag(
        "div",
        _field(field_name(index, pieces), _("From this many pieces"), typed.get(pieces, ""), numeric=True),
        _field(field_name(index, price), _("unit price in yen"), typed.get(price, ""), numeric=True),
        class_="tier",
    )


def _number(line: Line) -> tuple[Markup, ...]:
    return (tag("span", line.part_number, class_="number"),) if line.description and line.part_number else ()


def _facts(sheet: AnswerSheet, line: Line) -> str:
    lot = sheet.inquiry.lot
    pieces = _("{pieces} {unit} (lot of {lot})").format(
        pieces=pieces_of(line, lot), unit=line.unit or _("pieces"), lot=lot
    )
    kind = word("line_kind", line.kind)
    return " · ".join(part for part in (pieces, line.material, line.manufacturer, kind) if part)


def _field(
    name: str, label: str, value: str, *, numeric: bool = False, kind: str | None = None, most: int = 60
) -> Markup:
    return tag(
        "p",
        tag("label", label, for_=name),
        tag(
            "input",
            id=name,
            name=name,
            value=value or None,
            type=kind,
            inputmode="numeric" if numeric else None,
            autocomplete="off",
            maxlength=None if kind else str(most),
        ),
        class_="field",
    )
