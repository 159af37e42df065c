"""The support menu and the readiness scales: words that the committee and the network share, as data."""

from typing import Literal

from fundapp.basis.fact import Bilingual, Fact, Text

MenuField = Literal["provider", "person", "deliverable", "due", "cost_yen", "cost_bearer", "owner_consent", "rung"]
"""What a menu item may ask for."""


class SupportKind(Fact):
    """One kind of support (M01 to M21) with the kinds of provider that can give it."""

    id: Text
    name: Bilingual
    providers: tuple[Bilingual, ...]
    source: Text


class LadderRung(Fact):
    """One rung of the commitment ladder, 0 none to 5 contracted."""

    rung: int
    text: Bilingual


class SupportMenu(Fact):
    """All kinds of support, what one item of the menu asks for, and the ladder it climbs."""

    version: Text
    required_fields: tuple[MenuField, ...]
    ladder: tuple[LadderRung, ...]
    kinds: tuple[SupportKind, ...]

    def kind(self, kind_id: str) -> SupportKind:
        """The kind with this id. KeyError when the menu has none."""
        for kind in self.kinds:
            if kind.id == kind_id:
                return kind
        raise KeyError(kind_id)


class ReadinessStep(Fact):
    """One step of a readiness scale."""

    step: int
    text: Bilingual


class ReadinessScale(Fact):
    """One scale of readiness: technology (TRL), manufacturing (MRL) or commercial (CRL)."""

    id: Text
    name: Bilingual
    source: Text
    steps: tuple[ReadinessStep, ...]


class ReadinessScales(Fact):
    """The readiness scales that level texts refer to."""

    version: Text
    scales: tuple[ReadinessScale, ...]
