"""The export: everything as CSV and JSON, and nothing by which a score could be told before its reveal."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
from every_kind import PLAN, UNREVEALED, live
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_fund import MEMBERS, Clock, SmallFund

from fundapp import cli
from fundapp.basis.refusal import Refusal
from fundapp.cli.keeping import EXPORTER
from fundapp.committee.item import LevelGiven, Scorecard
from fundapp.desk import Desk
from fundapp.documents.export import export_files
from fundapp.record import commands as c
from fundapp.record.book import Book
from fundapp.record.outgoing import outgoing
from fundapp.record.sight import sight
from fundapp.store.events import caught_up

WITH_PAPERS = ["bank", "manager", "secretariat", "auditor"]


@pytest.fixture(scope="module")
def fund(tmp_path_factory: pytest.TempPathFactory) -> SmallFund:
    clock = Clock()
    lived = SmallFund(Desk(tmp_path_factory.mktemp("export") / "data", clock=clock), clock)
    live(lived)
    return lived


@pytest.fixture(scope="module")
def files(fund: SmallFund) -> dict[str, bytes]:
    return exported(fund)


def exported(fund: SmallFund, who=EXPORTER) -> dict[str, bytes]:
    tables = fund.desk.export(who)
    assert not isinstance(tables, Refusal)
    return dict(export_files(tables))


def rows(files: dict[str, bytes], name: str):
    return json.loads(files[f"{name}.json"])


def test_fund_json_holds_the_six_figures_and_nothing_else(files) -> None:
    assert rows(files, "fund") == {
        "fund_size_yen": 520_000_000,
        "committed_yen": 13_000_000,
        "drawn_yen": 13_000_000,
        "undrawn_yen": 0,
        "reserved_yen": 0,
        "investable_yen": 393_000_000,
    }


def test_proposals_json_holds_place_and_resolution_and_null_before_the_reveal(files) -> None:
    def row(code: str, axis1, axis2, quadrant, resolution) -> dict[str, object]:
        place = {"axis1": axis1, "axis2": axis2, "quadrant": quadrant, "resolution": resolution}
        return {"code": code, "name_ja": code, "name_en": code, "ask_yen": 60_000_000, **place}

    found = rows(files, "proposals")
    axis2 = found[1]["axis2"]
    assert found == [
        row("PR-1", 4.0, None, None, "approve"),
        row("PR-2", 2.0, axis2, found[1]["quadrant"], "decline"),
        row("PR-3", 4.0, None, None, "approve_with_conditions"),
        row("PR-4", None, None, None, None),
        row("PR-5", None, None, None, "defer"),
    ]
    assert isinstance(axis2, float)
    assert found[1]["quadrant"] in ("Q3", "Q4")


def test_points_are_rounded_half_up_to_two_decimals(files) -> None:
    axis2 = [row["axis2"] for row in rows(files, "record/items") if row["axis2"] is not None]
    assert axis2 == [round(value, 2) for value in axis2]


def test_every_table_is_there_as_csv_and_json_with_the_same_rows(files) -> None:
    contents = json.loads(files["contents.json"])
    named = set(contents["rows"])
    assert files.keys() == {"contents.json", *(f"{name}.{ending}" for name in named for ending in ("csv", "json"))}
    for name, count in contents["rows"].items():
        assert files[f"{name}.csv"].startswith(b"\xef\xbb\xbf")
        head, *lines = csv.reader(files[f"{name}.csv"].decode("utf-8-sig").splitlines(keepends=True))
        found = [rows(files, name)] if name in ("fund", "record/extent") else rows(files, name)
        assert len(lines) == len(found) == count, name
        assert all(list(row) == head for row in found), name


def test_no_table_of_this_life_is_empty_but_those_that_nothing_was_put_in(files) -> None:
    empty = {name for name, count in json.loads(files["contents.json"])["rows"].items() if count == 0}
    assert empty == {
        "record/opening_waiting",
        "registers/bill_assembly",
        "registers/continuity_check",
        "registers/rubric_text",
        "registers/support_case",
        "people",
    }


def test_a_recused_member_is_not_told_what_the_company_told_of_its_cash(fund) -> None:
    stated = [one.proposal_id for one in fund.desk.company_cash(MEMBERS["bank"])]
    assert (stated, fund.desk.company_cash(MEMBERS["tlo"])) == (["id-PR-1"], ())
    assert rows(exported(fund, MEMBERS["tlo"]), "registers/company_cash") == []


def test_only_revealed_scores_are_in_it(files) -> None:
    assert {row["item_id"] for row in rows(files, "record/scores")} == {"m1-PR-1", "m1-PR-2", "m1-PR-3"}
    (waiting,) = (row for row in rows(files, "record/items") if row["item_id"] == UNREVEALED)
    assert (waiting["scored"], waiting["axis1"], waiting["revealed_at"]) == (["association", "tlo"], None, None)


def test_a_member_s_own_unrevealed_score_is_not_exported_either(fund) -> None:
    own = exported(fund, MEMBERS["association"])
    assert UNREVEALED not in {row["item_id"] for row in rows(own, "record/scores")}


def test_words_are_written_out_and_digests_are_not(files) -> None:
    notes = [row["gist"] for row in rows(files, "record/notes")]
    assert notes == ["bank-holder on the market", "manager on the market", "association-holder on the jigs"]
    assert {row["person"] for row in rows(files, "record/frozen_needs")} == {"山田 花子"}


def test_a_recused_member_exports_nothing_of_the_item_s_file(fund) -> None:
    seen = exported(fund, MEMBERS["tlo"])
    assert "PR-1" not in {row["code"] for row in rows(seen, "proposals")}
    hidden = b"m1-PR-1", b"id-PR-1", b"company-PR-1"
    told = {name for name, content in seen.items() if any(part in content for part in hidden) and name.endswith("json")}
    # That the item exists, one's own recusal, how it ended without papers, and the fund's books are no secret.
    open_to_all = ("items", "recusals", "resolutions", "investments", "journal", "balances")
    assert told <= {f"record/{name}.json" for name in open_to_all}
    (item,) = (row for row in rows(seen, "record/items") if row["item_id"] == "m1-PR-1")
    assert (item["hidden"], item["proposal_code"], item["axis1"]) == (1, "", None)


@pytest.mark.parametrize("viewer", ["lp", "administrator"])
def test_who_reads_no_papers_exports_nothing(fund, viewer: str) -> None:
    assert fund.desk.export(getattr(fund, viewer)) == Refusal.of("not_permitted")


def test_the_same_record_gives_the_same_bytes(fund, files) -> None:
    again = SmallFund(Desk(fund.desk.database.folder), Clock())
    assert exported(again) == files


CARD = st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=7, max_size=7)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(levels=CARD, viewer=st.sampled_from(WITH_PAPERS))
def test_nothing_of_a_hidden_score_can_be_told_from_the_export(fund, levels, viewer: str) -> None:
    """Two records that differ in unrevealed scores alone are exported to the same bytes, hashes included."""
    with fund.desk.database.read() as connection:
        book = caught_up(connection, "main", Book())
    item = book.items[UNREVEALED]
    cards = tuple(
        Scorecard(
            seat_id=card.seat_id,
            person=card.person,
            round=1,
            rubric_digest=card.rubric_digest,
            levels=tuple(
                LevelGiven(axis=one.axis, criterion_id=one.criterion_id, level=level)
                for one, level in zip(card.levels, levels, strict=True)
            ),
        )
        for card in item.scorecards
    )
    other = replace(book, tip="f" * 64, items={**book.items, item.id: item.model_copy(update={"scorecards": cards})})
    who = getattr(fund, viewer)
    assert dict(export_files(outgoing(sight(other, who), ()))) == dict(export_files(outgoing(sight(book, who), ())))


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(empty_fund) -> None:
    empty_fund.found()
    made = empty_fund.proposal("PR-1").model_copy(update={"use_of_funds": "=HYPERLINK(1)"})
    empty_fund.do(c.RegisterProposal(proposal=made), empty_fund.secretariat)
    written = exported(empty_fund)
    assert b'"\'=HYPERLINK(1)"' in written["registers/proposal.csv"]
    assert rows(written, "registers/proposal")[0]["use_of_funds"] == "=HYPERLINK(1)"


@pytest.fixture
def empty_fund(tmp_path: Path) -> SmallFund:
    clock = Clock()
    return SmallFund(Desk(tmp_path / "data", clock=clock), clock)


def test_a_fund_that_is_not_set_up_has_no_figures(empty_fund) -> None:
    assert set(rows(exported(empty_fund), "fund").values()) == {None}


def test_the_command_writes_a_folder_once(fund, files, tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    words = ["export", "--data", str(fund.desk.database.folder), "--out", str(tmp_path / "out")]
    assert cli.main(words) == 0
    out = tmp_path / "out"
    assert {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*.*")} == files
    (attached,) = rows(files, "registers/attachment")
    assert (out / "files" / attached["file_sha256"]).read_bytes() == PLAN
    assert cli.main(words) == 1
    assert "is not empty. Nothing is overwritten." in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
