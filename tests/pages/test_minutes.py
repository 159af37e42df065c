"""What was decided?"""

import pytest
from spoken import fault, what

from fundapp.attesting import extra
from fundapp.attesting.keys import new_key
from fundapp.attesting.means import AUTHORITY_VARIABLE, KEY_VARIABLE
from fundapp.committee.planning import MINUTES
from fundapp.record import commands as c
from tests.pages.small_fund import ACTORS, SmallFund, established, judged, open_as, scorecard, small_fund, texts


@pytest.fixture
def fund(tmp_path) -> SmallFund:
    return small_fund(tmp_path)


@pytest.fixture
def visit(fund, monkeypatch):
    return lambda person, language="en": open_as(fund, person, "committee/minutes", monkeypatch, language=language)


def close_the_second(fund: SmallFund) -> None:
    """Meeting 14: PR-01 is declined while the person on seat c is recused, PR-04 is declined by all."""
    item = "item-14-PR-01"
    fund.does("c", c.DeclareInterest(item_id=item, seat_id="seat-c", kind="kin", remark="家族の会社"))
    for person in ("a", "b"):
        fund.does(person, c.DeclareInterest(item_id=item, seat_id=f"seat-{person}", kind="none"))
        fund.does(person, scorecard(fund, item, person, 3))
    fund.does("a", c.RevealScores(item_id=item))
    decline(fund, item, "a", "b")
    judged(fund, "item-14-PR-04", 2)
    decline(fund, "item-14-PR-04", "a", "b", "c")
    fund.does("secretariat", c.CloseMeeting(meeting_id="meeting-14"))


def decline(fund: SmallFund, item: str, *voters: str) -> None:
    fund.does("secretariat", c.NoteDiscussion(item_id=item, speaker="a", gist="着磁の引受先を問う。"))
    fund.does("a", c.PutMotion(item_id=item, resolution="decline"))
    for person in voters:
        fund.does(person, c.CastVote(item_id=item, number=1, seat_id=f"seat-{person}", vote="for"))
    fund.does("a", c.DeclareResult(item_id=item, number=1, reservation_id="r"))


def test_the_resolutions_of_the_last_closed_meeting(visit):
    screen = visit("b")
    assert not screen.exception
    told = texts(screen)
    assert screen.title[0].value.replace("\\", "") == "Meeting no. 13: 2 items decided"
    assert "Draft: not yet confirmed by the signatories" in told
    assert "1. PR-01 Small wind turbine 9.8 kW" in told
    assert "Resolution: Decline - support not established" in told
    assert "Reserved in the fund: **¥40,000,000, until" in told


def test_copies_in_four_formats_in_the_language_picked(visit):
    screen = visit("auditor")
    assert [link.url for link in screen.get("link_button")] == [
        f"/download/minutes-{kind}?meeting=meeting-13&lang=en" for kind in ("pdf", "docx", "md", "json")
    ]
    screen.get("button_group")[0].set_value("ja").run()
    assert {link.url.rpartition("=")[2] for link in screen.get("link_button")} == {"ja"}


def test_the_hash_of_the_entry_that_closed_the_meeting(fund, visit):
    screen = visit("secretariat")
    meeting = next(iter(fund.desk.book(ACTORS["manager"]).meetings.values()))
    assert [one.value for one in screen.code] == [meeting.closing_hash]
    assert f"Entry {meeting.closing_seq} of the record closed this meeting" in texts(screen)


def test_a_recused_member_reads_the_resolution_alone(fund, visit):
    close_the_second(fund)
    screen = visit("c")
    told = texts(screen)
    assert not screen.exception
    assert "Your copy leaves out the papers of item 1: you took no part in it." in told
    assert "1. Withheld in this copy" in told
    assert [secret for secret in ("PR-01", "wind", "家族の会社") if secret in told] == []
    assert "2. PR-04 Care lifter" in told
    assert "家族の会社" in texts(visit("b"))


def test_a_template_with_faults_is_not_taken_into_use(fund, visit):
    screen = visit("secretariat")
    screen.file_uploader[0].upload("ours.docx", b"no document").run()
    next(one for one in screen.button if one.label == "Check and use this template").click().run()
    told = screen.warning[0].value.replace("\\", "")
    assert what("template_unfit", count=1) in told
    assert fault("template_not_word") in told
    assert fund.desk.word_template(MINUTES) is None


def test_earlier_meetings_and_the_address(fund, visit):
    close_the_second(fund)
    screen = visit("b")
    assert screen.title[0].value.replace("\\", "").startswith("Meeting no. 14")
    assert "meeting" not in screen.query_params
    screen.selectbox(key="minutes-of").select_index(1).run()
    assert screen.title[0].value.replace("\\", "").startswith("Meeting no. 13")
    assert screen.query_params["meeting"] == "13"


