"""A meeting from the first score to the minutes, as its people walk it in their browsers."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from browser.acts import declare, declare_none, open_motion, resolution, score, score_from_the_meeting, vote_for
from browser.look import Server
from browser.walk import LIVE_MS, Person, tap, tap_level
from playwright.sync_api import expect
from pypdf import PdfReader
from sqlite_utils.utils import sqlite3

from fundapp.demo.content import cast
from fundapp.store.database import NAME

PR_06, PR_09 = "小形風力発電機9.8kW", "内視鏡部品のバリ取り機"
Enter = Callable[..., Person]


@pytest.fixture
def server(own_server: Server) -> Server:
    """A meeting is held once."""
    return own_server


def verify(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "import sys; from fundapp.cli import main; sys.exit(main())"]
    return subprocess.run([*command, "verify", "--data", folder], capture_output=True, text=True, check=False)


# The main walk, in Japanese


def test_a_whole_meeting_in_japanese(person: Enter, server: Server, tmp_path: Path):
    vc, chair, tlo = (person(name, size="tablet") for name in ("vc", "association", "tlo"))
    secretariat, manager = person("secretariat"), person("manager")

    score_pr_06_alone(vc, chair)
    reveal_and_score_again(chair, tlo, vc)
    note_the_discussion(secretariat, tlo)
    approve_pr_06_with_conditions(chair, (tlo, vc))
    see_the_money(manager, reserved="60百万円", investable="40百万円")

    outside = person("outside-2", size="tablet")
    open_pr_09_without_the_president(secretariat, tlo, outside)
    judge_pr_09(chair, outside, vc)
    defer_pr_09_for_balance(chair, (outside, vc))
    approve_pr_10(secretariat, chair, (tlo, vc))
    see_the_money(manager, reserved="100百万円", investable="0百万円")

    sign_pr_10(manager)

    minutes = close_and_take_the_minutes(secretariat, tmp_path)
    copies_say_the_same(minutes, server.folder)
    a_recused_members_copy_is_redacted(tlo, tmp_path)
    the_record_tells_of_one_changed_byte(server.folder, tmp_path)


def score_pr_06_alone(vc: Person, chair: Person) -> None:
    chair.go("/meeting")
    chair.page.evaluate("window.stillHere = true")
    before = chair.page.get_by_test_id("stMain").inner_text()
    vc.shot("01-home")
    vc.press("Score now")
    vc.sees_title(PR_06)
    vc.shot("02-score")
    score(vc, "4434334")
    # No reload, and nothing of what was scored: the page differs only in who has.
    chair.sees("All scores are in. The chair reveals them.", within_ms=LIVE_MS)
    assert chair.page.evaluate("window.stillHere")
    expect(chair.page.get_by_text(chair.says("All scores"), exact=True)).to_have_count(0)
    after = chair.page.get_by_test_id("stMain").inner_text()
    assert_only_told_who(before, after, chair)
    vc.shot("03-receipt")
    vc.page.get_by_role("link", name=vc.says("To the meeting")).click()
    chair.shot("04-all-in")


def assert_only_told_who(before: str, after: str, reader: Person) -> None:
    """Every line that is new says that somebody has scored or that all have: no figure of a score is in it."""
    # An icon is drawn once its part of the framework has come, which may be after the page.
    icons = reader.page.get_by_test_id("stIconMaterial").all_inner_texts()
    new = set(after.splitlines()) - set(before.splitlines()) - set(icons)
    allowed = ("has scored", "All scores are in. The chair reveals them.", "reveal the scores", "Reveal all scores")
    # The timer tells the minutes that everyone's clock tells; its icon stands before it.
    said = ["timer ", *(reader.says(one) for one in allowed)]
    assert [line for line in new if not any(one in line for one in said)] == []


def reveal_and_score_again(chair: Person, tlo: Person, vc: Person) -> None:
    tlo.go("/meeting")
    chair.press("Reveal all scores")
    for member in (chair, tlo, vc):
        member.sees("To discuss")
        all_scores = member.unfold("All scores")
        expect(all_scores).to_contain_text(re.compile("B5.*2.*4.*3.*B6", re.DOTALL))
    chair.shot("05-revealed")
    chair.press("Score once more")
    chair.sees("Your second score, with a reason for each change.")
    tap_level(chair.page, "B5", 3)
    chair.shot("06-second-score")
    chair.write("Reason for the change", "先行調査の報告書とノウハウ管理規程を確認した。")
    chair.press("Go on to axis 2")
    chair.press("Go on and look over")
    chair.press("Submit my score")
    chair.page.get_by_role("link", name=chair.says("To the meeting")).click()
    tlo.sees("has scored again")


def note_the_discussion(secretariat: Person, tlo: Person) -> None:
    secretariat.go("/meeting")
    for speaker, gist in (("association", "38社が手を挙げ、27社から見積が来た。"), ("vc", "着磁は1社だけである。")):
        secretariat.choose(cast()[speaker].name.ja)
        field = secretariat.page.get_by_label(secretariat.says("What was said, in a sentence"))
        field.fill(gist)
        secretariat.press("Save the note")
        secretariat.sees_text(gist)
        expect(field).to_have_value("")
    secretariat.shot("07-notes")
    tlo.sees("Discussion so far")
    tlo.sees_text("着磁は1社だけである。")


def approve_pr_06_with_conditions(chair: Person, others: tuple[Person, ...]) -> None:
    open_motion(chair, "approve_with_conditions")
    points = chair.page.get_by_label(chair.says("Condition"), exact=True)
    expect(points.first).not_to_have_value("")
    for number in range(points.count()):
        chair.write("Owner", "株式会社風見エナジー 製造責任者", nth=number)
        chair.write_day("By", date.today() + timedelta(days=30), nth=number)
    chair.shot("08-motion")
    chair.press("Put this motion to the vote")
    for member in (chair, *others):
        member.sees_text("6,000万円")
        member.sees_text("株式会社風見エナジー 製造責任者")
    others[0].shot("09-vote")
    vote_for(*others, chair)
    chair.press("Declare the result")
    for member in (chair, *others):
        member.sees_text(resolution(chair, "approve_with_conditions"))
        member.sees_text("6,000万円を")
    chair.shot("10-result")


def see_the_money(manager: Person, *, reserved: str, investable: str) -> None:
    manager.go("/commitments")
    manager.sees_title(investable)
    figure = manager.page.get_by_test_id("stMetric").filter(has_text=manager.says("Reserved"))
    expect(figure.get_by_test_id("stMetricValue")).to_have_text(reserved)
    manager.shot("11-commitments")


def open_pr_09_without_the_president(secretariat: Person, tlo: Person, outside: Person) -> None:
    secretariat.press("Freeze the facts of {name}", name=f"PR-09 {PR_09}")
    outside.go("/meeting")
    declare(tlo, "inventor_or_patent_holder", "Declare and leave the item")
    tlo.sees("You take no part in this item. Please wait outside; you are called back for the next item.")
    tlo.shot("12-recused")
    for path in ("/", "/proposals", "/proposal?proposal=PR-09", "/score", "/needs", "/sourcing?proposal=PR-09"):
        tlo.go(path)
        text = tlo.page.locator("body").inner_text()
        assert not {word for word in (PR_09, "微細技研", "植草") if word in text}, path
    tlo.go("/meeting")
    # Whoever may be writing is asked first.
    secretariat.press("Something changed: show it")
    secretariat.choose(cast()["outside-2"].name.ja)
    secretariat.shot("13-alternate")
    secretariat.press("Seat this alternate")
    outside.sees("I have no interest")


def judge_pr_09(chair: Person, outside: Person, vc: Person) -> None:
    declare_none(chair, outside)
    declare(vc, "organisation_loan", "Declare and stay", "稜北信用金庫が8千万円を融資している。")
    for member, marks in ((chair, "4444433"), (outside, "4434433"), (vc, "4444334")):
        score_from_the_meeting(member, marks)
    chair.press("Reveal all scores")
    chair.sees("To discuss")


def defer_pr_09_for_balance(chair: Person, others: tuple[Person, ...]) -> None:
    chair.unfold("Put a motion")
    chair.unfold("Not possible now, and why")
    chair.sees_text("¥45,000,000（¥40,000,000以下）")
    chair.shot("14-why-not")
    chair.choose(resolution(chair, "defer"))
    chair.choose("残高")
    chair.press("Put this motion to the vote")
    vote_for(*others, chair)
    chair.press("Declare the result")
    chair.sees_text(resolution(chair, "defer"))
    chair.shot("15-deferred")


def approve_pr_10(secretariat: Person, chair: Person, others: tuple[Person, ...]) -> None:
    secretariat.press("Freeze the facts of {name}", name="PR-10 果樹園の霜害警報網")
    members = (chair, *others)
    declare_none(*members)
    for member, marks in zip(members, ("4444343", "4454343", "4443343"), strict=True):
        score_from_the_meeting(member, marks)
    chair.press("Reveal all scores")
    open_motion(chair, "approve")
    chair.press("Put this motion to the vote")
    vote_for(*members)
    chair.press("Declare the result")
    chair.sees("Every item of the agenda is decided.")
    chair.shot("16-all-decided")


def sign_pr_10(manager: Person) -> None:
    """From the first screen to the signed agreement, by what each screen offers."""
    company = "株式会社みのりセンサ"
    manager.go("/")
    tap(manager.page.locator('[class*="st-key-todo-"]').filter(has_text="PR-10").get_by_role("button"))
    manager.sees_title(company)
    manager.press("Decide to invest {amount}", amount="¥40,000,000")
    manager.sees("The general partner's decision is entered.")
    for number in range(2):
        manager.write("Milestone that must be reached, if one is agreed", "霜害警報の試験運用", nth=number)
    manager.press("Enter the signed agreement of {amount}", amount="¥40,000,000")
    manager.sees("The agreement is entered.")
    manager.shot("16-signed")


def close_and_take_the_minutes(secretariat: Person, folder: Path) -> dict[str, Path]:
    secretariat.press("Close the meeting")
    secretariat.sees("No meeting is under way")
    secretariat.shot("17-closed")
    return take_the_minutes(secretariat, folder)


def take_the_minutes(reader: Person, folder: Path) -> dict[str, Path]:
    """Every copy that the page offers, in both languages: "ja.pdf" -> file."""
    reader.go("/minutes")
    reader.shot("18-minutes")
    taken = {}
    for code, name in (("ja", "日本語"), ("en", "English")):
        reader.choose(name)
        for ending, label in (("pdf", "Minutes as PDF"), ("md", "As Markdown text"), ("json", "As data (JSON)")):
            link = reader.page.locator(f'a[href*="minutes-{ending}"][href*="lang={code}"]', has_text=reader.says(label))
            taken[f"{code}.{ending}"] = reader.download(link.click, folder / reader.name)
    return taken


def printed(copy: Path) -> str:
    """All that a copy says, without spaces and line breaks."""
    if copy.suffix == ".pdf":
        text = "".join(page.extract_text() for page in PdfReader(copy).pages)
    else:
        text = copy.read_text(encoding="utf-8").replace("\\", "").replace("<br>", "")
    return re.sub(r"\s", "", text)


def copies_say_the_same(minutes: dict[str, Path], folder: Path) -> None:
    with sqlite3.connect(f"file:{folder / NAME}?mode=ro", uri=True) as connection:
        closings = connection.execute("SELECT hash FROM event WHERE kind = 'MeetingClosed' ORDER BY seq DESC")
        (closing,) = closings.fetchone()
    for code, name in (("ja", PR_06), ("en", "Smallwindturbine")):
        content = json.loads(minutes[f"{code}.json"].read_bytes())
        outcomes = [item["resolution"]["resolution"] for item in content["items"]]
        assert outcomes == ["decline", "approve_with_conditions", "defer", "approve"]
        assert content["items"][2]["resolution"]["short_yen"] == 5_000_000
        for ending in ("pdf", "md"):
            text = printed(minutes[f"{code}.{ending}"])
            assert not {one for one in (name, "60,000,000", "5,000,000", closing) if one not in text}, (code, ending)
        assert content["record_hash"] == closing
        (attached,) = PdfReader(minutes[f"{code}.pdf"]).attachments.values()
        assert attached == [minutes[f"{code}.json"].read_bytes()]


def a_recused_members_copy_is_redacted(tlo: Person, folder: Path) -> None:
    minutes = take_the_minutes(tlo, folder)
    content = json.loads(minutes["ja.json"].read_bytes())
    assert [item["number"] for item in content["items"] if item["matter"] is None] == [3]
    for copy in minutes.values():
        text = printed(copy)
        assert PR_06 in text or "Smallwindturbine" in text, copy
        assert not {
            word for word in (PR_09, "PR-09", "微細技研", "BisaiGiken", "稜北信用金庫が8千万円") if word in text
        }


def the_record_tells_of_one_changed_byte(folder: Path, tmp_path: Path) -> None:
    copy = copytree(folder, tmp_path / "copy")
    assert verify(copy).returncode == 0
    with sqlite3.connect(copy / NAME) as connection:
        connection.execute("DROP TRIGGER event_stays")
        seq, body = connection.execute("SELECT seq, body FROM event WHERE kind = 'BallotCast' LIMIT 1").fetchone()
        place = body.index('"for"')
        changed = f'{body[:place]}"fOr"{body[place + 5 :]}'
        connection.execute("UPDATE event SET body = ? WHERE seq = ?", (changed, seq))
    connection.close()
    found = verify(copy)
    assert found.returncode == 1
    assert str(seq) in found.stderr


# A shorter walk, in English, on a telephone


def test_a_motion_without_its_votes_in_english(person: Enter):
    vc = person("vc", language="en", size="phone")
    chair, tlo = (person(name, "/meeting", language="en", size="tablet") for name in ("association", "tlo"))
    vc.press("Score now")
    vc.sees_title("Small wind turbine")
    score(vc, "3333333")
    vc.shot("01-receipt")
    vc.page.get_by_role("link", name="To the meeting").click()
    chair.press("Reveal all scores")
    open_motion(chair, "approve")
    chair.press("Put this motion to the vote")
    vc.write("Your reason, if you wish. It is printed in the minutes.", "Magnetising rests on one company.")
    vc.shot("02-vote")
    vc.press("Against", "ballot")
    vote_for(tlo, chair)
    chair.press("Declare the result")
    chair.sees_text("lost. For 2, against 1, abstained 0; 3 needed.")
    chair.shot("03-lost")
    chair.press("Defer for votes")
    for member in (chair, tlo, vc):
        member.sees_text(resolution(member, "defer"))
    vc.shot("04-deferred")
    manager = person("manager", language="en", size="phone")
    see_the_money(manager, reserved="JPY 0m", investable="JPY 100m is still investable")
