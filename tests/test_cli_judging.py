"""The commands on tables of judgements."""

import json

import pytest

from fundapp import cli


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def test_agreement_answers_in_json(tmp_path, capsys):
    file = tmp_path / "marks.csv"
    file.write_text("item,A,B\np,1,2\nq,3,3\nr,5,\n")
    assert cli.main(["agreement", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["spread"] == [{"item": "p", "spread": 1}, {"item": "q", "spread": 0}, {"item": "r", "spread": None}]
    # By hand, from the mean squares: between the items 9/4, within them 1/4, and the rest after the raters 1/4.
    assert found["icc"]["ICC(1,1)"] == pytest.approx(0.8)
    assert (found["items"], found["raters"], found["missing"], found["reasons"]) == (3, 2, 1, {})


def test_agreement_tells_what_is_wrong_with_a_file(tmp_path, capsys):
    file = tmp_path / "marks.csv"
    file.write_text("A,B\n1,2\n3,four\n5,6\n")
    assert cli.main(["agreement", str(file)]) == 1
    assert "Row 3: “four” is no mark." in capsys.readouterr().err
    assert cli.main(["agreement", str(tmp_path / "none.csv")]) == 1
    assert "There is no file" in capsys.readouterr().err


def test_flip_keeps_the_unit_of_the_weights(tmp_path, capsys):
    file = tmp_path / "flip.json"
    file.write_text('{"weights": {"a": 60, "b": 40}, "alternatives": {"X": {"a": 4, "b": 2}, "Y": {"a": 3, "b": 3}}}')
    assert cli.main(["flip", str(file), "--json", "--samples", "1000"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["weights"]["a"] == {"weight": 60.0, "low": 50.0, "high": 100.0, "below": "Y", "above": None}
    assert found["smallest_change"] == [
        {"challenger": "Y", "criterion": "a", "change": pytest.approx(1 / 3)},
    ]
    assert cli.main(["flip", str(file)]) == 0
    assert "Y draws level with 0.3333 more on a." in capsys.readouterr().out
