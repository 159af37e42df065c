"""Minutes in Word: in the plain template and in the fund's own; and what makes a template unfit."""

import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from fundapp.documents.minutes_docx import minutes_docx, plain_template
from fundapp.documents.word_template import faults
from tests.documents.sample import sample

AWKWARD = "絵文字🙂と𠮷田、<w:p>&{{ 7*7 }}\x0b{% for %}" + "長" * 10_000


def word(data: bytes):
    return docx.Document(BytesIO(data))


def text_of(made) -> str:
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in made.paragraphs), *cells])


def template(*paragraphs: str, rows: tuple[str, ...] = ()) -> bytes:
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    if rows:
        table = made.add_table(rows=0, cols=1)
        for text in rows:
            table.add_row().cells[0].text = text
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    out = BytesIO(data)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(("language", "head"), [("ja", "第14回 投資委員会議事録"), ("en", "Minutes of the investment")])
def test_the_plain_template_holds_the_whole_minutes(language: str, head: str) -> None:
    assert faults(plain_template()) == ()
    made = word(minutes_docx(sample(), language=language))
    told = text_of(made)
    assert head in told
    assert "9.8 kW" in told
    assert sample().record_hash[:32] in told
    assert "{{" not in told
    heads = [table.rows[0]._tr.trPr for table in made.tables if len(table.columns) > 2]
    assert heads
    assert all(one is not None and one.find(qn("w:tblHeader")) is not None for one in heads)
    described = [table._tbl.tblPr.find(qn("w:tblDescription")) for table in made.tables if len(table.columns) > 2]
    assert all(one is not None and one.get(qn("w:val")) for one in described)
    pictures = made.element.body.findall(f".//{qn('wp:docPr')}")
    assert [one.get("descr").partition("PR-0")[2][0] for one in pictures] == ["6", "9"], "each map is told in words"
    assert len(made.inline_shapes) == 2
    assert made.styles["Normal"].element.rPr.rFonts.get(qn("w:eastAsia")) == "BIZ UDPGothic"


def test_the_funds_own_template_is_filled_in() -> None:
    own = template(
        "{{ fund }} {{ document_number }}",
        "{%p if decision_number %}",
        "確定 {{ decision_number }}",
        "{%p endif %}",
        "{{ body }}",
        rows=("{%tr for one in signatories %}", "{{ one.name }}: {{ one.answer }}", "{%tr endfor %}"),
    )
    assert faults(own) == ()
    told = text_of(word(minutes_docx(sample(), language="ja", template=own)))
    assert all(f"{name}: " in told for name in sample().signatories)
    assert "確定" not in told.split("\n")[1]


def test_what_members_wrote_is_letters_and_nothing_else() -> None:
    content = sample().model_copy(update={"place": AWKWARD, "convener": AWKWARD})
    told = text_of(word(minutes_docx(content, language="ja", template=template("{{ place }}", "{{ body }}"))))
    assert "絵文字🙂と𠮷田、<w:p>&{{ 7*7 }}" in told
    assert "長" * 10_000 in told


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ 7 * 7 }}", "template_script"),
        ("{{ body.__class__ }}", "template_unknown_name"),
        ("{{ ''.__class__.__mro__ }}", "template_unknown_name"),
        ("{{ cycler('a') }}", "template_script"),
        ("{% set x = 1 %}", "template_script"),
        ("{% include 'secret' %}", "template_script"),
        ("{% for x in range(9) %}{{ x }}{% endfor %}", "template_script"),
        ("{{ fund | upper }}", "template_script"),
        ("{{ funds }}", "template_unknown_name"),
        ("{% for one in seats %}{{ one.password }}{% endfor %}", "template_unknown_name"),
        ("{{ fund", "template_syntax"),
        ("{% if fund %}", "template_syntax"),
    ],
)
def test_a_template_with_an_unknown_field_or_a_script_is_refused(text: str, code: str) -> None:
    assert code in {one.code for one in faults(template(text, "{{ body }}"))}


def test_an_unknown_name_is_told_by_name_and_in_a_header_too() -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "{{ treasurer }}"
    made.add_paragraph("{{ body }}")
    out = BytesIO()
    made.save(out)
    assert [(one.code, dict(one.details)) for one in faults(out.getvalue())] == [
        ("template_unknown_name", {"name": "treasurer"})
    ]


def test_a_template_without_a_place_for_the_proceedings_is_refused() -> None:
    assert [one.code for one in faults(template("{{ fund }}"))] == ["template_without_body"]


@pytest.mark.parametrize(
    ("part", "content", "code"),
    [
        ("word/vbaProject.bin", b"macro", "template_holds_code"),
        ("word/embeddings/sheet.xlsx", b"x", "template_holds_code"),
        ("word/evil.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>', "template_holds_code"),
        (
            "word/_rels/settings.xml.rels",
            b'<Relationships><Relationship Id="1" Type="http://x/attachedTemplate" Target="http://x/y.dotm" '
            b'TargetMode="External"/></Relationships>',
            "template_links_outside",
        ),
    ],
)
def test_code_and_links_outside_are_refused(part: str, content: bytes, code: str) -> None:
    assert [one.code for one in faults(with_part(template("{{ body }}"), part, content))] == [code]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>", b"\x00" * 100])
def test_what_is_no_word_file_is_said_to_be_none(data: bytes) -> None:
    assert [one.code for one in faults(data)] == ["template_not_word"]


def test_a_bomb_is_refused_by_its_size_before_it_is_unpacked() -> None:
    out = BytesIO(template("{{ body }}"))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/big.xml", b"0" * 60_000_000)
    assert [one.code for one in faults(out.getvalue())] == ["template_too_large"]
