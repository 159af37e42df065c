"""The pages behind links: shown without script, sent once, refused with everything that was typed."""

import io
import re
from html import unescape

import openpyxl
import pytest
from asked import Asked, can
from asked_fund import PROPOSAL, asking_fund
from small_fund import SECRETARIAT, SmallFund
from spoken import said, what
from web.conftest import HOST, Answer, Visitor

from fundapp.basis.refusal import Problem, Refusal
from fundapp.record import inquiry_commands as q
from fundapp.web import agreement, answer, answer_files, answer_page, link_form, link_page
from fundapp.web.pace import Pace


@pytest.fixture
def both_of(tmp_path, monkeypatch) -> tuple[SmallFund, Asked]:
    """The small fund as the desk of this process."""
    fund, asked = asking_fund(tmp_path / "asking")
    for module in (answer, answer_files, answer_page, agreement):
        monkeypatch.setattr(module, "desk", lambda: fund.desk)
    monkeypatch.setattr(link_page, "STRANGE", Pace(5, 60))
    monkeypatch.setattr(link_page, "USES", Pace(30, 60))
    return fund, asked


@pytest.fixture
def fund(both_of) -> SmallFund:
    return both_of[0]


@pytest.fixture
def asked(both_of) -> Asked:
    return both_of[1]


@pytest.fixture
def token(asked) -> str:
    return asked.goes_out("m1", "m2")["m1"]


def nonce_of(page: Answer) -> str:
    found = re.search(r'name="nonce" value="([^"]+)"', page.text)
    assert found, page.text[:500]
    return unescape(found[1])


def send(visitor: Visitor, address: str, fields: dict[str, str], file: tuple[str, bytes] | None = None) -> Answer:
    """A form as a browser sends one that may hold a file."""
    mark = "----mark"
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    if file:
        head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{file[0]}"\r\n'
        parts.append(f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + file[1] + b"\r\n")
    body = b"".join(parts) + f"--{mark}--\r\n".encode()
    headers = {
        "content-type": f"multipart/form-data; boundary={mark}",
        "content-length": str(len(body)),
        "origin": f"http://{HOST}",
    }
    return visitor._ask("POST", address, body, headers)


def sealed(fund, asked) -> list[tuple[str, str, int, int | None]]:
    """Member, line, rung and price of every answer; the clock is moved to the deadline for it."""
    fund.clock.wait(days=14)
    (view,) = fund.desk.inquiries(SECRETARIAT, PROPOSAL)
    return [(one.member_id, one.line_id, one.rung, one.unit_price_yen) for one in view.offers]


def test_the_page_opens_for_a_stranger_without_script_and_may_not_be_framed_or_kept(visitor, token):
    page = visitor().get(f"/answer/{token}")
    assert page.status == 200
    assert "To Works m1" in page.text
    assert "<script" not in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert (page.headers["cache-control"], page.headers["x-robots-tag"]) == ("no-store", "noindex, nofollow")


def test_its_language_follows_the_browser_and_can_be_switched(visitor, token):
    browser = visitor()
    browser.cookies.clear()
    assert "この部品を作れますか" in browser.get(f"/answer/{token}", accept_language="ja-JP").text
    assert "Can you make these parts?" in browser.get(f"/answer/{token}?lang=en", accept_language="ja-JP").text


def test_one_tap_a_part_is_an_answer(visitor, fund, asked, token):
    browser, address = visitor(), f"/answer/{token}"
    fields = {"nonce": nonce_of(browser.get(address)), "do": "send", "verdict.0": "can", "verdict.1": "cannot"}
    answer = send(browser, address, fields)
    assert (answer.status, answer.headers["location"]) == (303, f"{address}?received")
    page = browser.get(f"{address}?received").text
    assert "Your answer is received." in page
    assert "can: 1 · cannot: 1" in page
    assert sealed(fund, asked) == [("m1", "L1", 3, None), ("m1", "L2", 0, None)]


def test_a_letter_that_no_text_may_hold_is_left_out(visitor, fund, asked, token):
    browser, address = visitor(), f"/answer/{token}"
    fields = {"nonce": nonce_of(browser.get(address)), "do": "send", "verdict.0": "can", "person": "Mo\0ri"}
    assert send(browser, address, fields).status == 303
    assert 'value="Mori"' in browser.get(address).text


