"""The rooms import in one direction: the contracts in pyproject.toml hold, and name every room there is."""

import subprocess
import sys
import tomllib


def test_the_contracts_hold(root):
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"]
    found = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout


def test_every_room_stands_in_the_layers(root):
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    (layers,) = (one["layers"] for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    named = {name.strip(" ()") for layer in layers for name in layer.split("|")}
    rooms = {f"fundapp.{init.parent.name}" for init in root.glob("fundapp/*/__init__.py")}
    rooms |= {f"fundapp.{one.stem}" for one in root.glob("fundapp/*.py") if one.stem != "__init__"}
    assert rooms <= named


def test_streamlit_and_the_database_are_forbidden_to_every_other_part(root):
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    parts = {f"fundapp.{one.stem}" for one in root.glob("fundapp/*.py") if one.stem != "__init__"}
    parts |= {f"fundapp.{init.parent.name}" for init in root.glob("fundapp/*/__init__.py")}
    may = {"streamlit": {"fundapp.ui"}, "sqlite3": {"fundapp.store"}}
    for contract in settings["tool"]["importlinter"]["contracts"]:
        forbidden = contract.get("forbidden_modules", [""])[0]
        if forbidden in may:
            assert parts - may[forbidden] == set(contract["source_modules"]), forbidden
