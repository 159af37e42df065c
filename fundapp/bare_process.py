"""What a process of ours is started with that reads what came from outside, or that may end badly."""

import os
from pathlib import Path

_PACKAGES = Path(__file__).parent.parent
_SYSTEM = ("SYSTEMROOT", "TMPDIR", "TEMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def bare_environment() -> dict[str, str]:
    """What Python needs to start and no more: no secret of ours is in its reach."""
    return {"PYTHONPATH": str(_PACKAGES), "PYTHONUTF8": "1"} | {
        name: os.environ[name] for name in _SYSTEM if name in os.environ
    }
