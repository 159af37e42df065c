from fundapp.ui.searching import matches


def test_every_word_must_occur_and_width_and_case_do_not_matter():
    assert matches("ﾜｼﾝﾄﾝ pump", ("ワシントン", "PUMP 3"))
    assert not matches("ワシントン valve", ("ワシントン", "PUMP 3"))
    assert matches("", ())
