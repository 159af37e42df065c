"""A table from a person's own computer: read once, kept for this visit, and its columns named."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import streamlit as st

from fundapp.basis.grid import Grid
from fundapp.basis.refusal import Problem, Refusal
from fundapp.intake.limits import Limits
from fundapp.intake.table import read_sheets
from fundapp.network.columns import ColumnMapping, letter
from fundapp.network.layout import recalled, remembered
from fundapp.network.sheets import SheetTold, Tell, by_columns, by_rows, most_likely
from fundapp.record.commands import RememberLayout
from fundapp.text.catalogue import _, ngettext
from fundapp.text.network_words import words
from fundapp.text.refusal_text import problem_text
from fundapp.ui import gate, refusal
from fundapp.ui.words import plain

SHOWN_CELLS, SHOWN_LENGTH, HEADER_CHOICES = 4, 24, 40


@dataclass(frozen=True, slots=True)
class Ways:
    """How columns of one kind of table are recognised: all alone, under a row that a person names, and what lacks."""

    suggest: Callable[[Grid], ColumnMapping]
    under: Callable[[Grid, int | None], ColumnMapping]
    missing: Callable[[ColumnMapping], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class Upload:
    """A table that was read. `nonce` becomes the id of the command, so that it is recorded once."""

    name: str
    grid: Grid
    nonce: str
    sheets: tuple[Grid, ...]
    """All sheets of the workbook, this one included; a text file is one."""
    told: tuple[SheetTold, ...]
    """What each of them would give."""
    corrections: int = 0
    """How often cells were corrected here."""

    def widget(self, name: str) -> str:
        """The key of a widget about this table: another table has other widgets."""
        return f"{name}/{self.nonce}/{self.grid.sheet}/{self.corrections}"


def uploaded(
    key: str,
    label: str,
    tell: Tell = by_rows,
    limits: Limits = Limits(),  # noqa: B008
    *,
    lines_too: bool = False,
) -> Upload | None:
    """The table of this visit kept under `key`, or the place to put one. Reading happens once, in its own process.

    `tell` says what a sheet would give: of several the likeliest is read, and the others can be chosen. `limits` bound
    what the file may cost. With `lines_too` a plain list may be pasted as well, one thing in each line.
    """
    kept = st.session_state.get(key)
    if isinstance(kept, Upload):
        return _kept(key, kept)
    given = st.file_uploader(label, key=f"file-{key}/{st.session_state.get(_turn(key), 0)}")
    pasted = _pasted(key, lines_too=lines_too)
    if given is not None:
        _take(key, given.name, given.getvalue(), tell, limits)
    elif pasted:
        _take(key, _("Pasted list"), pasted.encode(), tell, limits)
    return None


def _pasted(key: str, *, lines_too: bool) -> str:
    """A list that is pasted in instead of a file; empty until its button is pressed."""
    with st.expander(_("Or paste it here"), icon=":material/content_paste:", key=f"paste-{key}"):
        text = st.text_area(
            _("A table from a spreadsheet or a mail, or a list with one part in each line")
            if lines_too
            else _("A table from a spreadsheet or a mail, with its headings"),
            height=200,
            key=f"pasted-{key}",
        )
        pressed = st.button(_("Read what is pasted"), icon=":material/table_view:", key=f"read-{key}")
    return (text or "").strip("\r\n") if pressed else ""


def _take(key: str, name: str, content: bytes, tell: Tell, limits: Limits) -> None:
    """Read a table and keep it for this visit, or say why it is refused."""
    with st.spinner(_("Reading {name}…").format(name=plain(name))):
        grids = read_sheets(name, content, limits=limits)
        told = () if isinstance(grids, Refusal) or len(grids) < 2 else tuple(map(tell, grids))
    if isinstance(grids, Refusal):
        refusal.show(grids)
        return
    chosen = grids[most_likely(told)] if told else grids[0]
    st.session_state[key] = Upload(name, chosen, gate.desk().new_id(), grids, told)
    # A page that stops in the middle keeps its widgets' values: the next table has a place of its own.
    st.session_state[_turn(key)] = st.session_state.get(_turn(key), 0) + 1
    st.rerun()


def _turn(key: str) -> str:
    return f"{key}/turn"


def corrected(key: str, upload: Upload, grid: Grid) -> None:
    """Read on with a table in which a person has corrected cells."""
    st.session_state[key] = replace(upload, grid=grid, corrections=upload.corrections + 1)
    st.rerun()


def _kept(key: str, upload: Upload) -> Upload:
    """Which table this is; another sheet of it, or another table."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/table_view: **{plain(upload.name)}**", width="stretch")
        if st.button(_("Take another table"), icon=":material/upload_file:", key=upload.widget("another")):
            del st.session_state[key]
            st.rerun()
    if not upload.told:
        return upload
    told = {one.sheet: _sheet_told(one) for one in upload.told}
    names = [name for name in upload.grid.sheets if name in told]
    sheet = st.radio(
        _("Which sheet of the workbook"),
        names,
        index=names.index(upload.grid.sheet),
        captions=[told[name] for name in names],
        key=f"sheet/{upload.nonce}",
    )
    if sheet == upload.grid.sheet:
        return upload
    grid = next(one for one in upload.sheets if one.sheet == sheet)
    # Cells that were corrected in the sheet that one leaves are there when one comes back.
    kept = tuple(upload.grid if one.sheet == upload.grid.sheet else one for one in upload.sheets)
    st.session_state[key] = replace(upload, grid=grid, sheets=kept)
    st.rerun()


