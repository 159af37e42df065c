"""Finding proposals and putting them in order."""

from fractions import Fraction

import pytest

from fundapp.basis.fact import Bilingual
from fundapp.committee.proposal import Company, Proposal
from fundapp.ui.proposal.evidence import titled
from fundapp.ui.proposal.listing import Listed, in_order, matching
from fundapp.ui.proposal.place import Place, State
from tests.pages.small_fund import EARLIER, TODAY


def row(number: int, ask_yen: int, state: State) -> Listed:
    proposal = Proposal(
        id=str(number),
        code=f"PR-{number:02}",
        name=Bilingual(ja=f"案件{number}", en=f"Matter {number}"),
        company=Company(id="c", name=Bilingual(ja="八稜電装", en="Hachiryo Denso"), city="稜北市"),
        ask_yen=ask_yen,
        instrument="loan",
        sector="環境・防災" if number == 1 else "食品機械",
        stage="early",
    )
    return Listed(proposal=proposal, state=state)


ROWS = (
    row(1, 3_000, State(kind="resolved", on=EARLIER, resolution="defer")),
    row(2, 9_000, State(kind="judging", meeting=14)),
    row(3, 6_000, State(kind="resolved", on=TODAY, resolution="decline")),
    row(4, 1_000, State(kind="registered")),
)
PLACES = {
    "PR-01": Place(axis1=Fraction(3), axis2=Fraction(4), judged=True),
    "PR-02": Place(axis2=Fraction(2), judged=False),
    "PR-03": Place(axis1=Fraction(4), judged=True),
    "PR-04": Place(judged=False),
}


@pytest.mark.parametrize(
    ("order", "codes"),
    [
        ("state", ["PR-02", "PR-04", "PR-03", "PR-01"]),
        ("code", ["PR-01", "PR-02", "PR-03", "PR-04"]),
        ("ask", ["PR-02", "PR-03", "PR-01", "PR-04"]),
        ("prospects", ["PR-03", "PR-01", "PR-02", "PR-04"]),
        ("support", ["PR-01", "PR-02", "PR-03", "PR-04"]),
    ],
)
def test_orders(order, codes):
    asked = []

    def place(row: Listed) -> Place:
        asked.append(row)
        return PLACES[row.proposal.code]

    assert [one.proposal.code for one in in_order(ROWS, order, place)] == codes
    assert bool(asked) == (order in {"prospects", "support"}), "the place of all is worked out for an order by it alone"


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("", ["PR-01", "PR-02", "PR-03", "PR-04"]),
        ("ｐｒ-02", ["PR-02"]),
        ("防災 電装", ["PR-01"]),
        ("MATTER 3", ["PR-03"]),
        ("nowhere", []),
    ],
)
def test_every_word_must_occur(words, codes):
    assert [one.proposal.code for one in matching(ROWS, words)] == codes


@pytest.mark.parametrize(
    ("title", "file_name", "kept"),
    [
        ("", "市場調査.pdf", "市場調査.pdf"),
        (" 試験成績書 ", "scan0001.PDF", "試験成績書.PDF"),
        ("scan.pdf", "scan.pdf", "scan.pdf"),
        ("", "../../etc/a.txt", "a.txt"),
        ("", "C:\\papers\\b.csv", "b.csv"),
    ],
)
def test_a_document_s_title_keeps_its_ending(title, file_name, kept):
    assert titled(title, file_name) == kept
