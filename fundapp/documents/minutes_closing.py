"""The end of the minutes: corrections, signatories, earlier versions, and what proves that the copy is unchanged."""

from collections.abc import Iterable
from datetime import datetime

from fundapp.charts.look import LIGHT
from fundapp.committee.minutes import MinutesContent
from fundapp.committee.minutes_after import CorrectionShown, Life, Signature
from fundapp.committee.minutes_life import AttestationHeld
from fundapp.documents.blocks import Block, Box, Column, Heading, Paragraph, Signatures, Table, cells
from fundapp.documents.minutes_circulation import closing_text
from fundapp.documents.minutes_json import minutes_digest, text_digest
from fundapp.documents.said import NOTHING, in_two
from fundapp.text.catalogue import _, pgettext
from fundapp.text.figures import moment


def issued_at(content: MinutesContent) -> datetime:
    """When this copy came to say what it says: the last thing that it tells of. The same record, the same bytes."""
    confirmed = [one.confirmed_at for one in content.life.signed if one.confirmed_at]
    answered = [one.answered_at or one.proposed_at for one in content.corrections]
    attested = [one.entered_at for one in content.life.attested]
    told = (content.life.locked_at, content.life.settled_at, *confirmed, *answered, *attested)
    return max([content.closed_at, *(one for one in told if one)])


def status_text(life: Life) -> str:
    """What the copy is, in a sentence."""
    match life.state:
        case "draft":
            return _("Draft: not yet confirmed by the signatories")
        case "settled":
            done = sum(one.confirmed_at is not None for one in life.signed)
            return _("Text settled (version {version}), confirmed by {done} of {all} signatories").format(
                version=life.version, done=done, all=len(life.signed)
            )
        case "confirmed":
            return _("Confirmed and locked: {number}").format(number=life.decision_number)


def closing_blocks(content: MinutesContent) -> Iterable[Block]:
    """Everything after the proceedings and the fund."""
    if content.corrections:
        yield Heading(level=1, text=_("Corrections"))
        yield _corrections(content.corrections)
    yield Heading(level=1, text=_("Closing and signatures"))
    yield Paragraph(text=closing_text(content))
    if content.life.signed:
        yield _signed(content.life.signed)
    else:
        yield Signatures(head=_("Signatory"), names=content.signatories, seal=_("(seal)"))
    yield from _earlier(content.life)
    yield _integrity(content)


def _corrections(found: tuple[CorrectionShown, ...]) -> Table:
    columns = (
        Column(head=_("Item"), align="right", width_mm=12),
        Column(head=_("Proposed"), width_mm=34),
        Column(head=_("Passage")),
        Column(head=_("Should read")),
        Column(head=_("Answer"), width_mm=40),
    )
    rows = (
        cells(
            str(one.item_number) if one.item_number else pgettext("correction", "all"),
            f"{one.proposer}\n{moment(one.proposed_at)}",
            one.passage,
            one.wanted,
            answer_text(one),
        )
        for one in found
    )
    return Table(columns=columns, rows=tuple(rows))


def answer_text(one: CorrectionShown) -> str:
    """What became of a correction, and when."""
    if one.accepted is None or one.answered_at is None:
        return _("not answered yet")
    taken = _("taken in, {time}") if one.accepted else _("not taken in, {time}")
    said = taken.format(time=moment(one.answered_at))
    return f"{said}\n{one.answer}" if one.answer else said


def _signed(signed: tuple[Signature, ...]) -> Table:
    columns = (Column(head=_("Signatory"), width_mm=60), Column(head=_("Confirmed")))
    return Table(columns=columns, rows=tuple(cells(one.name, signature_text(one)) for one in signed))


def signature_text(one: Signature) -> str:
    """How a signatory answered."""
    if one.confirmed_at:
        return moment(one.confirmed_at)
    if one.excused_because:
        return _("excused: {reason}").format(reason=one.excused_because)
    return _("not confirmed yet")


def _earlier(life: Life) -> Iterable[Block]:
    if not life.earlier:
        return
    yield Heading(level=2, text=_("Earlier versions"))
    columns = (
        Column(head=_("Version"), align="right", width_mm=16),
        Column(head=_("Settled"), width_mm=40),
        Column(head=_("Reopened"), width_mm=40),
        Column(head=_("Why")),
    )
    rows = (
        cells(
            f"{one.number} {one.decision_number}".strip(),
            moment(one.settled_at),
            moment(one.reopened_at),
            one.reopened_because or NOTHING,
        )
        for one in life.earlier
    )
    yield Table(columns=columns, rows=tuple(rows))


def attested_row(one: AttestationHeld) -> tuple[str, str]:
    """What somebody outside the record vouches for, and who."""
    if one.kind == "signature":
        return _("Signed by the fund's key"), in_two(one.by)
    assert one.stated_at is not None, "a timestamp states a time"
    return _("Timestamp"), _("{time}, by {authority}").format(time=moment(one.stated_at), authority=one.by)


def _integrity(content: MinutesContent) -> Box:
    rows = [
        (
            _("Closing event"),
            _("No. {seq} of {time}").format(seq=content.record_seq, time=moment(content.closed_at)),
        ),
        (_("Hash of the event"), in_two(content.record_hash)),
    ]
    # The close itself stands above; what follows it are the entries that settled and locked the text.
    for link, name in zip(
        content.proof[1:], (_("Entry that settled the text"), _("Entry that locked it")), strict=False
    ):
        rows.append((name, _("No. {seq}: {hash}").format(seq=link.seq, hash=in_two(link.hash))))
    rows += [attested_row(one) for one in content.life.attested]
    rows += [
        (_("Text of this copy"), in_two(text_digest(content))),
        (_("Rubric"), in_two(content.rubric_digest)),
        (_("Attached minutes.json"), in_two(minutes_digest(content))),
    ]
    return Box(
        title=_("Integrity of the record"),
        tone="plain",
        colour=LIGHT.accent,
        rows=tuple(rows),
        lines=(
            _("All are SHA-256. The record is a chain of such hashes: who changes an earlier event changes this one."),
            _("fundapp verify FILE shows whether a copy is unchanged."),
        ),
    )
