"""The tables of a running fund from a person's computer: files, which sheet is which table, each row's verdict."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import streamlit as st

from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem, Refusal
from fundapp.fund.opening import PARTS, Opening, OpeningSource, Part
from fundapp.intake.table import read_sheets
from fundapp.network.columns import ColumnMapping
from fundapp.record import commands as c
from fundapp.record.opening import tried
from fundapp.record.opening_table import (
    OpeningReading,
    PartReading,
    TableRead,
    likeliest,
    opening_missing,
    opening_under,
    read_opening,
    suggest_opening,
)
from fundapp.text.catalogue import _, language, ngettext
from fundapp.text.network_words import word, words
from fundapp.ui import components, gate, refusal
from fundapp.ui.downloads import download_button
from fundapp.ui.fund import opening
from fundapp.ui.fund.fields import Money
from fundapp.ui.fund.sending import ask
from fundapp.ui.meeting.orders import Order
from fundapp.ui.network import verdicts
from fundapp.ui.network.uploads import Upload, Ways, columns, learned
from fundapp.ui.words import plain

_KEY = "upload/opening"
MOST_FILES = 10


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a file, or a text file whole."""

    file_name: str
    sha256: str
    grid: Grid

    @property
    def name(self) -> str:
        """How a reader knows it: the sheet's name, of a text file its own."""
        return self.grid.sheet or self.file_name


@dataclass(frozen=True, slots=True)
class Brought:
    """The files of this visit with all their sheets. `nonce` becomes the id of what is proposed."""

    contents: tuple[tuple[str, bytes], ...]
    sheets: tuple[Sheet, ...]
    nonce: str


def bring(money: Money) -> Order | None:
    """From the files to the proposal of the tables. Nothing is written before the last press."""
    kept, waits = st.session_state.get(_KEY), money.book.waiting_opening
    if isinstance(kept, Brought) and waits and waits.id == kept.nonce:
        # What was put before another person is no longer in this person's hands.
        del st.session_state[_KEY]
        kept = None
    components.section(_("Bring other tables") if waits else _("Bring the tables"))
    if not isinstance(kept, Brought):
        _ask_for_files()
        return None
    if _another(kept):
        del st.session_state[_KEY]
        st.rerun()
    tables, remembered = _tables(kept)
    if tables is None:
        return None
    assert money.book.terms is not None, "the page has stopped without a fund"
    companies = [one.company for one in gate.desk().proposals(money.actor)]
    reading = read_opening(tables, terms=money.book.terms, companies=companies, batch=kept.nonce)
    _verdicts(reading, tables)
    if reading.opening is None:
        return None
    return _propose(money, kept, reading.opening, remembered)


def _ask_for_files() -> None:
    with st.container(border=True, key="opening-steps"):
        steps = (
            _("Download the empty tables, or use your own: one workbook with five sheets, or five CSV files."),
            _("Bring them here. You see what was read of every row, and whether all figures agree."),
            _("Another person accepts them. Then the fund goes on from its history."),
        )
        st.markdown("\n".join(f"{number}. {plain(step)}" for number, step in enumerate(steps, 1)))
        download_button(_("The empty tables (Excel)"), "opening-template", language())
    label = _("The tables as Excel (.xlsx), OpenDocument (.ods) or CSV")
    given = st.file_uploader(label, accept_multiple_files=True, key="opening-files-given")
    if not given or not st.button(_("Read the tables"), type="primary", icon=":material/table_view:"):
        return
    contents = tuple((one.name, one.getvalue()) for one in given[:MOST_FILES])
    with st.spinner(_("Reading the tables…")):
        sheets = _sheets(contents)
    if isinstance(sheets, Refusal):
        refusal.show(sheets)
        return
    st.session_state[_KEY] = Brought(contents, sheets, gate.desk().new_id())
    st.rerun()


def _sheets(contents: Sequence[tuple[str, bytes]]) -> tuple[Sheet, ...] | Refusal:
    """Every sheet of every file; a blank one is no table, and no fault."""
    found: list[Sheet] = []
    for name, content in contents:
        grids = read_sheets(name, content)
        if isinstance(grids, Refusal):
            return grids
        digest = sha256(content).hexdigest()
        found += [Sheet(name, digest, grid) for grid in grids if grid.rows]
    return tuple(found)


def _another(kept: Brought) -> bool:
    with st.container(horizontal=True, vertical_alignment="center"):
        names = _(", ").join(name for name, _content in kept.contents)
        st.markdown(f":material/table_view: **{plain(names)}**", width="stretch")
        return st.button(_("Take other files"), icon=":material/upload_file:", key=f"another/{kept.nonce}")


