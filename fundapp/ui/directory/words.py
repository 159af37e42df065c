"""The directory's words for its codes."""

from fundapp.text import network_words
from fundapp.text.catalogue import N_, _, pgettext

_SHARED = ("member_class", "company_type", "material", "bank_kind", "ip_kind", "ip_state", "referral_path")

WORDS: dict[str, dict[str, str]] = {
    **{kind: network_words.WORDS[kind] for kind in _SHARED},
    "issue": {
        "sales": N_("sales channels"),
        "people": N_("people"),
        "funding": N_("funding"),
        "technology": N_("technology"),
        "cost": N_("cost"),
        "succession": N_("succession"),
        "other": N_("something else"),
    },
    "watch_stage": {
        "watched": N_("Watched so far"),
        "supported": N_("Supported at the weak spot"),
        "proposed": N_("Has become a proposal"),
        "ended": N_("Watched no longer"),
    },
    "commission": {
        "commission": N_("commission alone"),
        "fixed_and_commission": N_("fixed fee and commission"),
        "undecided": N_("not agreed yet"),
    },
    "collection": {
        "credit": N_("on credit, by transfer"),
        "by_rep": N_("collected by the rep"),
        "each_time": N_("agreed each time"),
        "bill": N_("by bill of exchange"),
    },
    "deal": {"met": N_("met"), "near": N_("nearly closed"), "closed": N_("closed"), "failed": N_("failed")},
    "failed_on": {
        "": N_("nothing"),
        "fixed_fee": N_("the fixed fee"),
        "rate": N_("the commission rate"),
        "collection": N_("how the money is collected"),
        "product": N_("the product"),
        "price": N_("the price"),
        "volume": N_("the volume"),
        "other": N_("something else"),
    },
    "referral": {
        "waiting": N_("waiting for the answer"),
        "silent": N_("no answer in time"),
        "yes": N_("yes, with a date"),
        "yes_without_date": N_("yes, without a date"),
        "fast_no": N_("a fast no"),
        "slow_no": N_("a late no"),
        "handed_on": N_("handed on"),
    },
    "likeness": {
        "corporate_number": N_("the same corporate number"),
        "email": N_("the same e-mail address"),
        "telephone": N_("the same telephone number"),
        "name": N_("names alike"),
    },
}
"""Kind of code -> code -> message id."""


def word(kind: str, code: str) -> str:
    """The word for `code` in the language spoken now."""
    return _(WORDS[kind][code])


def codes(kind: str) -> tuple[str, ...]:
    """All codes of a kind, in the order in which a reader chooses."""
    return tuple(WORDS[kind])


def answer_word(code: str) -> str:
    """An answer of a liaison as one presses it."""
    return {
        "yes": pgettext("liaison", "Yes, with a date"),
        "yes_without_date": pgettext("liaison", "Yes, without a date"),
        "no": pgettext("liaison", "No"),
        "handed_on": pgettext("liaison", "Handed on to somebody else"),
    }[code]
