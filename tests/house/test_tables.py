from tables import PAGE, lines


def test_printed_tables_are_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == "\n".join(lines())