def test_a_form_sent_twice_counts_once_and_shows_the_receipt(visitor, fund, asked, token):
    browser, address = visitor(), f"/answer/{token}"
    fields = {"nonce": nonce_of(browser.get(address)), "do": "send", "verdict.0": "can", "person": "P"}
    answers = [send(browser, address, fields) for _turn in range(2)]
    assert [one.headers["location"] for one in answers] == [f"{address}?received"] * 2
    assert len(sealed(fund, asked)) == 1


def test_a_price_alone_suffices_and_stands_in_the_form_when_one_comes_back(visitor, fund, asked, token):
    browser, address = visitor(), f"/answer/{token}"
    fields = {"nonce": nonce_of(browser.get(address)), "do": "send", "price.0": "１２，８００円", "person": "Person m1"}
    assert send(browser, address, fields).status == 303
    assert 'name="price.0" value="12,800"' in browser.get(address).text
    assert sealed(fund, asked) == [("m1", "L1", 4, 12_800)]


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"price.0": "about 3"}, Problem.of("answer_price_unclear", value="about 3")),
        ({"lead_time.0": "soon"}, Problem.of("answer_number_unclear", value="soon")),
        ({"expires.0": "tomorrow"}, Problem.of("answer_day_unclear", value="tomorrow")),
        ({"tier_pieces_1.0": "100"}, Problem.of("answer_tier_half")),
        ({"tier_pieces_1.0": "100"}, Refusal.of("answers_unclear")),
        ({"price.0": "900", "person": ""}, Refusal.of("answer_needs_person")),
        ({"verdict.0": "", "price.0": ""}, Refusal.of("answer_empty")),
    ],
)
def test_what_is_refused_comes_back_with_everything_that_was_typed(visitor, fund, asked, token, wrong, refusal):
    browser, address = visitor(), f"/answer/{token}"
    typed = {"verdict.0": "can", "condition.0": "only <b>blue</b>", "hours.0": "7", "person": "Person m1"}
    if "verdict.0" in wrong:
        typed = {"person": "Person m1"}
    page = send(browser, address, {"nonce": nonce_of(browser.get(address)), "do": "send", **typed, **wrong})
    assert page.status == 422
    assert said(refusal) in unescape(page.text)
    for name, value in {**typed, **wrong}.items():
        if value and not name.startswith("verdict"):
            assert f'name="{name}" value="{value}"' in page.text.replace("&lt;", "<").replace("&gt;", ">"), name
    again = send(browser, address, {"nonce": nonce_of(page), "do": "send", "verdict.0": "can"})
    assert again.status == 303, "the form was not spent"
    assert sealed(fund, asked) == [("m1", "L1", 3, None)]


def test_after_the_deadline_the_page_shows_the_own_answers_and_then_the_result(visitor, fund, asked, token):
    browser, address = visitor(), f"/answer/{token}"
    asked.answers(token, can("L1", 700), person="P")
    nonce = nonce_of(browser.get(address))
    fund.clock.wait(days=14)
    late = send(browser, address, {"nonce": nonce, "do": "send", "verdict.1": "can"})
    assert (late.status, "<form" in late.text) == (422, False)
    assert "The time to answer inquiry 1 ended" in late.text
    assert "You will read here what was chosen" in browser.get(address).text
    (view,) = fund.desk.inquiries(SECRETARIAT, PROPOSAL)
    asked.do(q.TellOutcomes(inquiry_id=asked.id, chosen_offer_ids=(view.offers[0].id,)))
    page = browser.get(address).text
    assert "¥700" in page
    assert "Chosen" in page


def test_the_nda_is_accepted_without_losing_what_was_typed(visitor, fund, asked, token):
    browser, address = visitor(), f"/answer/{token}"
    fields = {"nonce": nonce_of(browser.get(address)), "do": "nda", "person": "Person m1", "condition.1": "by May"}
    page = send(browser, address, fields)
    assert page.status == 200
    assert "Confidentiality is accepted." in page.text
    assert 'name="condition.1" value="by May"' in page.text
    assert asked.sheet(token).nda_at == fund.clock.now


# Files


