"""Two foreign programs count the demo's books again."""

import pytest

from fundapp import cli
from fundapp.foreign_proof import foreign_proofs


def test_both_programs_agree_with_the_finished_demo(finished):
    assert [proof.verdict for proof in foreign_proofs(finished.book().entries)] == ["agrees", "agrees"]


def test_the_command_writes_the_books_and_tells_the_verdicts(
    under_way, tmp_path, capsys, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    folder = under_way.desk.database.folder
    assert cli.main(["books", "--data", str(folder), "--out", str(tmp_path / "books")]) == 0
    told = capsys.readouterr().out
    assert "hledger agrees with every balance." in told
    assert "bean-check agrees with every balance." in told
    assert sorted(one.name for one in (tmp_path / "books").iterdir()) == ["journal.beancount", "journal.hledger"]
