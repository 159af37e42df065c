"""The network's forms: what is left empty, or out of range, is named and nothing is made of it."""

from spoken import fault
from streamlit.testing.v1 import AppTest

from fundapp.text.catalogue import use


def _form() -> None:
    from fundapp.network.inquiry import LineAnswer
    from fundapp.text.catalogue import use
    from fundapp.ui.network.fields import checked, filled

    use("en")
    assert filled(name=("Name", "works"), hours=("Hours", 0))
    assert not filled(place=("Place", ""), hours=("Hours", 0))
    assert not filled(name=("Name", ""), day=("Day", None), hours=("Hours", 0))
    assert checked(lambda: LineAnswer(line_id="L1", verdict="can", hours=-1)) is None


def test_what_is_missing_or_out_of_range_is_named() -> None:
    screen = AppTest.from_function(_form)
    screen.run()
    assert not screen.exception
    use("en")
    told = "\n".join(one.value for one in screen.warning).replace("\\", "")
    for line in (
        fault("form_field_empty", field="Place"),
        fault("form_fields_empty", fields="Name; Day"),
        fault("form_field_invalid", field="hours"),
    ):
        assert line in told
    assert "Hours" not in told
