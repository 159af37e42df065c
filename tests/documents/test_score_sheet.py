"""Score sheets on paper: seat and item named on every page, level texts in view, nothing that is not open."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader
from small_fund import MEMBERS, SECRETARIAT, Clock, SmallFund

from fundapp.desk import Desk
from fundapp.documents.score_sheet import score_sheets
from fundapp.documents.score_sheet_pdf import score_sheets_pdf
from fundapp.record import commands as c
from fundapp.record.roll import voters
from fundapp.text.catalogue import use

NAMES = {"association-holder": "山田 花子", "tlo-holder": "佐藤 健", "bank-holder": "鈴木 一"}
ISSUED_AT = datetime(2026, 4, 1, 2, 0, tzinfo=UTC)
ITEM = "m1-PR-1"


@pytest.fixture(scope="module")
def fund(tmp_path_factory) -> SmallFund:
    fund = SmallFund(Desk(tmp_path_factory.mktemp("sheet") / "data", clock=Clock()), Clock())
    fund.found()
    made = fund.proposal("PR-1")
    fund.do(c.RegisterProposal(proposal=made.model_copy(update={"needs_support": True})), SECRETARIAT)
    fund.meeting(1, "PR-1")
    fund.do(c.FreezeFacts(item_id=ITEM), SECRETARIAT)
    return fund


def pdf(fund: SmallFund, language) -> PdfReader:
    book = fund.desk.book(SECRETARIAT)
    item = book.items[ITEM]
    return PdfReader(
        BytesIO(score_sheets_pdf(book, item, voters(book, item), NAMES, language=language, issued_at=ISSUED_AT))
    )


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_page_names_item_seat_and_person(fund, language):
    pages = [squeezed(page.extract_text()) for page in pdf(fund, language).pages]
    assert all("PR-1" in page for page in pages)
    owners = [next(name for name in NAMES.values() if squeezed(name) in page) for page in pages]
    assert list(dict.fromkeys(owners)) == list(NAMES.values())


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_an_axis_asks_stands_over_its_first_criterion(fund, language):
    pages = [squeezed(page.extract_text()) for page in pdf(fund, language).pages]
    for axis in fund.desk.book(SECRETARIAT).rubric.axes:
        asks, first = squeezed(axis.question.of(language)), squeezed(axis.criteria[0].name.of(language))
        asking = [page for page in pages if asks in page]
        assert len(asking) == len(NAMES)
        assert all(page.index(asks) < page.index(first) for page in asking)


def test_one_tick_agrees_with_all_that_is_computed(fund):
    use("en")
    book = fund.desk.book(SECRETARIAT)
    item = book.items[ITEM]
    before = score_sheets(book, item, voters(book, item), NAMES).sheets[0]
    assert [one.agree for one in before.axes] == ["", "I agree with all computed levels; no mark below"]


def test_it_is_a_tagged_document_in_its_language(fund):
    reader = pdf(fund, "ja")
    xmp = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert (reader.trailer["/Root"]["/Lang"], reader.metadata.title) == ("ja-JP", "採点票　PR-1 PR-1")


def test_the_levels_stand_with_their_whole_texts_and_on_axis_2_only_those_in_reach(fund):
    use("en")
    book = fund.desk.book(SECRETARIAT)
    item = book.items[ITEM]
    sheet = score_sheets(book, item, voters(book, item), NAMES).sheets[0]
    rubric = book.rubric_of(item)
    computed = {one.criterion_id: one.level for one in item.frozen.firm if one.level is not None}
    assert computed, "the sample has facts to start from"
    for axis, printed in zip(rubric.axes, sheet.axes, strict=True):
        asked = [one for one in axis.criteria if axis.id == "axis1" or one.id in computed]
        assert [one.title.split()[0] for one in printed.criteria] == [one.id for one in asked]
        for criterion, shown in zip(asked, printed.criteria, strict=True):
            near = [n for n in range(1, 6) if axis.id == "axis1" or abs(n - computed[criterion.id]) <= 1]
            assert [(one.mark, one.text) for one in shown.options] == [
                *((str(n), criterion.text_of(n).en) for n in near),
                ("X", "No evidence to judge by."),
            ]


def test_the_second_sheet_begins_from_the_first_score(fund):
    use("en")
    book = fund.desk.book(SECRETARIAT)
    item = book.items[ITEM]
    assert score_sheets(book, item, voters(book, item), NAMES).sheets[0].interest != ()
    for seat, who in MEMBERS.items():
        fund.do(c.DeclareInterest(item_id=ITEM, seat_id=seat, kind="none"), who)
        levels = tuple(
            c.Judgement(axis="axis2", criterion_id=one.criterion_id, level=one.level)
            for one in item.frozen.firm
            if one.level is not None
        )
        card = c.SubmitScorecard(item_id=ITEM, seat_id=seat, judgements=(*fund.judgements(3), *levels))
        fund.do(card, who)
    fund.do(c.RevealScores(item_id=ITEM), MEMBERS["association"])
    book = fund.desk.book(SECRETARIAT)
    (sheet, *_others) = score_sheets(book, book.items[ITEM], voters(book, book.items[ITEM]), NAMES).sheets
    assert (sheet.round, sheet.interest) == ("Second score", ())
    assert {one.agree for one in sheet.axes} == {"I stay with my first score on the whole axis; no mark below"}
    assert all("Your first score 3" in one.notes for one in sheet.axes[0].criteria)


def test_the_same_sheets_are_the_same_bytes(fund):
    book = fund.desk.book(SECRETARIAT)
    item = book.items[ITEM]
    seats = voters(book, item)
    first, again = (score_sheets_pdf(book, item, seats, NAMES, language="en", issued_at=ISSUED_AT) for _ in range(2))
    assert first == again
