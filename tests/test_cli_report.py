"""The command on the fund's reports."""

from datetime import date

import pytest
from small_fund import TERMS, Clock, SmallFund

from fundapp import cli
from fundapp.desk import Desk
from fundapp.record import commands as c

DAY = date(2020, 4, 1)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


@pytest.fixture
def folder(tmp_path):
    """A fund of 2020, whose day has come on every machine."""
    fund = SmallFund(Desk(tmp_path / "data"), Clock())
    terms = TERMS.model_copy(update={"first_day": DAY})
    fund.do(c.EstablishFund(terms=terms, on=DAY), fund.administrator)
    return tmp_path / "data"


def report(folder, tmp_path, *more: str, on: str = DAY.isoformat(), out: str = "out") -> int:
    return cli.main(["report", "--data", str(folder), "--as-of", on, "--out", str(tmp_path / out), *more])


def test_papers_of_a_day_are_written_once_and_are_the_same_again(folder, tmp_path, capsys):
    assert report(folder, tmp_path) == 0
    assert "4 papers in" in (told := capsys.readouterr().out)
    assert told.rstrip().endswith("provisional: the period is not closed.")
    assert report(folder, tmp_path, out="again") == 0
    first, again = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("out", "again"))
    assert first == again
    assert sorted(first) == [
        "audit-pack-2020-04-01-en.zip",
        "lp-report-1-2020-04-01-en.pdf",
        "statements-2020-04-01-en.pdf",
        "statements-2020-04-01-en.xlsx",
    ]
    assert report(folder, tmp_path) == 1, "nothing is overwritten"


def test_papers_speak_the_language_asked_for(folder, tmp_path, capsys):
    assert report(folder, tmp_path, "--lang", "ja") == 0
    assert (tmp_path / "out/statements-2020-04-01-ja.pdf").is_file()
    assert "papers in" in capsys.readouterr().out


def test_a_day_before_the_fund_is_refused(folder, tmp_path, capsys):
    assert report(folder, tmp_path, on="2019-01-01") == 1
    assert "lies before the fund was established" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
