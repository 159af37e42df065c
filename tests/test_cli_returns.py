"""The command on dated flows."""

import json

import pytest

from fundapp import cli

FLOWS = "date,amount_yen\n2020-01-01,-1000\n2021-01-01,300\n2022-12-31,900\n"
INDEX = "date,level\n2020-01-01,100\n2020-12-30,110\n2022-12-31,120\n"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def test_returns_answers_in_json(tmp_path, capsys):
    file, index = tmp_path / "flows.csv", tmp_path / "index.csv"
    file.write_text(FLOWS)
    index.write_text(INDEX)
    words = ["returns", str(file), "--nav", "300", "--index", str(index), "--committed", "2,000", "--json"]
    assert cli.main(words) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["reasons"] == {}
    assert (found["pic"], found["dpi"], found["rvpi"], found["tvpi"]) == (0.5, 1.2, 0.3, 1.5)
    assert found["ks_pme"] == pytest.approx((300 * 120 / 110 + 900 + 300) / 1200)
    assert 0.14 < found["xirr"] < 0.18
    assert found["direct_alpha"] < found["xirr"]


def test_returns_tells_a_reason_in_words(tmp_path, capsys):
    file = tmp_path / "flows.csv"
    file.write_text("date,amount_yen\n2026-01-01,-1000\n2026-06-01,1100\n")
    assert cli.main(["returns", str(file)]) == 0
    assert "Under a year (151 days) no annual rate is stated." in capsys.readouterr().out


def test_returns_names_the_rows_that_it_cannot_read(tmp_path, capsys):
    file = tmp_path / "flows.csv"
    file.write_text("date,amount_yen\nsoon,-1000\n")
    assert cli.main(["returns", str(file)]) == 1
    assert "Row 2: “soon” is no day." in capsys.readouterr().err
