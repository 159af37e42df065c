"""Why a menu item costs the proposing company what it costs, where the provider is free for member companies."""

from fundapp.documents.providers import Providers
from fundapp.network.service import Entitlement, Service, entitlement, service_of
from fundapp.text.catalogue import _


def service_behind(services: tuple[Service, ...], providers: Providers, provider: str, kind: str) -> Service | None:
    """The service of the provider that is named, where it is entered that it offers this kind of support."""
    body = providers.member(provider) if provider else None
    return service_of(services, body.id, kind) if body else None


def entitled(service: Service, *, is_member: bool) -> tuple[Entitlement, str]:
    """What the service costs this company, and the reason; no reason where everybody pays alike."""
    cost = entitlement(service, member_company=is_member)
    if cost.free_as_member:
        return cost, _("free: the company is a member")
    return cost, _("standard cost: the company is no member") if service.free_for_members else ""
