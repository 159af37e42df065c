"""How an amount is split among the partners: to the yen, and fair over all amounts together."""

from collections.abc import Sequence
from fractions import Fraction

from fundapp.basis.fact import Fact
from fundapp.basis.yen import Yen
from fundapp.fund.terms import FundTerms, Partner


class PartnerPart(Fact):
    """What falls to one partner, counted from 1 in the order of the terms."""

    partner: int
    amount_yen: Yen


def apportioned(amount_yen: int, weights: Sequence[Fraction]) -> tuple[int, ...]:
    """Whole yen in proportion to the weights that add up to the amount (largest remainder; Hamilton's method).

    ValueError when there is something to split and nothing to split it by.
    """
    whole = sum(weights)
    if not whole:
        if amount_yen:
            raise ValueError("there is nobody to split an amount among")
        return tuple(0 for _weight in weights)
    exact = [amount_yen * weight / whole for weight in weights]
    parts = [int(one) for one in exact]
    by_remainder = sorted(range(len(parts)), key=lambda n: (parts[n] - exact[n], n))
    for n in by_remainder[: amount_yen - sum(parts)]:
        parts[n] += 1
    return tuple(parts)


def split(terms: FundTerms, amount_yen: int, so_far_yen: Sequence[int]) -> tuple[PartnerPart, ...]:
    """An amount split so that all amounts together follow the partners' shares to the yen.

    `so_far_yen`: what earlier amounts gave each partner. A partner who joined late catches up first. Partners with
    nothing to bear are left out.
    """
    whole_yen = amount_yen + sum(so_far_yen)
    behind = [
        max(Fraction(0), partner.share * whole_yen - had_yen)
        for partner, had_yen in zip(terms.partners, so_far_yen, strict=True)
    ]
    return parts_of(apportioned(amount_yen, behind))


def parts_of(amounts_yen: Sequence[int]) -> tuple[PartnerPart, ...]:
    """The parts of the partners in the order of the terms, without those of nothing."""
    return tuple(PartnerPart(partner=n, amount_yen=part) for n, part in enumerate(amounts_yen, 1) if part)


def commitments_yen(terms: FundTerms) -> tuple[int, ...]:
    """What each partner has committed, adding up to the fund's size."""
    return apportioned(terms.size_yen, [partner.share for partner in terms.partners])


def with_commitment(terms: FundTerms, name: str, amount_yen: int) -> FundTerms:
    """The terms after a partner committed more; a name that is not among the partners joins them as a limited one.

    Below zero for a commitment that is taken back; the last partner goes when nothing of its own is left.
    """
    size_yen = terms.size_yen + amount_yen
    committed_yen = {partner.name: partner.share * terms.size_yen for partner in terms.partners}
    committed_yen[name] = committed_yen.get(name, Fraction(0)) + amount_yen
    general = {partner.name: partner.general for partner in terms.partners}
    partners = tuple(
        Partner(name=one, share=yen / size_yen, general=general.get(one, False)) for one, yen in committed_yen.items()
    )
    if not partners[-1].share:
        partners = partners[:-1]
    return terms.model_copy(update={"size_yen": size_yen, "partners": partners})
