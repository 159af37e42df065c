"""Messages of an inquiry: both languages, the whole link, no header out of a name; sheets with the link pictured."""

import io
import zipfile
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

import pytest
from asked_fund import LINES
from pypdf import PdfReader

from fundapp.basis.fact import Bilingual
from fundapp.documents.inquiry_message import Letter, email, eml_files, said
from fundapp.documents.inquiry_sheet import MOST_LINES, PrintedLetter, inquiry_sheets_pdf
from fundapp.text.catalogue import language, use

AT = datetime(2026, 4, 1, 1, 0, tzinfo=UTC)
LINK = "https://fund.example.jp/answer/" + "a" * 170
LETTER = Letter(
    kind="ask",
    to=Bilingual(ja="山田製作所", en="Yamada Works"),
    person="山田 花子",
    email="h@works.example",
    proposal=Bilingual(ja="風車", en="Wind turbine"),
    company=Bilingual(ja="風の会社", en="Wind Co"),
    text=Bilingual(ja="部品を探しています。", en="We look for parts."),
    answer_by=datetime(2026, 4, 15, 8, 0, tzinfo=UTC),
    address=LINK,
)


def test_a_message_holds_both_languages_and_the_whole_link_twice():
    read = message_from_bytes(bytes(email(LETTER, sender="office@fund.example", at=AT)), policy=default)
    text = read.get_content()
    assert (read["To"].addresses[0].addr_spec, read["From"].addresses[0].addr_spec) == (
        "h@works.example",
        "office@fund.example",
    )
    assert "風車" in read["Subject"]
    assert "Wind turbine" in read["Subject"]
    assert text.count(LINK) == 2
    for part in (
        "山田製作所",
        "部品を探しています。",
        "2026年4月15日 17:00",
        "We look for parts.",
        "15 April 2026, 17:00",
    ):
        assert part in text
    assert read["X-Unsent"] == "1"


def test_a_name_never_becomes_a_header():
    nasty = LETTER.model_copy(
        update={"person": "A\r\nBcc: all@x.example", "proposal": Bilingual(ja="風\r\nX: y", en="w")}
    )
    read = message_from_bytes(bytes(email(nasty, sender="office@fund.example", at=AT)), policy=default)
    assert (read["Bcc"], read["X"]) == (None, None)


def test_the_same_message_has_the_same_id_and_another_kind_another():
    ids = {
        str(email(LETTER.model_copy(update={"kind": kind}), sender="a@b.example", at=AT)["Message-ID"])
        for kind in ("ask", "ask", "remind", "result")
    }
    assert len(ids) == 3


@pytest.mark.parametrize("kind", ["ask", "remind", "extend", "result", "agree"])
def test_every_kind_is_said_in_both_languages(kind):
    use("en")
    letter = LETTER.model_copy(update={"kind": kind})
    japanese, english = said(letter, "ja"), said(letter, "en")
    assert english.subject.isascii() or "“" in english.subject
    assert not japanese.subject.isascii()
    assert len(japanese.paragraphs) == len(english.paragraphs) >= 2
    assert language() == "en", "the caller's language stays as it was"


def test_files_are_one_a_member():
    letters = [LETTER, LETTER.model_copy(update={"to": Bilingual(ja="../../etc/passwd", en="x")})]
    with zipfile.ZipFile(io.BytesIO(eml_files(letters, sender="fundapp@localhost", at=AT))) as archive:
        assert archive.namelist() == ["001-山田製作所.eml", "002-------etc-passwd.eml"]
    assert eml_files(letters, sender="a@b.example", at=AT) == eml_files(letters, sender="a@b.example", at=AT)


@pytest.mark.parametrize(("spoken", "words"), [("ja", "ファクス回答欄"), ("en", "Answer by fax")])
def test_a_sheet_has_the_letter_the_picture_and_the_form(spoken, words):
    many = tuple(LINES[0].model_copy(update={"id": str(n), "part_number": f"N-{n}"}) for n in range(MOST_LINES + 5))
    sheets = (PrintedLetter(letter=LETTER, lot=10, lines=LINES), PrintedLetter(letter=LETTER, lot=10, lines=many))
    made = inquiry_sheets_pdf(sheets, language=spoken, issued_at=AT)
    assert made == inquiry_sheets_pdf(sheets, language=spoken, issued_at=AT)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    assert words in text
    for part in ("P-2 shaft *", "20 pcs", f"N-{MOST_LINES - 1}"):
        assert part in text
    assert f"N-{MOST_LINES} " not in text
