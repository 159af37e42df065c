"""The blocks of a document on the screen: the same text as in print, without its layout."""

from collections.abc import Iterable

import streamlit as st

from fundapp.documents.blocks import Block, Box, Cell, Heading, Pairs, Paragraph, Signatures, Table, TwoAxisMap
from fundapp.text.catalogue import _
from fundapp.ui.words import plain


def show(blocks: Iterable[Block]) -> None:
    """Draw the blocks one after the other. Places to sign are for paper and are left out."""
    for block in blocks:
        _show(block)


def _show(block: Block) -> None:
    match block:
        case Heading():
            st.markdown(f"#### {plain(block.text)}")
        case Paragraph():
            st.markdown(_text(block.text))
        case Pairs():
            st.markdown(_pairs(block.rows))
        case Table():
            heads = [plain(column.head) for column in block.columns]
            rows = [dict(zip(heads, map(_cell, row), strict=True)) for row in block.rows]
            if rows:
                st.table(rows, border="horizontal", hide_index=True)
        case TwoAxisMap():
            st.markdown(_text(block.alt))
            st.markdown(_pairs(block.beside))
        case Box():
            lines = [f"**{plain(block.title)}**", *_pair_lines(block.rows), *map(_text, block.lines)]
            st.markdown("  \n".join(lines))
        case Signatures():
            pass


def _text(text: str) -> str:
    return "  \n".join(plain(line) for line in text.splitlines())


def _pairs(rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"- {line}" for line in _pair_lines(rows))


def _pair_lines(rows: Iterable[tuple[str, str]]) -> list[str]:
    return [
        _("{name}: {text}").format(name=plain(name), text=f"**{' '.join(map(plain, value.splitlines()))}**")
        for name, value in rows
    ]


def _cell(cell: Cell) -> str:
    text = "<br>".join(plain(line) for line in cell.text.splitlines())
    return f"**{text}**" if text and cell.tone in ("strong", "good", "bad") else text
