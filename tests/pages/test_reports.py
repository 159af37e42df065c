"""How did the fund stand on a day, and which papers tell it?"""

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from datetime import date, timedelta
from functools import cache

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from fundapp.basis.fact import Language
from fundapp.basis.refusal import Refusal
from fundapp.documents import pack_check
from fundapp.record import commands as c
from fundapp.record.as_of import on_day
from fundapp.text.catalogue import use
from fundapp.web.documents_on_offer import MAKERS
from tests.pages.screens import open_accounts
from tests.pages.small_fund import ACTORS, TODAY, SmallFund, open_as, small_fund
from tests.pages.test_investment import paid

AFTER = TODAY + timedelta(days=5)
PAPERS = ("lp-report", "statements-pdf", "statements-xlsx", "audit-pack")


@pytest.fixture(scope="module")
def fund(tmp_path_factory) -> SmallFund:
    """An investment signed and paid on TODAY, which was closed five days later."""
    made = small_fund(tmp_path_factory.mktemp("reports"))
    paid(made)
    made.does("manager", c.PayFee(fee_id="fee", amount_yen=2_000_000, what="監査報酬", on=TODAY))
    made.moves_to(AFTER)
    made.does("manager", c.ClosePeriod(until=TODAY, on=AFTER))
    return made


def made(
    fund: SmallFund, kind: str, on: date | str = AFTER, person: str = "manager", language: Language = "en", **query
):
    use(language)
    return MAKERS[kind](fund.desk, ACTORS[person], {"on": str(on), "partner": "1"} | query, language)


@pytest.fixture(scope="module")
def told(fund):
    """What a paper of AFTER tells, read once: all text of a PDF without blanks, and the JSON in it."""

    @cache
    def read(kind: str, language: Language) -> tuple[str, str]:
        reader = PdfReader(io.BytesIO(made(fund, kind, language=language).content))
        text = "".join("".join(page.extract_text() for page in reader.pages).split())
        return text, reader.attachments["report.json"][0].decode()

    return read


def pack(fund: SmallFund, on: date | str = AFTER, person: str = "auditor") -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made(fund, "audit-pack", on, person).content)) as found:
        return {name: found.read(name) for name in found.namelist()}


@pytest.mark.parametrize(
    ("spoken", "facts"),
    [
        (
            "ja",
            (
                "有限責任組合員向け四半期報告書",
                "2026年10月20日現在・速報",
                "LP御中",
                "八稜第2製作所",
                "¥500,000,000",
                "58,000,000",
                "取得原価",
                "貸借対照表",
                "損益計算書",
                "資産合計",
            ),
        ),
        (
            "en",
            (
                "Quarterlyreporttoalimitedpartner",
                "Asof20October2026,provisional",
                "ToLP",
                "HachiryoWorks2",
                "¥500,000,000",
                "58,000,000",
                "Under a year".replace(" ", ""),
                "Balancesheet",
                "Profitandloss",
            ),
        ),
    ],
)
def test_report_to_a_partner_tells_the_key_facts(told, spoken, facts) -> None:
    text = told("lp-report", spoken)[0].replace("：", ":")
    assert [fact for fact in facts if fact not in text] == []


@pytest.mark.parametrize(("kind", "spoken"), [("lp-report", "ja"), ("lp-report", "en"), ("statements-pdf", "ja")])
def test_no_paper_tells_a_partner_what_was_declined_or_scored(told, kind, spoken) -> None:
    """PR-01 was declined, PR-04 is not judged yet; milestones, evidence and papers are not a partner's."""
    text = "".join(told(kind, spoken))
    secrets = ("PR-01", "PR-04", "風力", "Small wind", "Care lifter", "介護", "着磁", "prototype", "PR-02.pdf", "score")
    assert [word for word in secrets if word in text or word.replace(" ", "") in text] == []
    assert "八稜第2製作所" in text


@pytest.mark.parametrize("kind", PAPERS)
def test_a_closed_day_gives_the_same_bytes_for_ever(fund, kind) -> None:
    first = made(fund, kind, TODAY).content
    fund.does("manager", c.CallCapital(call_id=f"later-{kind}", amount_yen=1_000_000, due=AFTER, on=AFTER))
    assert made(fund, kind, TODAY).content == first


