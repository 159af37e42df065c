"""Locked minutes signed and stamped: by command, on the page, from another machine; what a copy then proves."""

import ast
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from attesting.conftest import STATED_AT, Authority, Certified
from closed_meeting import closed_meeting
from small_fund import SECRETARIAT, SmallFund
from spoken import fault, what

import fundapp
from fundapp.attesting import extra
from fundapp.attesting.keys import new_key, public_key
from fundapp.attesting.means import AUTHORITY_VARIABLE, CERTIFICATE_VARIABLE, KEY_VARIABLE, Means, means
from fundapp.basis.refusal import Refusal
from fundapp.cli import main
from fundapp.committee.minutes import MinutesContent
from fundapp.committee.minutes_life import Attestation
from fundapp.documents.minutes_closing import issued_at
from fundapp.documents.minutes_json import minutes_json, text_digest
from fundapp.documents.minutes_pdf import minutes_pdf
from fundapp.documents.minutes_proof import Proved, prove
from fundapp.record import minutes_commands as k
from fundapp.store.checking import Verified
from fundapp.text.catalogue import use
from fundapp.web.minutes_attested import signed_order, stamped_order, taken_order

Copy = Callable[[], MinutesContent]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    use("en")


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "fund.key"
    assert isinstance(new_key(path, tmp_path / "data"), str)
    return path


def meeting(fund: SmallFund):
    return fund.desk.book(SECRETARIAT).meetings["m1"]


def folder(fund: SmallFund) -> list[str]:
    return ["--data", str(fund.desk.database.folder)]


def sign_and_stamp(fund: SmallFund, key: Path, authority: Authority, tmp_path: Path) -> None:
    trust = authority.owner.file(tmp_path)
    words = ["--key", str(key), "--tsa", authority.address, "--trust", str(trust)]
    assert main(["attest", *folder(fund), "--meeting", "1", *words]) == 0


def test_a_copy_before_an_attestation_has_the_bytes_that_it_had(minutes: Copy):
    """The golden log and every copy ever taken depend on it."""
    content = minutes()
    assert "attested" not in minutes_json(content).decode()
    assert isinstance(prove(minutes_json(content)), Proved)


def test_signed_and_stamped_by_command_and_proved_offline(fund, key, authority, minutes: Copy, tmp_path, capsys):
    before = minutes()
    sign_and_stamp(fund, key, authority, tmp_path)
    content = minutes()
    assert [(one.kind, one.by, one.stated_at) for one in content.life.attested] == [
        ("signature", public_key(key), None),
        ("timestamp", "Stamping office", STATED_AT),
    ]
    assert text_digest(content) == text_digest(before)
    assert content.proof == before.proof
    assert isinstance(fund.desk.verify(), Verified)
    trust, public = str(authority.owner.file(tmp_path)), f"{key}.pub"
    for name, data in (
        ("minutes.json", minutes_json(content)),
        ("minutes.pdf", minutes_pdf(content, language="en", issued_at=issued_at(content))),
    ):
        file = tmp_path / name
        file.write_bytes(data)
        capsys.readouterr()
        assert main(["verify", str(file), "--public-key", public, "--trust", trust]) == 0
        told = capsys.readouterr().out
        assert "Signed with the key that you named." in told
        assert "by Stamping office." in told
        assert "was not checked" not in told
        assert main(["verify", str(file)]) == 0
        told = capsys.readouterr().out
        assert "whose it is was not checked" in told
        assert "Whose certificate it is was not checked" in told


def test_the_record_is_verified_with_what_attests_it(fund, key, authority, tmp_path, capsys, monkeypatch):
    sign_and_stamp(fund, key, authority, tmp_path)
    assert main(["verify", *folder(fund), "--public-key", f"{key}.pub"]) == 0
    assert "2 signatures and timestamps checked." in capsys.readouterr().out
    other = tmp_path / "other.key"
    new_key(other, tmp_path / "data")
    assert main(["verify", *folder(fund), "--public-key", f"{other}.pub"]) == 1
    assert fault("minutes_signed_by_another_key", key=str(public_key(key))) in capsys.readouterr().err
    monkeypatch.setattr(extra, "LIBRARIES", ("no_such_library",))
    assert main(["verify", *folder(fund)]) == 0
    assert "that were not checked" in capsys.readouterr().out


def test_minutes_that_nobody_attested_say_so(fund, key, minutes: Copy, tmp_path, capsys):
    file = tmp_path / "minutes.json"
    file.write_bytes(minutes_json(minutes()))
    assert main(["verify", str(file)]) == 0
    assert "Neither signed nor stamped." in capsys.readouterr().out
    assert main(["verify", str(file), "--public-key", f"{key}.pub"]) == 1
    assert fault("minutes_not_signed") in capsys.readouterr().err


def forged(content: MinutesContent, number: int, **change: object) -> bytes:
    attested = list(content.life.attested)
    attested[number] = attested[number].model_copy(update=change)
    life = content.life.model_copy(update={"attested": tuple(attested)})
    return minutes_json(content.model_copy(update={"life": life}))