def _sheet_told(one: SheetTold) -> str:
    if not one.rows:
        return _("blank")
    if one.missing:
        return " ".join(map(problem_text, one.missing))
    taken = ngettext("{n} row to take in", "{n} rows to take in", one.taken)
    if not one.rejected:
        return taken
    rejected = ngettext("{n} rejected row", "{n} rejected rows", one.rejected)
    return f"{taken} · {rejected}"


def told_by(ways: Ways) -> Tell:
    """What a sheet would give, told by its columns."""

    def tell(grid: Grid) -> SheetTold:
        mapping = ways.suggest(grid)
        return by_columns(grid, mapping, ways.missing(mapping))

    return tell


def columns(upload: Upload, kind: str, ways: Ways) -> ColumnMapping:
    """What each column means: as recognised, and as corrected here. `kind` names the columns' words.

    The choice is open to view when something needed is not recognised.
    """
    found = _suggested(upload.grid, kind, ways)
    incomplete = bool(ways.missing(found))
    with st.expander(
        _("Which column is what"), icon=":material/view_column:", expanded=incomplete, key=upload.widget("columns")
    ):
        mapping = _header(upload, found, ways)
        return mapping.with_columns(_roles(upload, mapping, words(kind)))


def _suggested(grid: Grid, kind: str, ways: Ways) -> ColumnMapping:
    """As a person corrected it for these headers, else as recognised."""
    found = ways.suggest(grid)
    return recalled(found, gate.desk().layout(kind, found.layout) if found.layout else None)


def learned(upload: Upload, kind: str, ways: Ways, mapping: ColumnMapping) -> tuple[tuple[str, RememberLayout], ...]:
    """The order to remember what a person corrected; none when the columns are as suggested."""
    shown = words(kind)
    suggested = _suggested(upload.grid, kind, ways)
    kept = tuple((role, column) for role, column in suggested.columns if role in shown)
    layout = remembered(kind, mapping)
    if layout is None or (suggested.layout == mapping.layout and sorted(kept) == sorted(mapping.columns)):
        return ()
    return ((f"{upload.nonce}/layout", RememberLayout(layout=layout)),)


def _header(upload: Upload, found: ColumnMapping, ways: Ways) -> ColumnMapping:
    """The mapping under the header row that a person sees as such; rows above it are titles."""
    grid = upload.grid
    suggested = found.header_rows[-1] if found.header_rows else None
    last = max(HEADER_CHOICES, (suggested or 0) + 1)
    picked = st.selectbox(
        _("The row with the headers"),
        [None, *range(min(last, len(grid.rows)))],
        index=0 if suggested is None else suggested + 1,
        format_func=lambda at: _("There is none") if at is None else _row_text(grid, at),
        key=upload.widget("header"),
    )
    return found if picked == suggested else ways.under(grid, picked)


def _row_text(grid: Grid, at: int) -> str:
    cells = [cell[:SHOWN_LENGTH] for cell in grid.rows[at] if cell][:SHOWN_CELLS]
    return _("Row {row}: {cells}").format(row=grid.row_numbers[at], cells=" | ".join(cells))


def _roles(upload: Upload, mapping: ColumnMapping, roles: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    """(role, column) as chosen; a column chosen twice is told and counts for the first."""
    width = len(upload.grid.rows[0])
    choices = [None, *range(width)]
    chosen: dict[int, str] = {}
    with st.grid(min_column_width=240):
        for role, name in roles.items():
            suggested = mapping.column(role)
            column = st.selectbox(
                name,
                choices,
                index=choices.index(suggested) if suggested in choices else 0,
                format_func=lambda at: _column_text(mapping, at),
                key=upload.widget(f"column/{mapping.header_rows}/{role}"),
            )
            if column is None:
                continue
            if column in chosen:
                refusal.show_problems(
                    (Problem.of("column_twice", column=letter(column), first=roles[chosen[column]], second=name),)
                )
                continue
            chosen[column] = role
    return tuple((role, column) for column, role in chosen.items())


def _column_text(mapping: ColumnMapping, at: int | None) -> str:
    if at is None:
        return _("not in this table")
    header = mapping.headers[at] if at < len(mapping.headers) else ""
    return f"{letter(at)} {header}".strip()
