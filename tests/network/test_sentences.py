"""Whatever a table or a file is turned away for can be told: each code has its sentences, each sentence its code."""

import re
from pathlib import Path

from fundapp.text.refusal_text import sentences
from fundapp.text.refusals.network import SENTENCES

ROOMS = Path(__file__).parent.parent.parent / "fundapp"
GIVEN = re.compile(r'(?:Problem\.of|Refusal\.of|UnfitError|problem)\(\s*"(\w+)"')
ANSWERED = re.compile(r'return "(\w+_\w+)"|else "(\w+_\w+)"|"(\w+)": (?:sum|len|unpriced|int)\b')


def test_codes_and_sentences_are_the_same() -> None:
    files = [*ROOMS.glob("intake/*.py"), *ROOMS.glob("network/*_table.py"), *ROOMS.glob("network/bill_*.py")]
    files += [ROOMS / "network/values.py", ROOMS / "cli/bills.py"]
    source = "".join(file.read_text(encoding="utf-8") for file in files)
    answered = {next(filter(None, found)) for found in ANSWERED.findall(source)}
    codes = set(GIVEN.findall(source)) | (answered - {"on_conditions"})
    assert codes - sentences().keys() <= {
        "total_quantity",
        "item_number",
        "euc_jp",
        "iso2022_jp",
        "drawing_number",
        "part_number",
    }
    assert {code for code in SENTENCES if f'"{code}"' not in source} == set()