def test_what_a_copy_tells_of_its_attestations_is_checked(fund, key, authority, minutes: Copy, tmp_path, capsys):
    sign_and_stamp(fund, key, authority, tmp_path)
    content, file = minutes(), tmp_path / "minutes.json"
    other = tmp_path / "other.key"
    new_key(other, tmp_path / "data")
    signature, stamp = content.life.attested

    def told(data: bytes, *words: str) -> str:
        file.write_bytes(data)
        assert main(["verify", str(file), *words]) == 1
        return capsys.readouterr().err

    named = {"key": signature.by}
    assert fault("minutes_signed_by_another_key", **named) in told(minutes_json(content), "--public-key", str(other))
    assert fault("minutes_signature_wrong") in told(forged(content, 0, value="AAAA"))
    assert fault("timestamp_unreadable") in told(forged(content, 1, value="no base64!"))
    assert fault("timestamp_told_otherwise") in told(forged(content, 1, by="Another office"))
    assert fault("timestamp_told_otherwise") in told(forged(content, 1, stated_at=signature.entered_at))
    draft = content.model_copy(
        update={"proof": content.proof[:2], "life": content.life.model_copy(update={"state": "settled"})}
    )
    assert fault("minutes_without_proof") in told(minutes_json(draft))
    assert stamp.stated_at == STATED_AT


def test_a_signature_made_on_another_machine_is_taken_in(fund, key, minutes: Copy, tmp_path, capsys):
    copy, signature = tmp_path / "minutes.json", tmp_path / "signature.json"
    copy.write_bytes(minutes_json(minutes()))
    assert main(["keys", "sign", str(copy), "--key", str(key), "--out", str(signature)]) == 0
    assert main(["keys", "sign", str(copy), "--key", str(key), "--out", str(signature)]) == 1
    assert "Nothing is overwritten" in capsys.readouterr().err
    assert main(["attest", *folder(fund), "--meeting", "1", "--signature", str(signature)]) == 0
    (held,) = minutes().life.attested
    assert held.by == public_key(key)


@pytest.mark.parametrize("data", [b"", b"{}", b"[" * 90_000, b'{"kind":"signature","by":"00","value":"AAAA"}', b"\xff"])
def test_what_is_no_signature_of_these_minutes_is_not_taken_in(fund, data: bytes):
    assert taken_order(fund.desk, meeting(fund), data) == Refusal.of("signature_file_unfit", number=1)


def test_a_timestamp_is_no_signature(fund, authority):
    order = stamped_order(fund.desk, meeting(fund), authority.address, None)
    assert isinstance(order, k.AttestMinutes)
    data = order.attestation.model_dump_json().encode()
    assert taken_order(fund.desk, meeting(fund), data) == Refusal.of("signature_file_unfit", number=1)


def test_what_the_authority_did_not_give_changes_nothing(fund, authority, minutes: Copy, tmp_path, capsys):
    before = minutes_json(minutes())
    authority.status = 500
    assert main(["attest", *folder(fund), "--meeting", "1", "--tsa", authority.address]) == 1
    assert what("timestamp_unreachable", authority="127.0.0.1", reason="HTTP 500") in capsys.readouterr().err
    no_certificate = tmp_path / "none"
    refused = stamped_order(fund.desk, meeting(fund), authority.address, no_certificate)
    assert refused == Refusal.of("certificate_unreadable", file=str(no_certificate))
    assert minutes_json(minutes()) == before


def test_one_key_signs_once_and_only_what_is_locked(fund, key, tmp_path):
    order = signed_order(fund.desk, meeting(fund), key)
    assert isinstance(order, k.AttestMinutes)
    fund.do(order, SECRETARIAT)
    assert fund.refused(order, SECRETARIAT) == Refusal.of("attested_already", number=1)
    stale = order.model_copy(update={"locked_hash": "0" * 64})
    assert fund.refused(stale, SECRETARIAT) == Refusal.of("attests_another_entry", number=1)
    fund.do(k.ReopenMinutes(meeting_id="m1", reason="a name"), SECRETARIAT)
    assert fund.refused(order, SECRETARIAT) == Refusal.of("minutes_not_locked", number=1)
    assert signed_order(fund.desk, meeting(fund), key) == Refusal.of("minutes_not_locked", number=1)


def test_without_the_optional_part_all_the_rest_works_and_says_what_to_install(
    fund, key, authority, minutes: Copy, tmp_path, capsys, monkeypatch
):
    sign_and_stamp(fund, key, authority, tmp_path)
    capsys.readouterr()
    file, pdf = tmp_path / "minutes.json", tmp_path / "minutes.pdf"
    content = minutes()
    file.write_bytes(minutes_json(content))
    pdf.write_bytes(minutes_pdf(content, language="ja", issued_at=issued_at(content)))
    monkeypatch.setattr(extra, "LIBRARIES", ("no_such_library",))
    refused = what("signatures_not_installed", command=extra.INSTALL)
    for words in (
        ["keys", "new", str(tmp_path / "new.key")],
        ["keys", "sign", str(file), "--key", str(key), "--out", str(tmp_path / "s")],
        ["sign-pdf", str(pdf), "--certificate", str(key), "--out", str(tmp_path / "s")],
        ["attest", *folder(fund), "--meeting", "1", "--key", str(key)],
        ["verify", str(file), "--public-key", f"{key}.pub"],
    ):
        assert main(words) == 1
        assert refused in capsys.readouterr().err
    for copy in (file, pdf):
        assert main(["verify", str(copy)]) == 0
        assert f"that were not checked. To check them: {extra.INSTALL}" in capsys.readouterr().out
    pdf.write_bytes(pdf.read_bytes() + b"%signature")
    assert main(["verify", str(pdf)]) == 1
    assert fault("minutes_pdf_signature_unchecked") in capsys.readouterr().err