def test_a_photo_of_the_own_sheet_is_kept_sealed(visitor, fund, asked, token):
    browser, address = visitor(), f"/answer/{token}"
    fields = {"nonce": nonce_of(browser.get(address)), "do": "file"}
    answer = send(browser, address, fields, ("C:\\photos\\quote.jpg", b"\xff\xd8\xff\xe0 picture"))
    assert answer.status == 303
    assert "Your own sheet: quote.jpg" in browser.get(address).text
    (file,) = asked.sheet(token).sheets
    got = browser.get(f"{address}/file/{file.id}")
    assert (got.status, got.body, got.headers["content-type"]) == (200, b"\xff\xd8\xff\xe0 picture", "image/jpeg")
    assert got.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("name", "content"),
    [("quote.html", b"<script>x</script>"), ("quote.jpg", b"MZ program"), ("quote.zip", b"PK\x03\x04"), ("q.pdf", b"")],
)
def test_any_other_file_is_refused(visitor, asked, token, name, content):
    browser, address = visitor(), f"/answer/{token}"
    fields = {"nonce": nonce_of(browser.get(address)), "do": "file", "condition.0": "kept"}
    page = send(browser, address, fields, (name, content))
    assert page.status == 422
    assert what("file_kind_unfit", name=name) in unescape(page.text)
    assert 'value="kept"' in page.text
    assert asked.sheet(token).sheets == ()


def test_files_of_one_member_come_at_a_pace(visitor, asked, token, monkeypatch):
    monkeypatch.setattr(answer_files, "UPLOADS", Pace(2, 60))
    browser, address = visitor(), f"/answer/{token}"
    statuses = []
    for number in range(3):
        fields = {"nonce": nonce_of(browser.get(address)), "do": "file"}
        statuses.append(send(browser, address, fields, (f"{number}.jpg", b"\xff\xd8\xff%d" % number)).status)
    assert statuses == [303, 303, 422]
    assert len(asked.sheet(token).sheets) == 2


def test_nothing_is_taken_in_for_a_link_that_opens_nothing(visitor, fund, monkeypatch):
    async def untouched(*_args, **_kwargs):
        raise AssertionError("the form was read")

    monkeypatch.setattr(link_form, "bounded_form", untouched)
    for path in ("/answer/guessed", "/agree/guessed"):
        assert send(visitor(), path, {"do": "file"}, ("a.jpg", b"\xff\xd8\xff")).status == 403


def test_what_is_too_large_is_refused_before_it_is_taken_in(visitor, token):
    browser, address = visitor(), f"/answer/{token}"
    nonce = nonce_of(browser.get(address))
    page = send(browser, address, {"nonce": nonce, "do": "file"}, ("a.jpg", b"\xff\xd8\xff" + b"x" * 12_100_000))
    assert (page.status, what("upload_too_large", limit_mb=10) in page.text) == (413, True)


def filled(table: bytes, cells: dict[str, object]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(table))
    for place, value in cells.items():
        book.active[place] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_table_goes_out_is_filled_in_and_comes_back_into_the_form(visitor, fund, asked, token):
    browser, address = visitor(), f"/answer/{token}"
    table = browser.get(f"{address}/lines.xlsx")
    assert table.headers["content-type"] == answer_files.XLSX
    head = [cell.value for cell in next(openpyxl.load_workbook(io.BytesIO(table.body)).active.rows)]
    at = {name: "ABCDEFGHIJKLM"[head.index(name)] for name in head}
    back = filled(
        table.body,
        {
            f"{at['Answer (○ can, △ on conditions, × cannot)']}2": "○",
            f"{at['Unit price (yen)']}2": 950,
            f"{at['Lead time (days)']}2": 30,
            f"{at['Answer (○ can, △ on conditions, × cannot)']}3": "△",
            f"{at['Conditions']}3": "by May",
            f"{at['Item no.']}4": "L99",
            f"{at['Part number']}4": "X-9",
            f"{at['Unit price (yen)']}4": 5,
        },
    )
    page = send(
        browser,
        address,
        {"nonce": nonce_of(browser.get(address)), "do": "file", "person": "Person m1"},
        ("answer.xlsx", back),
    )
    assert page.status == 200
    assert "“X-9” is not a part of this inquiry" in unescape(page.text)
    assert 'name="price.0" value="950"' in page.text
    assert 'name="condition.1" value="by May"' in page.text
    assert asked.sheet(token).answers == (), "nothing is recorded before it is looked through and sent"
    fields = dict(re.findall(r'name="([a-z_]+\.\d)" value="([^"]+)"(?! type="radio")', page.text))
    fields = {name: value for name, value in fields.items() if not name.startswith("verdict")}
    done = send(
        browser,
        address,
        {**fields, "verdict.0": "can", "verdict.1": "on_conditions", "person": "Person m1", "nonce": nonce_of(page)},
    )
    assert done.status == 303
    assert sealed(fund, asked) == [("m1", "L1", 4, 950), ("m1", "L2", 3, None)]


