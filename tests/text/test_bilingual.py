"""A message in both languages, whatever is spoken now."""

from fundapp.text.bilingual import both
from fundapp.text.catalogue import language, use


def test_both_languages_and_the_one_spoken_stays():
    use("en")
    assert both("Draft: not yet confirmed by the signatories").model_dump() == {
        "ja": "案：署名者の確認前",
        "en": "Draft: not yet confirmed by the signatories",
    }
    assert language() == "en"
