"""Files that mean harm: each is refused in words of both languages, within the bounds of the reading process.

The bounds are the process's own: its processor time and memory are limited by the system before the file is looked
at, so no file can pass them. What is tested here is that each file ends in a refusal that a person understands.
"""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest
from openpyxl import Workbook

from fundapp.basis.refusal import Refusal
from fundapp.intake.limits import LONG_LISTS, Limits
from fundapp.intake.table import read_table
from fundapp.text.catalogue import use
from fundapp.text.refusal_text import refusal_text

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MEGABYTE = 1_000_000


def workbook() -> bytes:
    book = Workbook()
    book.active.append(["品名", "数量"])
    book.active.append(["軸", 2])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def with_parts(*added: tuple[str, bytes], content: bytes | None = None) -> bytes:
    """A workbook with parts added or put in the place of others."""
    out, names = BytesIO(), {name for name, _data in added}
    with ZipFile(BytesIO(content or workbook())) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename not in names:
                new.writestr(part.filename, old.read(part.filename))
        for name, data in added:
            new.writestr(name, data)
    return out.getvalue()


def sheet(cells: str) -> tuple[str, bytes]:
    return "xl/worksheets/sheet1.xml", f'<worksheet xmlns="{SPACE}"><sheetData>{cells}</sheetData></worksheet>'.encode()


def laughs() -> bytes:
    """A billion laughs: entities of entities."""
    entities = '<!ENTITY l0 "lol">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE lolz [{entities}]><a>&l9;</a>'.encode()


def lying() -> bytes:
    """A part whose directory says ten bytes and whose stream holds a hundred million."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    stream = deflate.compress(b"<a>" + b" " * 100 * MEGABYTE) + deflate.flush()
    base = bytearray(with_parts())
    end = base.rindex(b"PK\5\6")
    count, size, start = struct.unpack("<HxxLL", bytes(base[end + 8 : end + 20]))
    name = b"xl/bomb.xml"
    fields = (20, 0, 8, 0, 0, 0, len(stream), 10, len(name), 0)
    local = struct.pack("<4sHHHHHLLLHH", b"PK\3\4", *fields) + name + stream
    entry = struct.pack("<4sHHHHHHLLLHHHHHLL", b"PK\1\2", 20, *fields, 0, 0, 0, 0, start) + name
    directory = bytes(base[start:end]) + entry
    tail = struct.pack("<4sHHHHLLH", b"PK\5\6", 0, 0, count + 1, count + 1, size + len(entry), start + len(local), 0)
    return bytes(base[:start]) + local + directory + tail


def quine_like() -> bytes:
    """A thousand names for parts, as an archive in archives has."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
        for at in range(1000):
            archive.writestr(f"xl/{at}.xml", "<a/>")
    return out.getvalue()


def twice() -> bytes:
    """Two parts of one name: what one reader checks another one does not read."""
    out = BytesIO(workbook())
    with ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(ZipInfo("xl/workbook.xml"), "<a/>")
    return out.getvalue()


HOSTILE = {
    "zip bomb": (with_parts(("xl/bomb.xml", b" " * 150 * MEGABYTE)), "file_hostile"),
    "zip bomb that lies about its size": (lying(), "file_unreadable"),
    "a thousand parts": (quine_like(), "file_hostile"),
    "two parts of one name": (twice(), "file_hostile"),
    "XML bomb": (with_parts(("xl/sharedStrings.xml", laughs())), "file_hostile"),
    "XML bomb under another name": (with_parts(("xl/media/picture.png", laughs())), "file_hostile"),
    "document type from elsewhere": (
        with_parts(("xl/styles.xml", b'<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>')),
        "file_hostile",
    ),
    "a million elements in each other": (with_parts(("docProps/app.xml", b"<a>" * MEGABYTE)), "file_hostile"),
    "far cell": (
        with_parts(sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
        "table_too_wide",
    ),
    "far row": (with_parts(sheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')), "table_too_long"),
    "cell outside of any sheet": (with_parts(sheet('<row r="1"><c r="ZZZZ99999999"/></row>')), "file_unreadable"),
    "macro": (with_parts(("xl/vbaProject.bin", b"\0")), "file_has_macros"),
    "macro sheet": (with_parts(("xl/macrosheets/sheet1.xml", b"<a/>")), "file_has_macros"),
    "external link": (with_parts(("xl/externalLinks/externalLink1.xml", b"<a/>")), "file_has_links"),
    "a name that leads out of the folder": (with_parts(("../../etc/cron.d/x", b"x")), "file_hostile"),
    "a name with a drive": (with_parts(("C:\\windows\\x", b"x")), "file_hostile"),
    "cut in the middle": (workbook()[: len(workbook()) // 2], "file_unreadable"),
    "cut at the end": (workbook()[:-30], "file_unreadable"),
    "damaged stream": (workbook().replace(b"PK\1\2", b"PK\1\3", 1), "file_unreadable"),
    "zero bytes in a text": ("品名,数量\n軸\0,2\n".encode(), "file_unreadable"),
    "zero bytes alone": (bytes(1000), "file_unreadable"),
    "two encodings in one": (
        "品名,数量,メーカー\n".encode() * 9 + "主軸,2,日本精密\n".encode("cp932"),
        "file_wrong_encoding",
    ),
    "one cell without end": (b'a,"' + b"x" * 9 * MEGABYTE, "cell_too_long"),
    "a million columns": (b"," * MEGABYTE + b"x\n", "table_too_wide"),
    "a row a byte": (b"a,b\n" * 300_000, "table_too_long"),
    "100 MB": (bytes(100 * MEGABYTE), "file_too_large"),
}
LIMITS = Limits(wall_seconds=120)
"""On a busy machine the clock runs on while the process waits; its processor time is bounded all the same."""


@pytest.mark.parametrize("case", HOSTILE)
def test_is_refused_in_both_languages(case: str) -> None:
    content, code = HOSTILE[case]
    answer = read_table("parts.xlsx", content, limits=LIMITS)
    assert isinstance(answer, Refusal), answer
    assert answer.code == code
    told = {}
    for language in ("ja", "en"):
        use(language)
        text = refusal_text(answer)
        assert text.what
        assert text.next_
        told[language] = (text.what, text.next_)
    assert told["ja"] != told["en"]


def test_formulas_and_commands_in_a_text_stay_text() -> None:
    content = "品名,数量\n=HYPERLINK(\"http://x\"),1\n@SUM(A1),2\n+cmd|' /C calc'!A0,3\n".encode()
    grid = read_table("parts.csv", content)
    assert not isinstance(grid, Refusal)
    assert [row[0] for row in grid.rows[1:]] == ['=HYPERLINK("http://x")', "@SUM(A1)", "+cmd|' /C calc'!A0"]


def test_a_small_file_gets_no_more_time_as_a_list_of_members_than_as_a_bill() -> None:
    """A hundred thousand members as a workbook are eight megabytes and take seven seconds of a processor."""
    sizes = (0, 999_999, MEGABYTE, 8 * MEGABYTE, 20 * MEGABYTE)
    assert [LONG_LISTS.processor_seconds(size) for size in sizes] == [4, 4, 5, 12, 12]
    assert {Limits().processor_seconds(size) for size in sizes} == {4}
