"""The money if the proposal were approved: what would be left, and how near each limit comes."""

from fundapp.fund.limits import Headroom
from fundapp.record.judging import money_check, rooms
from fundapp.text.catalogue import N_, _
from fundapp.text.figures import yen
from fundapp.ui import components
from fundapp.ui.proposal.paper import Paper
from fundapp.ui.words import plain

LIMITS = {
    "investable": N_("Investable balance"),
    "company": N_("This company"),
    "sector": N_("This sector"),
    "early_stage": N_("Early stage"),
    "year": N_("This year of the fund"),
}


def show_money(paper: Paper) -> None:
    """Whether the ask fits the balance and every limit now; nothing once the committee has resolved."""
    book, asked = paper.book, paper.asked
    if book.terms is None or not paper.undecided:
        return
    check = money_check(book, asked, asked.ask_yen)
    details = {"ask": yen(asked.ask_yen), "room": yen(check.room_yen), "short": yen(asked.ask_yen - check.room_yen)}
    if check.fits:
        components.section(_("If approved: {ask} fits, there is room for {room}").format_map(details))
    else:
        components.section(_("If approved: {ask} is {short} too much").format_map(details))
    rows = [_row(one, asked.ask_yen) for one in rooms(book, asked)]
    about = _("Balance and limits before and after an approval")
    components.figures_table(rows, about=about)


def _row(one: Headroom, ask_yen: int) -> dict[str, str | int]:
    return {
        _("Limit"): plain(_(LIMITS[one.kind])),
        _("Free now (yen)"): one.room_yen,
        _("Free afterwards (yen)"): one.room_yen - ask_yen,
    }
