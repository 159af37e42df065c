"""The PDF of the minutes: what it says, what it carries, and that nothing a member writes can stop it."""

import json
from io import BytesIO

import pytest
from pypdf import PdfReader

from fundapp.committee.minutes import MinutesContent, Remark, redact
from fundapp.documents.minutes_json import minutes_json
from fundapp.documents.minutes_pdf import minutes_pdf
from fundapp.text.catalogue import language, use
from tests.documents.sample import ISSUED_AT, ONO, sample


def text_of(pdf: bytes) -> str:
    """All text without blanks: a PDF breaks lines where the page does."""
    return "".join("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def remarking(gist: str) -> MinutesContent:
    """The sample with one remark in the discussion of the first item."""
    content = sample()
    matter = content.items[0].matter
    assert matter is not None
    discussion = (Remark(speaker="高橋 亮", gist=gist),)
    item = content.items[0].model_copy(update={"matter": matter.model_copy(update={"discussion": discussion})})
    return content.model_copy(update={"items": (item, *content.items[1:])})


@pytest.mark.parametrize(
    ("spoken", "facts"),
    [
        (
            "ja",
            (
                "第14回投資委員会議事録",
                "令和8年10月15日",
                "決議:条件付可決",
                "PR-06小形風力発電機9.8kW",
                "¥50,000,000",
                "永久磁石の着磁",
                "議決不参加",
                "事業の将来性:加重平均",
                "3.65",
                "2→3",
            ),
        ),
        (
            "en",
            (
                "Minutesoftheinvestmentcommittee,meeting14",
                "15October2026(Reiwa8)",
                "Resolution:Approvewithconditionsprecedent",
                "PR-06Smallwindturbine,9.8kW",
                "¥50,000,000",
                "Nottakingpart",
                "Businessprospects:weightedmean",
                "3.65",
                "2→3",
            ),
        ),
    ],
)
def test_pdf_tells_key_facts(spoken, facts):
    text = text_of(minutes_pdf(sample(), language=spoken, issued_at=ISSUED_AT)).replace("：", ":")
    assert [fact for fact in facts if fact not in text] == []
    content = sample()
    assert content.record_hash[:32] in text
    assert content.record_hash[32:] in text


def test_pdf_says_what_it_is():
    reader = PdfReader(BytesIO(minutes_pdf(sample(), language="ja", issued_at=ISSUED_AT)))
    xmp = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert reader.trailer["/Root"]["/Lang"] == "ja-JP"
    assert reader.metadata.title == "第14回 投資委員会議事録"


def test_attachment_is_canonical_json():
    reader = PdfReader(BytesIO(minutes_pdf(sample(), language="en", issued_at=ISSUED_AT)))
    assert reader.attachments["minutes.json"] == [minutes_json(sample())]


def test_same_content_gives_same_bytes():
    first = minutes_pdf(sample(), language="ja", issued_at=ISSUED_AT)
    minutes_pdf(sample(), language="en", issued_at=ISSUED_AT)
    assert minutes_pdf(sample(), language="ja", issued_at=ISSUED_AT) == first


def test_language_of_the_caller_stays():
    use("en")
    minutes_pdf(sample(), language="ja", issued_at=ISSUED_AT)
    assert language() == "en"


def test_unprintable_characters_are_counted_and_kept_in_the_attachment():
    gist = "良い 👍🏽 と \u0007 ベル、한글"
    pdf = minutes_pdf(remarking(gist), language="ja", issued_at=ISSUED_AT)
    text = text_of(pdf)
    assert "良い〓〓と〓ベル、〓〓" in text
    assert "印字できない文字が5字あり" in text
    record = json.loads(PdfReader(BytesIO(pdf)).attachments["minutes.json"][0])
    assert record["items"][0]["matter"]["discussion"][0]["gist"] == gist


@pytest.mark.parametrize(
    "gist",
    ["𠮷野家の髙橋・山﨑・濵田", "葛󠄀城市", "か\u3099くせい", "①②③ ㈱ ㎡ ～ − ―", "¥ § µ é ß Ω Я"],
    ids=["rare kanji", "variation selector", "combining", "dependent", "latin"],
)
def test_rare_letters_are_printed(gist):
    text = text_of(minutes_pdf(remarking(gist), language="ja", issued_at=ISSUED_AT))
    assert "〓" not in text


@pytest.mark.parametrize(
    "gist",
    [
        "あ" * 10_000,
        "W" * 10_000,
        "very long remark " * 600,
        "\n" * 500,
        "\u202e逆\u202c\ufeff\u200d\u00ad",
        '#set page(width: 1mm) $x$ *b* [c] @d <e> \\ `f` "g" //h /*i*/',
        "",
    ],
    ids=["ten thousand kana", "one word of ten thousand", "words", "empty lines", "no shapes", "markup", "empty"],
)
def test_no_remark_stops_it(gist):
    pdf = minutes_pdf(remarking(gist), language="en", issued_at=ISSUED_AT)
    shown = "".join(letter for letter in gist if letter.isprintable() and not letter.isspace())
    assert shown in text_of(pdf).replace("\u200b", "").replace("\u200c", "") or len(gist) >= 10_000


def test_long_remark_is_printed_whole():
    gist = "".join(f"発言{number:04}。" for number in range(1250))
    text = text_of(minutes_pdf(remarking(gist), language="ja", issued_at=ISSUED_AT))
    cut_by_a_page = [number for number in range(1250) if f"発言{number:04}。" not in text]
    assert len(cut_by_a_page) <= 2
    assert [number for number in cut_by_a_page if f"言{number:04}" not in text and f"{number:04}。" not in text] == []


def test_copy_of_a_recused_member_tells_nothing_of_the_item():
    content = redact(sample(), {2})
    for spoken in ("ja", "en"):
        pdf = minutes_pdf(content, language=spoken, issued_at=ISSUED_AT)
        text = text_of(pdf) + PdfReader(BytesIO(pdf)).attachments["minutes.json"][0].decode()
        hidden = ("PR-09", "微鏡", "Bikyo", "バリ取り", "45,000,000", "45000000", "3.78", "競合特許", "期限は3か月")
        assert [word for word in hidden if word in text] == []
        assert "PR-06" in text
        assert ONO.split()[0] in text
