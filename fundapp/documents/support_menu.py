"""The support menu of one proposal on paper, people and parts together: who does what, by when, at whose cost.

The company's copy holds what a proposing company may know (tables.md): no member's price and no member's person.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import ceil
from typing import Literal

from fundapp.basis.fact import Bilingual, Fact
from fundapp.committee.proposal import Proposal
from fundapp.committee.support_menu import SupportMenu
from fundapp.documents.blocks import Block, Cell, Column, Document, Heading, Pairs, Paragraph, Table, cells
from fundapp.documents.entitled import entitled, service_behind
from fundapp.documents.providers import Providers
from fundapp.documents.said import NOTHING, listed, said
from fundapp.network.offer import WRITTEN
from fundapp.network.service import Service
from fundapp.network.support_facts import LineRow, NeedRow, SupportFacts
from fundapp.text.catalogue import N_, _, language, ngettext, pgettext
from fundapp.text.figures import day, yen
from fundapp.text.network_words import word

Audience = Literal["company", "committee"]

FOR_WHOM: dict[Audience, str] = {"company": N_("the proposing company"), "committee": N_("the investment committee")}


class MenuSource(Fact):
    """What the menu of a proposal is made from."""

    fund: Bilingual
    general_partner: Bilingual
    proposal: Proposal
    facts: SupportFacts
    menu: SupportMenu
    services: tuple[Service, ...] = ()
    """What every body offers."""
    is_member: bool = False
    """The proposing company is a member company."""


def support_menu(source: MenuSource, providers: Providers, audience: Audience) -> Document:
    """The menu as the facts stand, in the language spoken now. `source` has passed sight."""
    fund, title = said(source.fund), _("Support menu")
    return Document(
        language=language(),
        title=title,
        subtitle=(f"{source.proposal.code} {said(source.proposal.name)}", said(source.proposal.company.name)),
        status="",
        author=said(source.general_partner),
        keywords=(title, source.proposal.code),
        running_head=(fund, title),
        running_foot=(
            _("Copy for {reader}, confidential").format(reader=_(FOR_WHOM[audience])),
            source.proposal.code,
        ),
        attachment="",
        blocks=tuple(_blocks(source, providers, audience)),
    )


def _blocks(source: MenuSource, providers: Providers, audience: Audience) -> Iterable[Block]:
    facts = source.facts
    yield Pairs(rows=tuple(_head(source, audience)))
    if audience == "company":
        yield Paragraph(
            text=_(
                "This copy tells who provides what, by when and who bears the cost. "
                "Prices of single members are not in it."
            ),
            tone="muted",
        )
    yield Heading(level=1, text=_("How far the support is arranged"))
    yield Pairs(rows=tuple(_summary(facts, audience)))
    yield Heading(level=1, text=_("Support needs and their menu items"))
    if facts.needs:
        yield _needs_table(source, providers, audience)
    else:
        yield Paragraph(
            text=_("No support need is listed yet.")
            if facts.needs_support
            else _("This company is registered as needing no support.")
        )
    yield Heading(level=1, text=_("Parts for the first lot"))
    if not facts.lines:
        yield Paragraph(text=_("No part is to be sourced."))
    for assembly in dict.fromkeys(line.assembly for line in facts.lines):
        of_it = [line for line in facts.lines if line.assembly == assembly]
        covered = sum(line.valid_sources > 0 for line in of_it)
        name = assembly or _("Parts without an assembly")
        count = _share(covered, len(of_it))
        yield Heading(level=2, text=_("{assembly}: {covered} covered").format(assembly=name, covered=count))
        yield _parts_table(of_it, providers, audience)


def _share(part: int, whole: int) -> str:
    return _("{part} of {whole}").format(part=part, whole=whole)


def _head(source: MenuSource, audience: Audience) -> Iterable[tuple[str, str]]:
    facts = source.facts
    yield _("Copy for"), _(FOR_WHOM[audience])
    yield _("Facts as of"), day(facts.as_of)
    if facts.has_parts:
        revision = _("revision {revision}, first lot of {lot}, planned in {days} days")
        yield (
            _("Bill of materials"),
            revision.format(revision=facts.bill_revision, lot=facts.lot, days=facts.plan_days),
        )


def _summary(facts: SupportFacts, audience: Audience) -> Iterable[tuple[str, str]]:
    needs, lines = facts.needs, facts.lines
    if needs:
        counts = (
            (_("Complete menu items"), sum(one.complete for one in needs)),
            (_("Source of the money confirmed"), len(_funded(facts))),
            (_("The president agrees"), sum(one.owner_consent for one in needs)),
            (_("Promised in writing or firmer"), sum(one.rung >= WRITTEN for one in needs)),
            (_("End and handover agreed"), sum(bool(one.ends_when and one.handed_to) for one in needs)),
        )
        yield from ((name, _share(count, len(needs))) for name, count in counts)
    if lines:
        critical = [one for one in lines if one.critical]
        yield _("Parts with a valid offer"), _share(sum(one.valid_sources > 0 for one in lines), len(lines))
        if critical:
            covered = sum(one.valid_sources > 0 for one in critical)
            yield _("Critical parts with a valid offer"), _share(covered, len(critical))
    if audience == "committee":
        yield from _money(needs, lines)
    elif needs:
        own = sum(one.cost_yen or 0 for one in needs if one.cost_bearer == "company")
        yield _("Borne by the proposing company in all"), yen(own)


def _money(needs: Sequence[NeedRow], lines: Sequence[LineRow]) -> Iterable[tuple[str, str]]:
    """What the menu costs by who bears it, and what the parts cost as far as they are priced."""
    borne = Counter[str]()
    for need in needs:
        if need.cost_yen:
            borne[need.cost_bearer] += need.cost_yen
    unknown = sum(need.cost_yen is None for need in needs)
    told = [
        _("{amount} ({bearer})").format(amount=yen(amount), bearer=_bearer(bearer)) for bearer, amount in borne.items()
    ]
    if unknown:
        told.append(ngettext("{n} item without a cost", "{n} items without a cost", unknown))
    if needs:
        yield _("Cost of the menu"), "\n".join(told) or yen(0)
    priced = [line.selected_yen for line in lines if line.selected_yen is not None]
    if lines:
        yield (
            _("Cost of the parts for the first lot"),
            _("{amount} for the {priced} parts with a price").format(
                amount=yen(sum(priced)), priced=_share(len(priced), len(lines))
            ),
        )


def _bearer(code: str) -> str:
    return word("cost_bearer", code) if code else _("nobody is named")


def _funded(facts: SupportFacts) -> frozenset[str]:
    return frozenset(facts.values("firm")["every_item_funded"].counted)


def _needs_table(source: MenuSource, providers: Providers, audience: Audience) -> Table:
    columns = (
        Column(head=_("Support need"), width_mm=26),
        Column(head=_("Provider"), width_mm=27),
        Column(head=_("Deliverable")),
        Column(head=_("Due"), width_mm=24),
        Column(head=_("Cost") if audience == "committee" else _("Borne by"), width_mm=26),
        Column(head=_("President"), width_mm=18),
        Column(head=_("Commitment"), width_mm=25),
    )
    funded, kinds = _funded(source.facts), {one.id: said(one.name) for one in source.menu.kinds}
    rungs = {one.rung: said(one.text) for one in source.menu.ladder}
    rows = []
    for need in source.facts.needs:
        name = [need.name, *([_("Critical")] if need.critical else [])]
        provider = providers.shown(need.provider) if need.provider else ""
        answer = [need.deliverable, f"{need.item} {kinds.get(need.item, '')}".strip(), *_end(need, providers)]
        service = service_behind(source.services, providers, need.provider, need.item)
        reason = entitled(service, is_member=source.is_member)[1] if service else ""
        level = word("level", service.level) if service else ""
        texts = (
            _lines(provider, level, need.person if audience == "committee" else ""),
            _lines(*answer),
            day(need.due) if need.due else NOTHING,
            _lines(_cost(need, audience, funded=need.id in funded), reason),
            pgettext("president", "agrees") if need.owner_consent else pgettext("president", "not yet"),
            f"{need.rung} {rungs[need.rung]}",
        )
        rows.append((Cell(text=_lines(*name), tone="strong"), *cells(*texts)))
    return Table(columns=columns, rows=tuple(rows))


def _end(need: NeedRow, providers: Providers) -> list[str]:
    """When the support ends, and who goes on."""
    told = []
    if need.ends_when:
        told.append(_("Ends when: {what}").format(what=need.ends_when))
    if need.handed_to:
        told.append(_("Afterwards: {who}").format(who=providers.shown(need.handed_to)))
    return told


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text) or NOTHING


def _cost(need: NeedRow, audience: Audience, *, funded: bool) -> str:
    """Amount, bearer and whether the money is there. The company reads no single amount: it may be a member's price."""
    amount = yen(need.cost_yen) if audience == "committee" and need.cost_yen is not None else ""
    bearer = _bearer(need.cost_bearer) if need.item else ""
    return _lines(amount, bearer, _("money confirmed") if funded else "")


