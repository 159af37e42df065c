"""What became of each row of a table, in words: counts, reasons, and the whole list."""

from collections.abc import Callable, Sequence

import streamlit as st

from fundapp.basis.refusal import Problem
from fundapp.network.bill_table import BillReading
from fundapp.network.offer_table import OfferReading
from fundapp.text.catalogue import _, ngettext
from fundapp.text.network_words import word
from fundapp.text.refusal_text import problem_text
from fundapp.ui import components
from fundapp.ui.network.line_words import line_name
from fundapp.ui.network.uploads import Upload
from fundapp.ui.words import plain

SHOWN_CELLS, SHOWN_REASONS = 5, 8


def counts(accepted: int, headings: int, rejected: int, taken: str) -> None:
    """How many rows of the table ended as what. `taken` says what the accepted ones are, such as part lines."""
    told = [
        (":material/check_circle:", taken, accepted),
        (":material/title:", _("headings and empty rows"), headings),
        (":material/cancel:", _("rejected, with the reason below"), rejected),
    ]
    with st.grid(min_column_width=240):
        for icon, name, count in told:
            with st.container(border=True, height="stretch"):
                rows = ngettext("{n} row", "{n} rows", count)
                st.markdown(f"{icon} **{rows}**  \n{plain(name)}")


def notices(problems: Sequence[Problem]) -> None:
    """What a person should look at before recording; none of it stands in the way."""
    if problems:
        lines = "\n".join(f"- {plain(problem_text(one))}" for one in problems)
        head = plain(_("Please look at this"))
        st.info(f"**{head}**\n\n{lines}", icon=":material/visibility:")


def rejected_rows(rejected: Sequence[tuple[int, Problem]], upload: Upload) -> None:
    """What is not recorded and why."""
    if rejected:
        components.section(ngettext("{n} row is not recorded", "{n} rows are not recorded", len(rejected)))
        alike(rejected, upload, _("Rows that are not recorded, with the reason"))


def remarked_rows(remarks: Sequence[tuple[int, Problem]], upload: Upload) -> None:
    """What was left open in rows that are taken."""
    if remarks:
        rows = len({number for number, _problem in remarks})
        components.section(ngettext("In {n} row something was left open", "In {n} rows something was left open", rows))
        alike(remarks, upload, _("Rows in which something was left open"))


def alike(told: Sequence[tuple[int, Problem]], upload: Upload, about: str) -> None:
    """Rows with the same reason together, the rest one press away."""
    at = dict(zip(upload.grid.row_numbers, upload.grid.rows, strict=True))
    alike: dict[str, list[int]] = {}
    for number, problem in told:
        alike.setdefault(_reason(problem), []).append(number)
    rows = [
        {
            _("Row"): spans(numbers),
            _("What stands there"): plain(_cells(at[numbers[0]])),
            _("Why, and what to do"): plain(reason),
        }
        for reason, numbers in alike.items()
    ]
    st.table(rows[:SHOWN_REASONS], border="horizontal", hide_index=True, alt=about)
    if len(rows) > SHOWN_REASONS:
        with st.expander(ngettext("{n} more reason", "{n} more reasons", len(rows) - SHOWN_REASONS)):
            st.table(rows[SHOWN_REASONS:], border="horizontal", hide_index=True, alt=about)


def _reason(problem: Problem) -> str:
    return problem_text(problem.model_copy(update={"place": ""}))


def spans(numbers: Sequence[int]) -> str:
    """Row numbers in rising order, with runs drawn together: 3, 7-9, 12."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _cells(row: tuple[str, ...]) -> str:
    return " | ".join([cell for cell in row if cell][:SHOWN_CELLS])


def every_bill_row(reading: BillReading, upload: Upload) -> None:
    """The whole table with the verdict of each row, one press away."""

    def verdict() -> dict[int, str]:
        told: dict[int, str] = {line.row: _("part line: {name}").format(name=line_name(line)) for line in reading.lines}
        return told | {one.row: _("heading: {kind}").format(kind=word("heading", one.kind)) for one in reading.headings}

    every_row(verdict, reading.rejected, upload)


def every_offer_row(reading: OfferReading, upload: Upload) -> None:
    """The whole table with the verdict of each row, one press away."""

    def verdict() -> dict[int, str]:
        return dict.fromkeys(reading.offer_rows, _("accepted")) | dict.fromkeys(reading.headings, _("heading"))

    every_row(verdict, reading.rejected, upload)


def every_row(verdict: Callable[[], dict[int, str]], rejected: Sequence[tuple[int, Problem]], upload: Upload) -> None:
    """The whole table with the end of each row: `verdict` of those that were read, the reason of the `rejected`.

    Made once it is open: it can have a hundred thousand rows.
    """

    def rows() -> list[dict[str, object]]:
        told = verdict() | {number: _("rejected: {reason}").format(reason=_reason(one)) for number, one in rejected}
        return [
            {_("Row"): number, _("What became of it"): told[number], _("What stands there"): _cells(cells)}
            for number, cells in zip(upload.grid.row_numbers, upload.grid.rows, strict=True)
        ]

    components.folded_table(
        _("Every row of the table and what became of it"),
        rows,
        about=_("Every row with its verdict"),
        key=upload.widget("every-row"),
        icon=":material/list:",
    )
