"""Check an audit pack: python check.py FOLDER. It needs nothing but Python, and nothing of the program that made it.

Every file is what SHA256SUMS says. Every entry of record/record.jsonl follows from the one before it: its hash is the
SHA-256 of the previous hash in hex and of the entry as it was hashed. An entry that is withheld shows its hash alone.
"""

import hashlib
import json
import sys
from pathlib import Path

GENESIS = "0" * 64


def faults(folder: Path) -> list[str]:
    """What is wrong in the unpacked folder; empty when nothing is."""
    found = []
    for line in (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines():
        digest, name = line.split("  ", 1)
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            found.append(f"{name}: not the file that was handed over")
    before = GENESIS
    for line in (folder / "record/record.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if entry["prev"] != before:
            found.append(f"entry {entry['seq']}: does not follow the entry before it")
        if entry["record"] and hashlib.sha256((entry["prev"] + entry["record"]).encode()).hexdigest() != entry["hash"]:
            found.append(f"entry {entry['seq']}: was changed")
        before = entry["hash"]
    stated = json.loads((folder / "verification.json").read_text(encoding="utf-8"))["hash"]
    if stated != before:
        found.append("verification.json: names another last entry")
    return found


def main(folder: Path) -> int:
    """Tell what is wrong; 0 when nothing is."""
    found = faults(folder)
    sys.stdout.write("\n".join(found or ["Unchanged: every file and every entry."]) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent))
