"""The catalogue by command: `check` lists what is missing or stale, `add FILE.tsv` takes translations in.

A row of the table: message id, TAB, Japanese; or context, TAB, message id, TAB, Japanese (escape a line break as \\n).
For a plural message the id is `one|||many`. Rows whose id is no longer in the code are dropped at `add`.
"""

import fcntl
import re
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PO = ROOT / "fundapp/text/ja.po"
KEYWORDS = {"_": None, "N_": None, "pgettext": ((1, "c"), 2), "ngettext": (1, 2)}
Key = tuple[str, str | tuple[str, str]]


def wanted() -> set[Key]:
    """All messages that the code speaks, as (context, id)."""
    found: set[Key] = set()
    for room in ("fundapp", "pages"):
        for _name, _line, message, _comments, context in extract_from_dir(
            str(ROOT / room), [("**.py", "python")], {}, KEYWORDS
        ):
            found.add((context or "", message if isinstance(message, str) else tuple(message)))
    return found


def read() -> Catalog:
    with PO.open("rb") as source:
        return read_po(source, locale="ja")


def key_of(message) -> Key:
    return (message.context or "", tuple(message.id) if isinstance(message.id, list | tuple) else message.id)


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{[a-z_0-9]*(?::[^}]*)?\}|%\([a-z_]+\)s", text))


def faults() -> list[str]:
    """Missing, stale, fuzzy and placeholder-mismatched messages."""
    want, have, out = wanted(), {}, []
    for message in read():
        if message.id:
            have[key_of(message)] = message
    out += [f"missing\t{context}\t{id_!r}" for context, id_ in want - have.keys()]
    out += [f"stale\t{context}\t{id_!r}" for context, id_ in have.keys() - want]
    for (context, id_), message in have.items():
        text = message.string if isinstance(message.string, str) else message.string[0]
        source = id_ if isinstance(id_, str) else id_[1]
        if message.fuzzy or not text:
            out.append(f"fuzzy or empty\t{context}\t{id_!r}")
        elif placeholders(text) != placeholders(source):
            out.append(f"placeholders\t{context}\t{id_!r}")
    return sorted(out)


def write(entries: dict[Key, str]) -> None:
    catalogue = Catalog(locale="ja", project="fundapp", charset="utf-8", fuzzy=False)
    for (context, id_), text in sorted(entries.items(), key=lambda item: (str(item[0][1]), item[0][0])):
        catalogue.add(id_, text if isinstance(id_, str) else (text,), context=context or None)
    out = BytesIO()
    write_po(out, catalogue, omit_header=True, width=0)
    header = PO.read_text(encoding="utf-8").split("\n\n", 1)[0]
    PO.write_text(f"{header}\n\n{out.getvalue().decode()}", encoding="utf-8")


def add(table: Path) -> None:
    """Take a table's translations in; other people's entries stay, also those whose code is not there yet."""
    with Path(__file__).open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        entries = {}
        for message in read():
            if message.id:
                entries[key_of(message)] = message.string if isinstance(message.string, str) else message.string[0]
        for row in table.read_text(encoding="utf-8").splitlines():
            if not row.strip():
                continue
            *head, text = (cell.replace("\\n", "\n") for cell in row.split("\t"))
            context, id_ = head if len(head) == 2 else ("", head[0])
            entries[(context, tuple(id_.split("|||")) if "|||" in id_ else id_)] = text
        write(entries)


def prune() -> None:
    """Drop what the code no longer speaks."""
    want = wanted()
    entries = {}
    for message in read():
        if message.id and key_of(message) in want:
            entries[key_of(message)] = message.string if isinstance(message.string, str) else message.string[0]
    write(entries)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["add", name]:
            add(Path(name))
        case ["prune"]:
            prune()
        case _:
            found = faults()
            print("\n".join(found))
            sys.exit(bool(found))
