"""The one table of all pages: short ones as they are, long ones searched and laid out whole, all of them taken away."""

from streamlit.testing.v1 import AppTest

from fundapp.ui.components import as_csv


def _tables() -> None:
    from fundapp.text.catalogue import use
    from fundapp.ui import components

    use("en")
    rows = [
        {
            "On": f"2026-10-{day:02}",
            "Company": f"Works {day}",
            "Yen": 1000 * day if day % 2 else None,
            "Share": f"{day}%",
        }
        for day in range(1, 13)
    ]
    components.table(rows[:10], about="ten", key="short")
    components.table(rows, about="twelve", key="long")


def test_a_long_table_is_searched_and_laid_out_whole_and_a_short_one_is_shown() -> None:
    screen = AppTest.from_function(_tables).run()
    assert not screen.exception
    assert [len(one.value) for one in screen.dataframe] == [10, 12]
    assert [one.label for one in screen.text_input] == ["Search this table"]
    assert [one.label for one in screen.toggle] == ["All rows at once, to read or print"]

    screen.text_input[0].set_value("works 11").run()
    assert list(screen.dataframe[1].value["Company"]) == ["Works 11"]
    screen.text_input[0].set_value("nobody").run()
    assert len(screen.dataframe) == 1
    assert "No row of this table fits. Take a word away." in [one.value.replace("\\", "") for one in screen.markdown]

    screen.text_input[0].set_value("").run()
    screen.toggle[0].set_value(True).run()
    assert not screen.exception
    whole = screen.table[0].value
    assert (len(screen.dataframe), len(whole), whole["Yen"].sum()) == (1, 12, 36_000)


def test_a_table_is_taken_away_as_it_stands_and_no_cell_becomes_a_formula() -> None:
    rows = [{"Name": "=1+1", "Yen": 1_000, "Share": None}, {"Name": "Works", "Yen": None, "Share": 0.5}]
    assert as_csv(rows).decode("utf-8-sig") == '"Name","Yen","Share"\r\n"\'=1+1",1000,""\r\n"Works","","0.5"\r\n'


def test_on_a_phone_a_wide_table_is_told_row_by_row(monkeypatch) -> None:
    monkeypatch.setattr("fundapp.ui.components.on_phone", lambda: True)
    monkeypatch.setattr("fundapp.ui.components.WIDEST_ON_PHONE", 3)
    screen = AppTest.from_function(_tables).run()
    screen.toggle(key="long-whole").set_value(True).run()
    assert not screen.exception
    short, told = (one.value.replace("\\", "").splitlines() for one in screen.markdown)
    assert (len(screen.dataframe), len(short), len(told)) == (0, 10, 12)
    assert told[:2] == [
        "- On: **2026-10-01**, Company: **Works 1**, Yen: **1,000**, Share: **1%**",
        "- On: **2026-10-02**, Company: **Works 2**, Share: **2%**",
    ]
    screen.toggle(key="short-sort").set_value(True).run()
    assert [len(one.value) for one in screen.dataframe] == [10]


def _accounts() -> None:
    from fundapp.text.catalogue import use
    from fundapp.ui import components

    for language in ("ja", "en"):
        use(language)
        rows = [{"Name": "Loss", "Yen": -12_000_000}, {"Name": None, "Yen": None}]
        components.figures_table(rows, about=language)


def test_a_loss_is_printed_as_the_accounts_of_each_language_print_it() -> None:
    screen = AppTest.from_function(_accounts).run()
    assert not screen.exception
    shown = [one.proto.arrow_data.styler.display_values for one in screen.table]
    assert ["▲12,000,000".encode() in values for values in shown] == [True, False]
    assert [b"-12,000,000" in values for values in shown] == [False, True]
    assert not any(b"nan" in values for values in shown)


def _ledger() -> None:
    from fundapp.ui import components

    components.figures_table([{"On": "2026-10-01", "Name": "Works"}, {"On": "2026-10-02", "Name": "Mill"}], about="two")


def test_a_day_stays_on_one_line_in_any_column() -> None:
    screen = AppTest.from_function(_ledger).run()
    assert not screen.exception
    styles = screen.table[0].proto.arrow_data.styler.styles
    assert ("row0_col0" in styles, "row1_col0" in styles, "col1" in styles) == (True, True, False)
    assert "white-space: nowrap" in styles


def _years() -> None:
    from fundapp.ui import components

    components.figures_table([{"": "Profit", "Year 2 2024-10-04 – 2025-10-03": -5}], about="years")


def test_the_days_of_a_head_are_not_broken() -> None:
    screen = AppTest.from_function(_years).run()
    assert not screen.exception
    head = screen.table[0].value.columns[1]
    assert (head.replace("\u2060", ""), head.count("\u2060")) == ("Year 2 2024-10-04\u00a0– 2025-10-03", 8)
