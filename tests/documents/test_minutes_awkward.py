"""Emoji, rare kanji and 10,000 characters, from the field of a meeting to every copy of its minutes, and proved."""

from io import BytesIO

import docx
from small_fund import MEMBERS, SECRETARIAT, Clock, SmallFund

from fundapp.desk import Desk
from fundapp.documents.minutes_closing import issued_at
from fundapp.documents.minutes_docx import minutes_docx
from fundapp.documents.minutes_json import minutes_json
from fundapp.documents.minutes_markdown import minutes_markdown
from fundapp.documents.minutes_pdf import minutes_pdf
from fundapp.documents.minutes_proof import Proved, prove
from fundapp.record import commands as c
from fundapp.store.checking import Verified
from fundapp.web.minutes_copy import minutes_copy

ITEM = "m1-PR-1"
EMOJI = "賛成です👍🏽👨‍👩‍👧"
KANJI = "𠮷野家の髙橋・山﨑・𩸽、葛󠄀城市"
LONG = "".join(f"第{number:05}の論点。" for number in range(1000))


def test_what_members_write_passes_unchanged_to_every_copy_and_the_copies_prove_themselves(tmp_path) -> None:
    fund = SmallFund(Desk(tmp_path, clock=Clock()), Clock())
    fund.found()
    fund.proposal("PR-1")
    fund.meeting(1, "PR-1")
    fund.revealed(ITEM)
    for gist in (EMOJI, KANJI, LONG):
        fund.do(c.NoteDiscussion(item_id=ITEM, speaker=fund.bank.person, gist=gist), SECRETARIAT)
    fund.do(c.PutMotion(item_id=ITEM, resolution="decline"), fund.association)
    for (seat, who), reason in zip(MEMBERS.items(), (EMOJI, KANJI, LONG), strict=True):
        fund.do(c.CastVote(item_id=ITEM, number=1, seat_id=seat, vote="for", reason=reason), who)
    fund.do(c.DeclareResult(item_id=ITEM, number=1, reservation_id="r"), fund.association)
    fund.do(c.CloseMeeting(meeting_id="m1"), SECRETARIAT)
    content = minutes_copy(fund.desk, fund.auditor, "m1", "ja")
    (item,) = content.items
    written = [EMOJI, KANJI, LONG]
    assert [one.gist for one in item.matter.discussion] == written
    assert [one.reason for one in item.matter.motions[0].votes] == written
    for copy in (minutes_json(content), minutes_pdf(content, language="ja", issued_at=issued_at(content))):
        proved = prove(copy)
        assert isinstance(proved, Proved)
        assert proved.content == content
    word = docx.Document(BytesIO(minutes_docx(content, language="ja")))
    in_word = "\n".join(cell.text for table in word.tables for row in table.rows for cell in row.cells)
    told = minutes_markdown(content, language="ja").decode()
    for text in written:
        assert text in in_word
        assert text in told
    assert isinstance(fund.desk.verify(), Verified)
