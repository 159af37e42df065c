"""An integer model over binaries as arrays, and how it travels between two processes."""

import json
from dataclasses import dataclass, fields, replace
from io import BytesIO
from typing import IO, Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Solution = npt.NDArray[np.bool_]
ROUNDING = 1e-6
"""What lies nearer than this, of yen or of weight, is the same: so the solver counts, and floats know no better."""
Cut = tuple[Ints, float]
"""Columns, and how many of them may be chosen at most."""


@dataclass(frozen=True, slots=True)
class Binaries:
    """Least `cost` over binaries within rows in CSR form. `offset` is a cost that is paid in any case."""

    cost: Floats
    offset: Floats
    starts: Ints
    columns: Ints
    values: Floats
    lower: Floats
    upper: Floats

    def cut_off(self, cuts: list[Cut]) -> "Binaries":
        """The same with a row for each cut."""
        if not cuts:
            return self
        columns = [cut for cut, _most in cuts]
        return replace(
            self,
            starts=np.concatenate([self.starts, self.starts[-1] + np.cumsum([len(cut) for cut in columns])]),
            columns=np.concatenate([self.columns, *columns]),
            values=np.concatenate([self.values, np.ones(sum(map(len, columns)))]),
            lower=np.concatenate([self.lower, np.full(len(cuts), -np.inf)]),
            upper=np.concatenate([self.upper, [most for _cut, most in cuts]]),
        )

    def packed(self, start: Solution) -> bytes:
        """Everything in one piece, with the solution to start from."""
        out = BytesIO()
        np.savez(out, start=start, **{field.name: getattr(self, field.name) for field in fields(self)})
        return out.getvalue()


def unpacked(content: bytes) -> tuple[Binaries, Solution]:
    """What `packed` made."""
    with np.load(BytesIO(content), allow_pickle=False) as arrays:
        return Binaries(**{field.name: arrays[field.name] for field in fields(Binaries)}), arrays["start"]


def send(pipe: IO[bytes], content: bytes = b"", **said: Any) -> None:
    """One message: a line of JSON that says how many bytes follow it, and these."""
    pipe.write(json.dumps(said | {"size": len(content)}).encode() + b"\n" + content)
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[dict[str, Any], bytes] | None:
    """The next message; None when the other side has ended, even in the middle of one."""
    line = pipe.readline()
    if not line.endswith(b"\n"):
        return None
    said = json.loads(line)
    content = pipe.read(said["size"])
    return (said, content) if len(content) == said["size"] else None