def _parts_table(lines: Sequence[LineRow], providers: Providers, audience: Audience) -> Table:
    priced = audience == "committee"
    columns = (
        Column(head=_("Part")),
        Column(head=_("Covered"), width_mm=34),
        Column(head=_("Provider"), width_mm=46),
        Column(head=_("Lead time"), width_mm=26),
        *([Column(head=_("Cost of the lot"), align="right", width_mm=26)] if priced else []),
    )
    return Table(columns=columns, rows=tuple(_part_row(line, providers, priced=priced) for line in lines))


def _part_row(line: LineRow, providers: Providers, *, priced: bool) -> tuple[Cell, ...]:
    days = _("{days} days").format(days=ceil(line.lead_time_days))
    texts = (
        _lines(f"{line.part_number} {line.description}".strip(), _("Critical") if line.critical else ""),
        _covered(line),
        providers.shown(line.provider) if line.provider else NOTHING,
        _lines(days, _("imputed") if line.imputed else ""),
        *([NOTHING if line.selected_yen is None else yen(line.selected_yen)] if priced else []),
    )
    return cells(*texts)


def _covered(line: LineRow) -> str:
    """How many stand behind a part: valid offers, raised hands, or nobody."""
    told = []
    if line.valid_sources:
        told.append(ngettext("{n} valid offer", "{n} valid offers", line.valid_sources))
    if line.hands:
        told.append(ngettext("{n} hand raised", "{n} hands raised", line.hands))
    return listed(told) or _("nobody yet")