@pytest.mark.parametrize("kind", PAPERS)
def test_a_partner_gets_the_bytes_that_the_manager_gets_or_nothing(fund, kind) -> None:
    document = made(fund, kind, person="lp")
    if kind == "audit-pack":
        assert document == Refusal.of("not_permitted")
    else:
        assert document == made(fund, kind)
    assert made(fund, kind, person="administrator") == Refusal.of("not_permitted")


@pytest.mark.parametrize(
    "query",
    [{"on": ""}, {"on": "soon"}, {"on": "2027-01-01"}, {"on": "2020-01-01"}, {"partner": "0"}, {"partner": "3"}],
)
def test_there_is_no_paper_of_nothing(fund, query) -> None:
    assert isinstance(made(fund, "lp-report", **query), Refusal)


def test_statements_print_what_the_ledger_holds(fund, told) -> None:
    text, _figures = told("statements-pdf", "ja")
    book = on_day(fund.desk.book(ACTORS["manager"]), AFTER)
    for account in ("GL:Bank", "GL:Investment:reservation-item-13-PR-02"):
        assert f"{book.balances[account]:,}" in text
    for part in ("貸借対照表", "損益計算書", "投資の明細", "組合員の持分に関する明細", "3か年の推移", "持分計算書"):
        assert part in text


def test_the_business_report_tells_the_year_three_years_and_what_is_open(fund, told) -> None:
    text = told("statements-pdf", "ja")[0]
    expected = (
        "業務報告書",
        "当期の経過及び成果",
        "投資契約1件を締結しました：八稜第2製作所。",
        "投資先への払込は¥25,000,000、売却・配当などの収入は¥0、償却は¥0でした。",
        "報酬・費用は¥2,000,000、当期損益は▲¥2,000,000（うち未実現¥0）です。",
        "設立以来",
        "その他の重要な事項",
        "締結済みの投資契約の未払込額は¥15,000,000",
        "2026年10月20日より後に生じた事実は、後の日付の報告書に記載します。",
    )
    assert [one for one in expected if one not in text] == []
    book = load_workbook(io.BytesIO(made(fund, "statements-xlsx").content))
    lines = [row[0] for row in book["Business report"].iter_rows(values_only=True)]
    assert "1 agreement was signed: Hachiryo Works 2." in lines
    years = list(book["Three years"].iter_rows(values_only=True))
    assert next(row[1:] for row in years if row[0] == "Profit of the year") == (-2_000_000, -2_000_000)


def test_workbook_has_native_charts_and_totals_that_agree(fund) -> None:
    content = made(fund, "statements-xlsx").content
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert sum(name.startswith("xl/charts/chart") for name in names) == 3
    book = load_workbook(io.BytesIO(content))
    sheet = {row[0].value: row[1].value for row in book["Balance sheet"].iter_rows() if row[0].value}
    assert sheet["Assets in all"] == sheet["Liabilities and partners' capital in all"] == 58_000_000
    equity = list(book["Partners' equity"].iter_rows(values_only=True))
    assert equity[-1][-1] == sum(row[-1] for row in equity[1:-1]) == 58_000_000
    schedule = list(book["Schedule of investments"].iter_rows(values_only=True))
    assert schedule[-1][-1] == 25_000_000


