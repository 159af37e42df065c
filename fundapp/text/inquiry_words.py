"""The words of inquiries: answers, reasons, stages, how something came in."""

from fundapp.text.catalogue import N_, _

WORDS: dict[str, dict[str, str]] = {
    "verdict": {
        "can": N_("We can"),
        "on_conditions": N_("On conditions"),
        "cannot": N_("We cannot"),
    },
    "said": {
        "can": N_("can"),
        "on_conditions": N_("on conditions"),
        "cannot": N_("cannot"),
    },
    "reason": {
        "chosen": N_("Chosen"),
        "price": N_("Not chosen: another offer had a lower price"),
        "lead_time": N_("Not chosen: another offer had a shorter lead time"),
        "on_conditions": N_("Not chosen: the offer was on conditions"),
        "no_price": N_("Not chosen: no price with a named person was given"),
        "no_nda": N_("Not chosen: the confidentiality was not accepted for a part made to drawing"),
        "lot": N_("Not chosen: the offer does not cover the lot"),
        "expired": N_("Not chosen: the offer had expired"),
        "revision": N_("Not chosen: the part changed in a new revision"),
        "cannot": N_("You answered that you cannot supply it"),
        "withdrawn": N_("The offer was withdrawn"),
        "other_plan": N_("Not chosen: the plan as a whole took another offer"),
    },
    "stage": {"first": N_("members who match"), "all": N_("all members")},
    "left_by": {"mail": N_("by e-mail"), "hand": N_("handed over"), "": N_("waits to be sent")},
    "agreement": {"": N_("not answered yet"), "agreed": N_("agreed"), "declined": N_("not agreed")},
}
"""Kind of code -> code -> message id."""


def inquiry_word(kind: str, code: str) -> str:
    """The word for `code` in the language spoken now."""
    return _(WORDS[kind][code])
