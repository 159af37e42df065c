"""The blocks of a document on the screen: the same text as in print, without its layout."""

from collections.abc import Iterable

import streamlit as st

from fundapp.documents.blocks import Block, Box, Cell, Heading, Pairs, Paragraph, Signatures, Table, TwoAxisMap
from fundapp.text.catalogue import _
from fundapp.ui import components
from fundapp.ui.frame import on_phone
from fundapp.ui.words import plain

WIDEST, WIDEST_ON_PHONE = 6, 3
"""Columns. A wider table is told row by row: it would have to be pushed sideways on a tablet, or on a phone."""


def show(blocks: Iterable[Block]) -> None:
    """Draw the blocks one after the other. Places to sign are for paper and are left out."""
    narrow = on_phone()
    for block in blocks:
        _show(block, narrow=narrow)


def _show(block: Block, *, narrow: bool) -> None:
    match block:
        case Heading():
            components.part(block.text)
        case Paragraph():
            st.markdown(_text(block.text))
        case Pairs():
            st.markdown(_list(map(_pair, block.rows)))
        case Table() if _is_wide(block, narrow=narrow):
            st.markdown(_list(_told(block)))
        case Table():
            heads = [plain(column.head) for column in block.columns]
            rows = [dict(zip(heads, map(_cell, row), strict=True)) for row in block.rows]
            if rows:
                st.table(rows, border="horizontal", hide_index=True)
        case TwoAxisMap():
            st.markdown(_text(block.alt))
            st.markdown(_list(map(_pair, block.beside)))
        case Box():
            # A resolution is short and is what one looks for; the words of an interest are long.
            told = map(_strong_pair if block.tone == "resolution" else _pair, block.rows)
            st.markdown("  \n".join((f"**{plain(block.title)}**", *told, *map(_text, block.lines))))
        case Signatures():
            pass


def _text(text: str) -> str:
    return "  \n".join(plain(line) for line in text.splitlines())


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _pair(pair: tuple[str, str]) -> str:
    name, value = pair
    return _("{name}: {text}").format(name=plain(name), text=plain(" ".join(value.splitlines())))


def _strong_pair(pair: tuple[str, str]) -> str:
    name, value = pair
    return _("{name}: {text}").format(name=plain(name), text=f"**{plain(value)}**")


def _cell(cell: Cell) -> str:
    # A digest is broken at a blank: in one piece it would push its column out of the window.
    text = plain((" " if cell.tone == "code" else _(", ")).join(cell.text.splitlines()))
    return f"**{text}**" if text and cell.tone in ("strong", "good", "bad") else text


def _is_wide(table: Table, *, narrow: bool) -> bool:
    """True when the table would have to be pushed sideways: many columns, or on a phone a digest in one of them."""
    if not narrow:
        return len(table.columns) > WIDEST
    return len(table.columns) > WIDEST_ON_PHONE or any(cell.tone == "code" for row in table.rows for cell in row)


def _told(table: Table) -> Iterable[str]:
    """Each row by its first cell, below it the others under their columns' names, one to a line."""
    for row in table.rows:
        named = zip((column.head for column in table.columns[1:]), row[1:], strict=True)
        told = [_("{name}: {text}").format(name=plain(head), text=_cell(cell)) for head, cell in named if cell.text]
        yield "  \n  ".join((f"**{plain(row[0].text)}**", *told))
