"""Writes this release's golden log and the shapes of its events: `python tests/record/golden/make.py`.

A release's files are written once and never again: records like them lie in the data folders of funds. Until 0.1.0 is
released its files follow the code.
"""

import json
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
RELEASE = "0.1.0"
sys.path.insert(0, str(HERE.parents[1]))

from every_kind import live  # noqa: E402
from shapes import shapes  # noqa: E402
from small_fund import Clock, SmallFund  # noqa: E402

from fundapp.desk import Desk  # noqa: E402
from fundapp.store import log  # noqa: E402


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        fund = SmallFund(Desk(Path(folder), clock=clock), clock)
        live(fund)
        with fund.desk.database.read() as connection:
            stored = log.events_after(connection, "main", 0)
        fund.desk.database.close()
    lines = [json.dumps(one.model_dump(), ensure_ascii=False, separators=(",", ":")) for one in stored]
    (HERE / f"{RELEASE}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    pins = HERE / "shapes.json"
    before = json.loads(pins.read_text(encoding="utf-8")) if pins.exists() else {}
    after = {name: {**before.get(name, {}), **shape} for name, shape in shapes().items()}
    pins.write_text(json.dumps(after, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
