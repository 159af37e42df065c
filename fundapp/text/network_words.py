"""The network's words for its codes: kinds of line, who bears a cost, how an offer counts, what a column means."""

from fundapp.text.catalogue import N_, _

WORDS: dict[str, dict[str, str]] = {
    "line_kind": {
        "bought_out": N_("bought out"),
        "made_to_drawing": N_("made to drawing"),
        "special_process": N_("special process"),
        "electronic": N_("electronic"),
    },
    "cost_bearer": {
        "company": N_("the proposing company"),
        "association": N_("the association"),
        "fund": N_("the fund"),
        "provider": N_("the provider"),
        "subsidy": N_("a subsidy"),
    },
    "against": {
        "coverage": N_("a part without an offer"),
        "cost": N_("cost"),
        "lead_time": N_("lead time"),
        "concentration": N_("dependence on one provider"),
    },
    "received_by": {
        "table": N_("as a table"),
        "form": N_("entered here"),
        "phone": N_("by telephone"),
        "fax": N_("by fax"),
        "paper": N_("on paper"),
        "link": N_("by the member through its link"),
    },
    "offer_standing": {
        "source": N_("counts as a valid offer"),
        "hand": N_("counts as a raised hand"),
        "no_lot": N_("a raised hand only: the lot is not stated"),
        "no_nda": N_("a raised hand only: no NDA for a part made to drawing"),
        "withdrawn": N_("does not count: withdrawn"),
        "expired": N_("does not count: expired"),
        "lot_too_small": N_("does not count: the lot is too small"),
        "replaced": N_("does not count: replaced by a newer one"),
        "low_rung": N_("does not count: nobody has raised a hand yet"),
        "cannot": N_("the company cannot supply it"),
        "not_yet": N_("does not count yet: dated in the future"),
        "other_revision": N_("does not count: for another revision"),
        "line_gone": N_("does not count: the line is not sourced"),
    },
    "heading": {
        "preamble": N_("title above the table"),
        "header": N_("header"),
        "section": N_("section heading"),
        "assembly": N_("assembly, its parts follow"),
        "total": N_("total"),
        "note": N_("remark"),
        "rule": N_("line of dashes"),
        "continuation": N_("more positions of the part above"),
        "blank": N_("empty row"),
    },
    "bill_column": {
        "item_number": N_("Item no."),
        "level": N_("BOM level"),
        "parent": N_("Part of"),
        "part_number": N_("Part number"),
        "drawing_number": N_("Drawing number"),
        "model": N_("Maker's part number"),
        "description": N_("Description"),
        "specification": N_("Specification"),
        "designators": N_("Positions on the circuit"),
        "quantity": N_("Quantity"),
        "total_quantity": N_("Total quantity"),
        "unit": N_("Unit"),
        "material": N_("Material"),
        "manufacturer": N_("Manufacturer"),
        "target_unit_cost": N_("Target unit cost"),
        "currency": N_("Currency"),
        "critical": N_("Critical"),
        "kind": N_("Kind"),
        "sourcing": N_("Make or buy"),
        "process": N_("Process"),
        "assembly": N_("Assembly"),
        "not_fitted": N_("Not fitted"),
    },
    "proposal_column": {
        "code": N_("Code"),
        "name_ja": N_("Name of the proposal (Japanese)"),
        "name_en": N_("Name of the proposal (English)"),
        "company_ja": N_("Company (Japanese)"),
        "company_en": N_("Company (English)"),
        "corporate_number": N_("Corporate number (13 digits)"),
        "city": N_("City"),
        "president": N_("President"),
        "ask": N_("Amount asked"),
        "instrument": N_("Instrument"),
        "pre_money": N_("Pre-money value"),
        "sector": N_("Sector"),
        "stage": N_("Stage"),
        "summary_ja": N_("Summary (Japanese)"),
        "use_of_funds": N_("Use of funds"),
        "reasons_for": N_("Reasons for"),
        "reasons_against": N_("Reasons against"),
        "needs_support": N_("Needs support"),
        "parts": N_("Has parts"),
    },
    "offer_column": {
        "item_number": N_("Item no."),
        "part_number": N_("Part number"),
        "provider": N_("Company name"),
        "person": N_("Person in charge"),
        "unit_price": N_("Unit price"),
        "lot": N_("Lot"),
        "pieces": N_("Quoted quantity"),
        "least_order": N_("Minimum order"),
        "lead_time": N_("Lead time"),
        "dated": N_("Quote date"),
        "expires": N_("Valid until"),
        "nda": N_("NDA"),
        "answer": N_("Answer"),
        "rung": N_("Rung"),
    },
}
"""Kind of code -> code -> message id. The words of columns are those that the readers recognise as headers."""


def word(kind: str, code: str) -> str:
    """The word for `code` in the language spoken now. KeyError for a kind or code that the house does not know."""
    return _(WORDS[kind][code])


def words(kind: str) -> dict[str, str]:
    """All codes of a kind with their words, in the order in which a reader chooses."""
    return {code: _(message) for code, message in WORDS[kind].items()}