def _tables(kept: Brought) -> tuple[dict[Part, TableRead] | None, tuple[c.RememberLayout, ...]]:
    """Which sheet is which table and what its columns mean; None while something needed is missing."""
    grids = [one.grid for one in kept.sheets]
    suggested = {part: likeliest(part, grids) for part in PARTS}
    found: dict[Part, TableRead] = {}
    remembered: list[c.RememberLayout] = []
    with st.grid(min_column_width=420):
        for part in PARTS:
            with st.container(border=True, height="stretch", key=f"opening-{part}"):
                st.markdown(f"**{plain(word('opening_part', part))}**")
                read = _table(part, kept, suggested[part])
            if read is not None:
                found[part], orders = read
                remembered += orders
    if len(found) < len(PARTS):
        missing = [word("opening_part", part) for part in PARTS if part not in found]
        told = _("Still to be pointed out: {tables}").format(tables=_(", ").join(missing))
        st.info(plain(told), icon=":material/visibility:")
        return None, ()
    return found, tuple(remembered)


def _table(part: Part, kept: Brought, suggested: int | None) -> tuple[TableRead, list[c.RememberLayout]] | None:
    choices = list(range(len(kept.sheets)))
    chosen = st.selectbox(
        _("Sheet or file with this table"),
        choices,
        index=suggested,
        format_func=lambda at: kept.sheets[at].name,
        placeholder=_("Choose"),
        key=f"sheet/{part}/{kept.nonce}",
    )
    if chosen is None:
        return None
    sheet = kept.sheets[chosen]
    upload = _one_sheet(sheet.file_name, sheet.grid, f"{kept.nonce}/{part}/{chosen}")
    kind, ways = f"opening_{part}", Ways(suggest_opening(part), opening_under(part), lambda one: _missing(part, one))
    mapping = columns(upload, kind, ways)
    if missing := _missing(part, mapping):
        refusal.show_problems(missing)
        return None
    source = OpeningSource(part=part, file_name=sheet.file_name, file_sha256=sheet.sha256, sheet=sheet.name)
    orders = [order for _id, order in learned(upload, kind, ways, mapping)]
    return TableRead(source, sheet.grid, mapping), orders


def _one_sheet(file_name: str, grid: Grid, nonce: str) -> Upload:
    """The sheet as the choice of columns and the verdicts take a table."""
    return Upload(file_name, grid, nonce, (grid,), ())


def _missing(part: Part, mapping: ColumnMapping) -> tuple[Problem, ...]:
    names = words(f"opening_{part}")
    found = opening_missing(part, mapping)
    return tuple(one.model_copy(update={"place": names[one.place]}) for one in found)


def _verdicts(reading: OpeningReading, tables: dict[Part, TableRead]) -> None:
    """How many rows of each table were taken, and why others were not."""
    taken, rejected = (sum(len(getattr(one, what)) for one in reading.parts) for what in ("taken", "rejected"))
    components.section(_("What was read"))
    verdicts.counts(taken, 0, rejected, _("rows taken"))
    for one in reading.parts:
        if one.rejected:
            _rejected(one, tables[one.part])


def _rejected(one: PartReading, table: TableRead) -> None:
    name = word("opening_part", one.part)
    told = ngettext("{table}: {n} row is not taken", "{table}: {n} rows are not taken", len(one.rejected), table=name)
    components.part(told)
    upload = _one_sheet(table.source.file_name, table.grid, one.part)
    whole = tuple(problem for row, problem in one.rejected if not row)
    if whole:
        refusal.show_problems(whole)
    verdicts.alike(tuple(pair for pair in one.rejected if pair[0]), upload, told)


def _propose(money: Money, kept: Brought, found: Opening, remembered: tuple[c.RememberLayout, ...]) -> Order | None:
    opening.summary(found)
    seen = tried(money.book, found, today=money.today)
    if seen.checks:
        opening.show_checks(seen.checks, "brought")
    command = c.ProposeOpening(opening_id=kept.nonce, opening=found, on=money.today)
    press = _("Put these tables before another person")
    done = _("The tables wait for another person's acceptance.")
    order = ask(money.book, money.actor, command, form="propose-opening", press=press, done=done)
    if order is None:
        return None
    # Before the entry in the record that names them.
    for _name, content in kept.contents:
        gate.desk().files.put(content)
    return Order((*order.commands, *remembered), order.form, order.place, order.done)
