"""The seats that a regional fund's committee usually has, as a suggestion for the set-up."""

from fundapp.basis.fact import Bilingual

SUGGESTED_SEATS: dict[str, Bilingual] = {
    "association": Bilingual(ja="協会", en="Association"),
    "tlo": Bilingual(ja="TLO", en="TLO"),
    "capital": Bilingual(ja="信金系VC", en="Bank's venture capital arm"),
}
"""Seat id -> name, the senior seat first."""
