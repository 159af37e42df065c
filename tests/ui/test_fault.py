"""When the program itself fails, the reader gets a sentence and the log the cause."""

import re

from streamlit.testing.v1 import AppTest


def _broken_page() -> None:
    from fundapp.ui.fault import show_fault

    assert show_fault(ValueError("a secret detail"))


def _full_disk() -> None:
    from fundapp.basis.refusal import Refusal
    from fundapp.store.connection import StoreRefusal
    from fundapp.ui.fault import show_fault

    assert show_fault(StoreRefusal(Refusal.of("store_full")))


def test_a_fault_shows_a_number_and_no_detail_and_logs_the_cause(caplog):
    screen = AppTest.from_function(_broken_page)
    screen.query_params["lang"] = "en"
    screen.run()
    (said,) = (one.value for one in screen.error)
    number = re.search(r"the number ([0-9a-f]{6})", said)[1]
    assert "secret" not in said
    assert number in caplog.text
    assert "a secret detail" in caplog.text


def test_what_the_store_refuses_is_said_as_a_refusal():
    screen = AppTest.from_function(_full_disk)
    screen.query_params["lang"] = "en"
    screen.run()
    assert not screen.error
    assert len(screen.warning) == 1
