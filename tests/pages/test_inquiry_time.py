"""An inquiry's time on the page: what happens by itself, the deadline put off, the reminders that wait for a hand."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from asked import Asked
from asked_fund import PROPOSAL, asking_fund
from small_fund import SECRETARIAT, SmallFund, both
from streamlit.testing.v1 import AppTest

from fundapp.access import accounts, sessions
from fundapp.mailing import ADDRESS_VARIABLE, MAIL_VARIABLE
from fundapp.places import DATA_VARIABLE, ui_script
from fundapp.record import inquiry_commands as q
from fundapp.text.catalogue import use
from fundapp.ui import gate
from fundapp.ui.desks import PAGES

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[SmallFund, Asked]:
    """The fund that asks three members, and its desk as the page's own."""
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    fund, asked = asking_fund(tmp_path / "data")
    accounts.create_account(
        fund.desk.database,
        person=SECRETARIAT.person,
        sign_in_name="secretariat",
        name=both("Office"),
        organisation="",
        roles=SECRETARIAT.roles,
        password="a password of some length",
        by="setup",
        now=fund.clock.now,
        hasher=QUICK,
    )
    monkeypatch.setattr(gate, "desk", lambda: fund.desk)
    return fund, asked


@pytest.fixture
def visit(world, monkeypatch) -> Iterator[Callable[..., AppTest]]:
    """Open the inquiries of the proposal, or a form of them."""
    fund, _asked = world

    def open_page(language: str = "en", **address: str) -> AppTest:
        with fund.desk.database.write() as connection:
            token = sessions.begin(connection, SECRETARIAT.person, fund.clock.now)
        monkeypatch.setattr(gate, "session_token", lambda: token)
        use(language)
        screen = AppTest.from_file(ui_script(), default_timeout=60)
        screen.query_params["lang"] = language
        screen.run()
        screen.switch_page(str(PAGES["network/sourcing"].file))
        for name, value in {"proposal": "PR-1", **address}.items():
            screen.query_params[name] = value
        screen.session_state[f"sourcing-part-{PROPOSAL}"] = "inquiries"
        return looked(screen)

    yield open_page
    use("ja")


def looked(screen: AppTest) -> AppTest:
    screen.run()
    assert not screen.exception, screen.exception
    return screen


def press(screen: AppTest, label: str) -> AppTest:
    next(one for one in screen.button if one.label == label).click()
    return looked(screen)


def text(screen: AppTest) -> str:
    told = [
        one.value for kind in ("title", "header", "markdown", "success", "warning", "error") for one in screen.get(kind)
    ]
    return "\n".join(told).replace("\\", "")


def seen(fund: SmallFund):
    return fund.desk.inquiries(SECRETARIAT, PROPOSAL)[0]


def test_what_happens_by_itself_is_chosen_when_it_goes_out(world, visit):
    fund, asked = world
    asked.composed()
    asked.agrees(asked.asks_the_president())
    screen = visit(form=f"inquiry-send:{asked.id}")
    assert "Nothing is sent unseen." in text(screen)
    next(one for one in screen.multiselect if one.label == "Members").set_value(["m1", "m2"])
    next(one for one in screen.checkbox if one.key.startswith("widens-itself")).check()
    screen = press(looked(screen), "Let it go out to 2 members")
    assert (seen(fund).inquiry.remind_days_before, seen(fund).inquiry.widens_itself) == (3, True)
    assert "To all members by itself from" in text(screen)


def test_where_a_mail_server_is_named_the_page_says_that_they_leave_by_themselves(world, visit, monkeypatch):
    monkeypatch.setenv(MAIL_VARIABLE, "smtp://mail.example?from=a@b.example")
    monkeypatch.setenv(ADDRESS_VARIABLE, "https://fund.example")
    _fund, asked = world
    asked.goes_out("m1")
    assert "These messages leave by e-mail at their time, with nobody at the desk." in text(visit())


def test_the_office_puts_the_deadline_off_and_hands_the_news_over(world, visit):
    fund, asked = world
    asked.goes_out("m1", "m2")
    asked.do(q.NoteLeft(inquiry_id=asked.id, member_ids=("m1", "m2"), by="hand"))
    before = seen(fund).inquiry.answer_by
    screen = press(visit(), "Put the deadline off")
    next(one for one in screen.text_input if one.label.startswith("Why it is put off")).set_value("the fair")
    screen = press(looked(screen), "Put the deadline off and tell everyone")
    assert timedelta(days=6) < seen(fund).inquiry.answer_by - before <= timedelta(days=8)
    assert "2 members are to be told of the later day" in text(screen)
    assert "the fair" in text(screen)
    screen = press(screen, "They are handed over")
    assert seen(fund).notices == ()


def test_without_a_reason_the_deadline_stays_and_nothing_is_lost(world, visit):
    fund, asked = world
    before = asked.composed().answer_by
    asked.agrees(asked.asks_the_president())
    asked.sends("m1")
    screen = press(visit(form=f"inquiry-extend:{asked.id}"), "Put the deadline off and tell everyone")
    assert "Why it is put off" in text(screen)
    assert seen(fund).inquiry.answer_by == before


def test_reminders_that_are_due_wait_on_the_page_and_are_changed_there(world, visit):
    fund, asked = world
    asked.goes_out("m1", "m2")
    asked.do(q.NoteLeft(inquiry_id=asked.id, member_ids=("m1", "m2"), by="hand"))
    screen = visit()
    next(one for one in screen.number_input if one.label.startswith("Remind those who have not answered")).set_value(5)
    press(looked(screen), "Keep it so")
    assert seen(fund).inquiry.remind_days_before == 5
    fund.clock.wait(days=10)
    fund.desk.act_by_clock()
    assert "2 reminders are ready to send" in text(visit())
    assert "催促2通の用意ができています" in text(visit(language="ja"))