def test_audit_pack_is_checked_by_its_own_program(fund, tmp_path) -> None:
    for name, content in pack(fund).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    done = subprocess.run([sys.executable, "-I", tmp_path / "check.py"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "Unchanged: every file and every entry.\n")
    found = json.loads((tmp_path / "verification.json").read_text(encoding="utf-8"))
    assert (found["unchanged"], found["entries"], found["as_of"]) == (
        True,
        fund.desk.book(ACTORS["manager"]).seq,
        "2026-10-20",
    )


def test_audit_pack_that_was_changed_is_found_out(fund, tmp_path) -> None:
    files = pack(fund)
    first, second, *rest = files["record/record.jsonl"].decode().splitlines()
    forged = json.loads(second)
    forged["record"] += " "
    files["record/record.jsonl"] = "\n".join([first, json.dumps(forged), *rest[:-1]]).encode()
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert pack_check.faults(tmp_path) == [
        "record/record.jsonl: not the file that was handed over",
        "entry 2: was changed",
        "verification.json: names another last entry",
    ]


def test_audit_pack_withholds_scores_until_they_are_revealed(fund) -> None:
    """PR-01 stands frozen before its second judgement: who has scored is told, the marks are not."""
    card = c.SubmitScorecard(
        item_id="item-14-PR-01",
        seat_id="seat-a",
        judgements=tuple(
            c.Judgement(axis="axis1", criterion_id=one.id, level=4) for one in fund.rubric.axis("axis1").criteria
        )
        + tuple(
            c.Judgement(axis="axis2", criterion_id=one.criterion_id, level=one.level)
            for one in fund.desk.book(ACTORS["a"]).items["item-14-PR-01"].frozen.firm
            if one.level is not None
        ),
    )
    fund.does("a", c.DeclareInterest(item_id="item-14-PR-01", seat_id="seat-a", kind="none"))
    fund.does("a", card)
    lines = [json.loads(line) for line in pack(fund)["record/record.jsonl"].decode().splitlines()]
    hidden = [line for line in lines if line["withheld"]]
    assert [(line["kind"], line["withheld"], line["record"]) for line in hidden] == [
        ("ScorecardSubmitted", "before_reveal", "")
    ]
    assert sum(line["kind"] == "ScorecardSubmitted" and bool(line["record"]) for line in lines) == 6


def test_audit_pack_lists_evidence_with_digests_of_what_is_there(fund) -> None:
    rows = pack(fund)["evidence/evidence.csv"].decode("utf-8-sig").splitlines()
    assert any('"TrancheReleaseApproved","words in the record"' in row and '"yes"' in row for row in rows)
    paper = hashlib.sha256(b"%PDF-1.7 a paper").hexdigest()
    assert any('"FactsFrozen","paper of a proposal"' in row and paper in row for row in rows)


def test_erased_words_are_all_that_changes_a_pack_of_a_closed_day(tmp_path) -> None:
    own = small_fund(tmp_path)
    paid(own)
    open_accounts(own.desk, [ACTORS["manager"]])
    own.moves_to(AFTER)
    own.does("manager", c.ClosePeriod(until=TODAY, on=AFTER))
    before, papers = pack(own, TODAY), [made(own, kind, TODAY).content for kind in PAPERS[:3]]
    assert "byte for byte" in before["README.txt"].decode("utf-8-sig")
    erased = own.desk.erase_person("manager", ACTORS["administrator"])
    assert not isinstance(erased, Refusal)
    after = pack(own, TODAY)
    assert sorted(name for name in before if before[name] != after[name]) == [
        "SHA256SUMS",
        "evidence/evidence.csv",
        "evidence/evidence.xlsx",
    ]
    assert '"erased or missing"' in after["evidence/evidence.csv"].decode()
    assert [made(own, kind, TODAY).content for kind in PAPERS[:3]] == papers


def test_audit_pack_balances_are_the_books(fund) -> None:
    files = pack(fund)
    rows = [row.split(",") for row in files["journal/trial_balance.csv"].decode("utf-8-sig").splitlines()[1:]]
    held = {row[0].strip('"'): int(row[-2]) - int(row[-1]) for row in rows}
    assert {account: yen for account, yen in held.items() if yen} == fund.desk.book(ACTORS["manager"]).balances
    assert b"= 58000000 JPY" not in files["journal/journal.hledger"]
    assert f"= {held['GL:Bank']} JPY".encode() in files["journal/journal.hledger"]


@pytest.mark.parametrize("person", ["manager", "lp"])
def test_page_tells_the_day_and_offers_the_papers(fund, monkeypatch, person) -> None:
    screen = open_as(fund, person, "fund/reports", monkeypatch)
    assert not screen.exception
    assert [one.value for one in screen.title] == ["Net assets of JPY 58m on 15 October 2026"]
    buttons = [one.proto.label for one in screen.get("link_button")]
    office = ["Audit pack"] if person == "manager" else []
    assert buttons == ["Report to LP", "Statements as PDF", "Statements as a spreadsheet with charts", *office]


def test_page_goes_to_another_day_and_speaks_japanese(fund, monkeypatch) -> None:
    screen = open_as(fund, "manager", "fund/reports", monkeypatch, language="ja")
    assert screen.selectbox[0].options == [
        "2026年10月15日（締切済み・確定）",
        "2026年9月30日（締切済み・確定）",
        "その他の日",
    ]
    screen = screen.selectbox[0].select_index(2).run()
    assert not screen.exception
    assert [one.value for one in screen.title] == ["2026年10月20日現在の純資産は58百万円です"]