def test_a_phone_reads_wide_tables_row_by_row(visit, monkeypatch):
    on_a_desk = visit("b")
    monkeypatch.setattr("fundapp.ui.minutes.blocks.on_phone", lambda: True)
    on_a_phone = visit("b")
    assert max(one.value.shape[1] for one in on_a_desk.table) > 3
    assert max(one.value.shape[1] for one in on_a_phone.table) <= 3
    assert "Weight: 20%" in texts(on_a_phone)


def test_before_a_meeting_is_closed(tmp_path, monkeypatch):
    screen = open_as(established(tmp_path), "b", "committee/minutes", monkeypatch)
    assert not screen.exception
    assert [one.value for one in screen.title] == ["No meeting is closed yet"]


def press(screen, label: str):
    """Press the button with this label."""
    next(one for one in screen.button if one.label.replace("\\", "") == label).click()
    screen.run()
    assert not screen.exception
    return screen


def fill(screen, label: str, text: str) -> None:
    fields = [*screen.text_area, *screen.text_input]
    next(one for one in fields if one.label == label).set_value(text)


def test_from_a_correction_to_the_lock_by_what_the_page_offers(fund, visit):
    member = visit("b")
    fill(member, "Which passage is wrong", "4,000万円")
    fill(member, "How it should read", "4,500万円")
    press(member, "Send the correction")
    assert "Should read: 4,500万円" in texts(member)
    office = visit("secretariat")
    assert "1 correction waits for an answer" in texts(office)
    press(office, "Do not take it in")
    assert "needs an answer" in office.warning[0].value
    fill(office, "Your answer; needed when it is not taken in", "録音で確かめた。")
    press(office, "Do not take it in")
    press(office, "Settle the text for confirmation")
    for number, person in enumerate(("a", "b", "c")):
        signatory = visit(person)
        assert signatory.title[0].value.replace("\\", "") == "Meeting no. 13: please confirm its minutes"
        assert f"confirmed by {number} of 3 signatories" in texts(signatory)
        press(signatory, "I confirm these minutes")
    told = texts(visit("auditor"))
    assert "Confirmed and locked: M-0001" in told
    assert "録音で確かめた。" in told
    assert [one.label for one in visit("b").button if "correct" in one.label] == []


def test_the_secretariat_reopens_with_a_reason_and_the_earlier_version_stays(fund, visit):
    press(visit("secretariat"), "Settle the text for confirmation")
    press(visit("a"), "I confirm these minutes")
    office = visit("secretariat")
    fill(office, "Why; it is printed in the next version", "出席者の肩書")
    press(office, "Reopen the minutes with this reason")
    assert "Version 1, settled" in texts(office)
    assert "出席者の肩書" in texts(office)
    assert "/download/minutes-pdf?meeting=meeting-13&version=1&lang=en" in [
        one.url for one in office.get("link_button")
    ]
    assert "Draft: not yet confirmed by the signatories" in texts(visit("b"))


@pytest.fixture
def locked(fund, visit):
    press(visit("secretariat"), "Settle the text for confirmation")
    for person in ("a", "b", "c"):
        press(visit(person), "I confirm these minutes")


def test_the_secretariat_signs_locked_minutes_and_everyone_sees_it(fund, visit, locked, tmp_path_factory, monkeypatch):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    key = elsewhere / "fund.key"
    public = new_key(key, fund.desk.database.folder)
    assert "This server names no key and no timestamping authority" in texts(visit("secretariat"))
    monkeypatch.setenv(KEY_VARIABLE, str(elsewhere / "none"))
    monkeypatch.setenv(AUTHORITY_VARIABLE, "http://127.0.0.1:1/")
    office = visit("secretariat")
    press(office, "Sign with the fund's key")
    assert what("signing_key_unreadable", file=str(elsewhere / "none")) in office.warning[0].value.replace("\\", "")
    press(office, "Have a timestamp set")
    assert "127.0.0.1 did not answer" in office.warning[0].value.replace("\\", "")
    monkeypatch.setenv(KEY_VARIABLE, str(key))
    press(office, "Sign with the fund's key")
    assert f"Signed by the fund's key {public[:16]}" in texts(visit("b"))
    assert "Signature and timestamp" not in [one.label for one in visit("b").expander]
    office = visit("secretariat")
    assert "Sign with the fund's key" not in [one.label for one in office.button]
    office.file_uploader[0].upload("s.json", b"{}").run()
    press(office, "Check and take in this signature")
    assert what("signature_file_unfit", number=13) in office.warning[0].value.replace("\\", "")


def test_without_the_part_for_signatures_the_page_says_what_to_install(visit, locked, monkeypatch):
    monkeypatch.setattr(extra, "LIBRARIES", ("no_such_library",))
    office = visit("secretariat")
    assert not office.exception
    told = texts(office).replace("\\", "")
    assert what("signatures_not_installed", command=extra.INSTALL) in told
    assert extra.INSTALL in told
    assert "Check and take in this signature" not in [one.label for one in office.button]


@pytest.mark.parametrize("person", ["lp", "administrator"])
def test_who_has_no_minutes_does_not_reach_the_page(visit, person):
    with pytest.raises(ValueError, match="minutes"):
        visit(person)
