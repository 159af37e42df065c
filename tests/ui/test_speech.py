"""The language of a session."""

from fundapp.basis.roles import Role


def test_the_address_decides_and_the_choice_stays_in_it(visit):
    screen = visit("office/record", Role.AUDITOR, "ja")
    assert [one.value for one in screen.title] == ["記録は変わっていませんか"]
    assert screen.query_params["lang"] == "ja"


def test_the_choice_holds_when_the_address_has_lost_it(visit):
    screen = visit("office/record", Role.AUDITOR, "en")
    del screen.query_params["lang"]
    screen.run()
    assert [one.value for one in screen.title] == ["Is the record unchanged?"]