def test_a_broken_table_is_refused(visitor, asked, token):
    browser, address = visitor(), f"/answer/{token}"
    fields = {"nonce": nonce_of(browser.get(address)), "do": "file"}
    assert send(browser, address, fields, ("a.xlsx", b"PK\x03\x04 no workbook")).status == 422
    assert asked.sheet(token).answers == ()


# Strangers


def test_a_form_from_elsewhere_is_refused(visitor, token):
    answer = visitor().post(f"/answer/{token}", {"verdict.0": "can"}, origin="https://elsewhere.test")
    assert answer.status == 403


@pytest.mark.parametrize(
    "path", ["/answer/guessed", "/agree/guessed", "/answer/guessed/lines.xlsx", "/answer/x/file/y"]
)
def test_a_guessed_link_opens_nothing(visitor, fund, path):
    page = visitor().get(path)
    assert (page.status, "This link is not valid." in page.text, "<form" in page.text) == (403, True, False)


def test_who_tries_links_out_has_to_wait_and_a_good_link_still_opens(visitor, fund, token):
    guesses = [visitor().get(f"/answer/guess-{number}").status for number in range(7)]
    assert guesses == [403] * 5 + [429] * 2
    assert visitor().get(f"/answer/{token}").status == 200


def test_one_link_is_not_used_without_end(visitor, fund, token):
    browser = visitor()
    assert {browser.get(f"/answer/{token}").status for _turn in range(30)} == {200}
    page = browser.get(f"/answer/{token}")
    assert (page.status, what("too_many_requests") in page.text) == (429, True)


def test_the_pace_forgets_after_a_while():
    now = [0.0]
    pace = Pace(2, 60, clock=lambda: now[0])
    assert [pace.allows("a"), pace.allows("a"), pace.allows("a"), pace.allows("b")] == [True, True, False, True]
    now[0] = 60.0
    assert pace.allows("a")


# The president


def test_the_president_agrees_on_a_page_and_the_first_answer_counts(visitor, fund, asked):
    asked.composed()
    token = asked.asks_the_president("need-1")
    browser, address = visitor(), f"/agree/{token}"
    page = browser.get(address)
    assert "Nothing goes out to anybody before you have agreed." in page.text
    assert "We look for makers of these parts." in page.text
    first, second = re.findall(r'name="answer\.([^"]+)" value="agreed"', page.text)
    nonce = nonce_of(page)
    empty = send(browser, address, {"nonce": nonce, "person": "The President"})
    assert (empty.status, what("agreement_nothing_chosen") in empty.text) == (422, True)
    nameless = send(browser, address, {"nonce": nonce, f"answer.{first}": "agreed", "person": ""})
    assert (nameless.status, "Your name is missing." in nameless.text) == (422, True)
    one = {"nonce": nonce, "person": "The President", f"answer.{first}": "agreed"}
    assert send(browser, address, one).status == 303
    page = browser.get(address)
    for told, stands in (
        ("Your answer is received. Thank you.", True),
        ("1 question is still open.", True),
        ("Nothing goes out to anybody before you have agreed.", False),
    ):
        assert (told in page.text) == stands, told
    other = {"nonce": nonce_of(page), f"answer.{second}": "declined", f"remark.{second}": "too dear"}
    done = [send(browser, address, {"person": "The President", **other}) for _turn in range(2)]
    assert [one.status for one in done] == [303, 303]
    page = browser.get(address).text
    assert "Thank you. Everything is answered." in page
    assert "<form" not in page
    (view,) = fund.desk.inquiries(SECRETARIAT, PROPOSAL)
    assert (view.agreed, view.agreement.person) == (True, "The President")