OPTIONAL = ("cryptography", "pyhanko", "asn1crypto")
OF_US = ("keys", "timestamps", "pdf_signature", "pdf_reading", "verdicts")
"""Our modules that import them."""


def test_the_optional_part_is_imported_by_nobody_before_it_is_asked_for():
    """So an installation without the libraries starts, draws every page and verifies."""
    ours = {f"fundapp.attesting.{name}" for name in OF_US}
    found = set()
    for path in Path(fundapp.__file__).parent.rglob("*.py"):
        if path.parent.name == "attesting" and path.stem in OF_US and path.parents[1].name == "fundapp":
            continue
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ImportFrom) and node.module:
                named = {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
            else:
                named = {one.name for one in node.names} if isinstance(node, ast.Import) else set()
            found |= {(path.name, one) for one in named if one in ours or one.partition(".")[0] in OPTIONAL}
    assert found == set()


def test_a_persons_certificate_signs_the_pdf_by_command(
    fund, person: Certified, minutes: Copy, tmp_path, capsys, monkeypatch
):
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

    p12, pdf, out = tmp_path / "person.p12", tmp_path / "minutes.pdf", tmp_path / "signed.pdf"
    p12.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"x", person.key, person.certificate, None, BestAvailableEncryption(b"secret")
        )
    )
    content = minutes()
    pdf.write_bytes(minutes_pdf(content, language="ja", issued_at=issued_at(content)))
    words = ["sign-pdf", str(pdf), "--certificate", str(p12), "--out", str(out)]
    monkeypatch.setenv("FUNDAPP_CERTIFICATE_PASSWORD", "wrong")
    assert main(words) == 1
    assert what("own_certificate_unreadable", file=str(p12)) in capsys.readouterr().err
    monkeypatch.setenv("FUNDAPP_CERTIFICATE_PASSWORD", "secret")
    assert main(words) == 0
    capsys.readouterr()
    assert main(["verify", str(out)]) == 0
    assert "The PDF is signed by Takase" in capsys.readouterr().out
    assert main(["verify", str(out), "--trust", str(person.file(tmp_path))]) == 0
    assert "was not checked" not in capsys.readouterr().out
    out.write_bytes(out.read_bytes() + b"%more")
    assert main(["verify", str(out)]) == 1
    assert fault("minutes_pages_differ") in capsys.readouterr().err
    pdf.write_bytes(minutes_json(content))
    assert main(["sign-pdf", str(pdf), "--certificate", str(p12), "--out", str(tmp_path / "other")]) == 1
    assert "is no PDF" in capsys.readouterr().err


def test_a_draft_is_not_signed(key, tmp_path, capsys):
    fund = closed_meeting(tmp_path / "draft")
    from fundapp.web.minutes_copy import minutes_copy

    content = minutes_copy(fund.desk, SECRETARIAT, "m1", "ja")
    assert isinstance(content, MinutesContent)
    file = tmp_path / "draft.json"
    file.write_bytes(minutes_json(content))
    assert main(["keys", "sign", str(file), "--key", str(key), "--out", str(tmp_path / "s")]) == 1
    assert what("minutes_not_locked", number=1) in capsys.readouterr().err
    assert main(["attest", *folder(fund), "--meeting", "2", "--key", str(key)]) == 1
    assert what("minutes_unknown") in capsys.readouterr().err
    assert main(["attest", *folder(fund), "--meeting", "1"]) == 1
    assert "Name a key" in capsys.readouterr().err
    fund.desk.database.close()


def test_the_environment_names_what_there_is(tmp_path):
    assert means({}) == Means()
    assert not means({KEY_VARIABLE: " "}).any()
    named = means({KEY_VARIABLE: "/k", AUTHORITY_VARIABLE: "http://a/", CERTIFICATE_VARIABLE: "/c"})
    assert named == Means(key=Path("/k"), authority="http://a/", certificate=Path("/c"))
    assert named.any()


def test_the_statement_can_be_written_by_hand(minutes: Copy):
    from fundapp.attesting.statement import statement

    lock = minutes().proof[-1]
    said = {
        "fund": json.loads(lock.record)["fund"],
        "hash": lock.hash,
        "schema": "fundapp/attestation/1",
        "seq": lock.seq,
    }
    assert statement(lock) == json.dumps(said, separators=(",", ":")).encode()
    assert Attestation(kind="signature", by="", value="").stated_at is None
