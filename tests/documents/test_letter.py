"""The letter to the applicant: resolution, reasons, what would make it pass, next contact; nothing else."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pdf_standards import faults
from pypdf import PdfReader

from fundapp.basis.fact import Bilingual
from fundapp.documents.letter import GATES, Sender
from fundapp.documents.letter_files import letter_markdown, letter_pdf
from fundapp.record import commands as c
from tests.pages.small_fund import ACTORS, SEATS, SmallFund, judged, resolved, small_fund

WORDS = "次の一歩をともに考えます。"
SENDER = Sender(
    company=Bilingual(ja="八稜第1製作所", en="Hachiryo Works 1"),
    president="山田 花子",
    contact="佐藤 健",
    contact_at="0120-000-000\nsato@example.jp",
    words=WORDS,
    on=date(2026, 10, 16),
)
ISSUED_AT = datetime(2026, 10, 16, 1, 0, tzinfo=UTC)
DECLINED, APPROVED = "item-13-PR-01", "item-13-PR-02"


@pytest.fixture(scope="module")
def fund(tmp_path_factory) -> SmallFund:
    return small_fund(tmp_path_factory.mktemp("letter") / "data")


def text(fund: SmallFund, item_id: str, language="en") -> str:
    book = fund.desk.book(ACTORS["secretariat"])
    return letter_markdown(book, book.items[item_id], SENDER, language=language).decode().replace("\\", "")


def test_a_declined_proposal_learns_why_and_what_would_make_it_pass(fund) -> None:
    told = text(fund, DECLINED)
    assert "Resolution: Decline - support not established" in told
    assert f"• {GATES['G3']}" in told
    assert f"• {GATES['G4']}" in told
    assert GATES["G2"] not in told
    assert "## What would make it pass" in told
    assert "Coverage of critical lines: 50% now, at least" in told
    assert "Open: HG-09 部品9, 着磁の外注先" in told
    assert WORDS in told
    assert "佐藤 健" in told
    assert "sato@example.jp" in told


def test_an_approved_one_learns_the_terms_and_how_long_the_money_is_kept(fund) -> None:
    told = text(fund, APPROVED)
    assert "Resolution: Approve" in told
    assert "**Amount**: ¥40,000,000" in told
    assert "**The money is kept until**" in told
    assert "What would make it pass" not in told


def test_it_speaks_japanese(fund) -> None:
    told = text(fund, DECLINED, "ja")
    assert "# 投資委員会の審査結果のお知らせ" in told
    assert "八稜第1製作所　山田 花子 様" in told
    assert "2026年8月16日開催の第13回投資委員会で審査いたしました" in told
    assert "支援の体制が成立していないため、投資を見送ることといたしました。" in told


def test_no_member_no_mark_no_vote_and_no_provider_is_in_it(fund) -> None:
    book = fund.desk.book(ACTORS["secretariat"])
    item = book.items[DECLINED]
    told = text(fund, DECLINED)
    assert not {seat.name.en for seat in book.seats.values()} & set(told.splitlines())
    for hidden in ("Seat 1", "Seat 2", "Seat 3", "提供者1", "提供者2", "votes", "for 3"):
        assert hidden not in told, hidden
    assert {card.person for card in item.scorecards} == set(SEATS)
    assert "4.00" not in told
    assert "2.20" not in told


def test_a_proposal_deferred_for_the_balance_learns_how_much_is_lacking(tmp_path) -> None:
    fund = small_fund(tmp_path / "data")
    judged(fund, "item-14-PR-01", 4)
    motion = c.PutMotion(item_id="item-14-PR-01", resolution="defer", defer_reason="evidence")
    resolved(fund, "item-14-PR-01", motion)
    told = text(fund, "item-14-PR-01")
    assert "• Evidence is missing that the committee needs in order to judge." in told
    assert GATES["G3"] not in told


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_pdf_is_accessible_and_the_same_bytes_again(fund, language) -> None:
    book = fund.desk.book(ACTORS["secretariat"])
    first, again = (
        letter_pdf(book, book.items[DECLINED], SENDER, language=language, issued_at=ISSUED_AT) for _ in range(2)
    )
    assert first == again
    assert faults(first) == []
    reader = PdfReader(BytesIO(first))
    assert reader.attachments == {}
    shown = "".join("".join(page.extract_text() for page in reader.pages).split())
    assert "".join(WORDS.split()) in shown
