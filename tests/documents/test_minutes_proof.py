"""A copy of the minutes proves itself offline: whole, or which part of it is not what the record vouches for."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from closed_meeting import closed_meeting
from small_fund import MEMBERS, SECRETARIAT, Clock, SmallFund
from spoken import fault

from fundapp.basis.refusal import Problem
from fundapp.basis.roles import Actor
from fundapp.cli import main
from fundapp.committee.minutes import MinutesContent
from fundapp.desk import Desk
from fundapp.documents.minutes_closing import issued_at
from fundapp.documents.minutes_json import minutes_json, text_digest
from fundapp.documents.minutes_pdf import minutes_pdf
from fundapp.documents.minutes_proof import Proved, prove
from fundapp.record import minutes_commands as k
from fundapp.web.minutes_copy import minutes_copy

M = {"meeting_id": "m1"}
TLO = MEMBERS["tlo"]


@pytest.fixture(scope="module")
def fund(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallFund]:
    made = closed_meeting(tmp_path_factory.mktemp("fund"))
    yield made
    made.desk.database.close()


def copy(fund: SmallFund, reader: Actor = SECRETARIAT, language: str = "ja") -> MinutesContent:
    content = minutes_copy(fund.desk, reader, "m1", language)
    assert isinstance(content, MinutesContent)
    return content


@pytest.fixture(scope="module")
def draft(fund: SmallFund) -> MinutesContent:
    return copy(fund)


@pytest.fixture(scope="module")
def settled(fund: SmallFund, draft: MinutesContent) -> MinutesContent:
    assert draft.life.state == "draft"
    fund.clock.wait(hours=1)
    fund.do(k.AnswerCorrection(**M, correction_id="c1", accepted=True), SECRETARIAT)
    fund.clock.wait(hours=1)
    fund.do(k.SettleMinutes(**M), SECRETARIAT)
    return copy(fund)


@pytest.fixture(scope="module")
def locked(fund: SmallFund, settled: MinutesContent) -> MinutesContent:
    assert settled.life.state == "settled"
    for who in MEMBERS.values():
        fund.clock.wait(minutes=10)
        fund.do(k.ConfirmMinutes(**M, version=1), who)
    return copy(fund)


def code(data: bytes) -> str:
    found = prove(data)
    assert isinstance(found, Problem), found
    return found.code


@pytest.mark.parametrize("reader", [SECRETARIAT, TLO], ids=["whole", "recused"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_confirmed_minutes_are_proved_for_each_reader_in_each_language(fund, locked, reader, language) -> None:
    content = copy(fund, reader, language)
    found = prove(minutes_json(content))
    assert isinstance(found, Proved), found
    assert (found.state, found.last.seq, content.life.decision_number) == (
        "confirmed",
        fund.desk.book(TLO).seq,
        "M-0001",
    )
    assert ("cousin" in minutes_json(content).decode()) == (reader is SECRETARIAT)


def test_a_recused_member_cannot_try_guesses_at_the_digest_of_the_whole_text(fund, locked) -> None:
    """The own copy names that digest, which was settled beside its own; the whole text holds what nobody can guess."""
    own, whole = (minutes_json(copy(fund, reader)).decode() for reader in (TLO, SECRETARIAT))
    matter = locked.items[0].matter
    assert matter is not None
    assert text_digest(locked) in own
    assert len(matter.frozen_hash) == 64
    assert (matter.frozen_hash in whole, matter.frozen_hash in own) == (True, False)
    guessed = locked.items[0].model_copy(update={"matter": matter.model_copy(update={"frozen_hash": ""})})
    assert text_digest(locked.model_copy(update={"items": (guessed,)})) not in own


def test_draft_and_settled_text_are_told_apart(draft, settled) -> None:
    states = [prove(minutes_json(content)) for content in (draft, settled)]
    assert [found.state for found in states if isinstance(found, Proved)] == ["draft", "settled"]


def changed(content: MinutesContent, **update: object) -> bytes:
    return minutes_json(content.model_copy(update=update))


def test_every_kind_of_change_is_found(locked: MinutesContent) -> None:
    first, *others = locked.life.signed
    moved = locked.life.model_copy(update={"signed": (*others, first)})
    renumbered = locked.life.model_copy(update={"decision_number": "M-0009"})
    settling = locked.proof[1]
    forged = settling.model_copy(update={"record": settling.record.replace("secretariat", "administrator")})
    assert {
        "a word": code(changed(locked, place="elsewhere")),
        "a correction left out": code(changed(locked, corrections=())),
        "who confirmed when": code(changed(locked, life=moved)),
        "the number": code(changed(locked, life=renumbered)),
        "an entry": code(changed(locked, proof=(locked.proof[0], forged, locked.proof[2]))),
        "no entries": code(changed(locked, proof=())),
        "another close": code(changed(locked, record_seq=1)),
        "entries in another order": code(changed(locked, proof=(locked.proof[0], locked.proof[2], settling))),
    } == {
        "a word": "minutes_text_changed",
        "a correction left out": "minutes_text_changed",
        "who confirmed when": "minutes_signatures_changed",
        "the number": "minutes_signatures_changed",
        "an entry": "minutes_entry_changed",
        "no entries": "minutes_without_proof",
        "another close": "minutes_of_another_record",
        "entries in another order": "minutes_of_another_record",
    }


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[" * 100_000, b'{"schema": "fundapp/minutes/1"}', b"%PDF-1.7 nothing", b"\xff\x00"]
)
def test_what_is_no_copy_of_minutes_is_said_to_be_none(data: bytes) -> None:
    assert code(data) == "minutes_unreadable"


def test_a_pdf_is_proved_by_its_pages_and_by_what_it_carries(locked: MinutesContent) -> None:
    pdf = minutes_pdf(locked, language="ja", issued_at=issued_at(locked))
    assert isinstance(prove(pdf), Proved)
    assert code(pdf.replace(b"/Title", b"/Tit1e", 1)) == "minutes_pages_differ"


def test_what_stands_behind_the_pages_is_judged_by_whoever_can(locked: MinutesContent) -> None:
    pages = minutes_pdf(locked, language="ja", issued_at=issued_at(locked))
    signed = pages + b"\n%signature"
    assert code(signed) == "minutes_pdf_signature_unchecked"
    asked = []

    def only_signed(pdf: bytes, before: bytes) -> bool:
        asked.append((pdf, before))
        return len(asked) == 1

    assert isinstance(prove(signed, only_signed), Proved)
    assert prove(signed, only_signed) == Problem.of("minutes_pages_differ")
    assert asked == [(signed, pages)] * 2
    assert isinstance(prove(pages, only_signed), Proved)
    assert len(asked) == 2


def test_the_command_needs_the_file_alone_and_compares_with_a_record_when_one_is_named(
    fund, draft, locked, tmp_path: Path, capsys
) -> None:
    file = tmp_path / "minutes.json"
    folder = ["--data", str(fund.desk.database.folder)]
    file.write_bytes(minutes_json(locked))
    assert main(["verify", str(file)]) == 0
    assert locked.proof[-1].hash in capsys.readouterr().out
    assert main(["verify", str(file), *folder]) == 0
    assert main(["verify", *folder]) == 0
    file.write_bytes(minutes_json(draft))
    assert main(["verify", str(file)]) == 1
    assert "--data" in capsys.readouterr().err
    assert main(["verify", str(tmp_path / "none.json")]) == 1


def test_a_draft_is_compared_with_the_text_that_the_record_gives_today(
    fund, draft, locked, tmp_path: Path, capsys
) -> None:
    of_today = copy(fund)
    assert fund.desk.is_draft_of_today(of_today)
    assert not fund.desk.is_draft_of_today(of_today.model_copy(update={"place": "elsewhere"}))
    file = tmp_path / "minutes.json"
    file.write_bytes(minutes_json(draft))
    assert main(["verify", str(file), "--data", str(fund.desk.database.folder)]) == 1
    assert capsys.readouterr().err == f"{fault('minutes_draft_changed')}\n"


def test_a_copy_of_another_fund_is_not_in_this_record(fund, locked, tmp_path: Path, capsys) -> None:
    clock = Clock()
    other = SmallFund(Desk(tmp_path / "other", clock=clock), clock)
    other.found()
    other.desk.database.close()
    file = tmp_path / "minutes.json"
    file.write_bytes(minutes_json(locked))
    assert main(["verify", str(file), "--data", str(tmp_path / "other")]) == 1
    assert capsys.readouterr().err == f"{fault('minutes_not_in_record', seq=locked.proof[0].seq)}\n"


def test_the_same_record_gives_the_same_bytes_and_the_lock_dates_them(fund, locked) -> None:
    assert minutes_json(copy(fund)) == minutes_json(copy(fund))
    assert issued_at(locked) == locked.life.locked_at
    assert json.loads(minutes_json(locked))["life"]["state"] == "confirmed"
