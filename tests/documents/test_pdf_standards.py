"""Every PDF that the house gives is what it says of itself: PDF/UA-1 all of them, and PDF/A-3a what is kept."""

from collections.abc import Iterator

import pytest
from blindness.lives import PLAIN, Life, lived
from blindness.surfaces import QUERIES
from pdf_standards import faults
from small_fund import SECRETARIAT

from fundapp.committee.minutes import Remark
from fundapp.documents.minutes_pdf import minutes_pdf
from fundapp.text.catalogue import use
from fundapp.web.document import Document
from fundapp.web.documents_on_offer import MAKERS
from tests.documents.sample import ISSUED_AT, sample

KEPT = {
    *("minutes-pdf", "papers-pdf", "circulated-papers", "call-notice", "distribution-notice", "lp-report"),
    *("statements-pdf", "support-menu-committee", "support-menu-company"),
}
"""Documents of the record. What is printed, handed out and filled in by hand is accessible and no more."""
HANDED_OUT = {"seat-cards", "score-sheets-pdf", "inquiry-sheets", "referral"}


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Life]:
    made = lived(tmp_path_factory.mktemp("life") / "data", PLAIN)
    yield made
    made.desk.database.close()


def test_every_pdf_on_offer_keeps_its_standards(life: Life) -> None:
    use("ja")
    found: dict[str, list[str]] = {}
    for kind, make in MAKERS.items():
        answers = (make(life.desk, SECRETARIAT, query, "ja") for query in QUERIES[kind])
        made = next((one for one in answers if isinstance(one, Document)), None)
        if made is not None and made.media_type == "application/pdf":
            found[kind] = faults(made.content, *(() if kind in KEPT else ("ua-1",)))
    assert found.keys() == KEPT | HANDED_OUT
    assert {kind: told for kind, told in found.items() if told} == {}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_whatever_a_member_writes_the_minutes_keep_their_standards(language) -> None:
    content = sample()
    matter = content.items[0].matter
    assert matter is not None
    gist = "𠮷野家 葛󠄀城 👍🏽 \u0007 한글 \u202e逆\u202c か\u3099" + "長い発言。" * 400
    said = matter.model_copy(update={"discussion": (Remark(speaker="高橋 亮", gist=gist),)})
    items = (content.items[0].model_copy(update={"matter": said}), *content.items[1:])
    pdf = minutes_pdf(content.model_copy(update={"items": items}), language=language, issued_at=ISSUED_AT)
    assert faults(pdf) == []


@pytest.mark.parametrize(
    ("mark", "without", "rule"),
    [
        (b"/Lang", b"/Long", "LANG"),
        (b"/MarkInfo", b"/MarkOnfi", "TAGGED"),
        (b"/StructTreeRoot", b"/StructTreeRuut", "STRUCT-TREE-ROOT"),
        (b"/FontFile2", b"/FontFile9", "FONT-EMBEDDING"),
        (b"/AFRelationship", b"/AFRelationshop", "AF-RELATIONSHIP"),
        (b"/Alt", b"/Olt", "ALTERNATIVE-TEXT"),
    ],
)
def test_a_mark_that_is_missing_is_found(mark: bytes, without: bytes, rule: str) -> None:
    pdf = minutes_pdf(sample(), language="ja", issued_at=ISSUED_AT)
    assert mark in pdf
    assert any(rule in one for one in faults(pdf.replace(mark, without)))
