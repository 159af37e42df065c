"""What we stand on: nothing below a version with a known hole, everything we import named, and a bill of materials."""

import json
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

FLOORS = {
    "authlib": ("1.6.5", "CVE-2025-59420, CVE-2025-61920"),
    "cryptography": ("44.0.1", "CVE-2024-12797"),
    "h11": ("0.16.0", "CVE-2025-43859"),
    "jinja2": ("3.1.6", "CVE-2025-27516"),
    "pillow": ("11.3.0", "CVE-2025-48379"),
    "protobuf": ("6.31.1", "CVE-2025-4565"),
    "pyarrow": ("14.0.1", "CVE-2023-47248"),
    "python-multipart": ("0.0.18", "CVE-2024-53981"),
    "requests": ("2.32.4", "CVE-2024-47081"),
    "starlette": ("0.49.1", "CVE-2025-54121, CVE-2025-62727"),
    "urllib3": ("2.6.0", "CVE-2025-50181, CVE-2025-66418, CVE-2025-66471"),
}
"""The first version without each hole that was known when this was written; a newer hole raises a floor."""


@pytest.fixture(scope="module")
def locked(root: Path) -> dict[str, list[Version]]:
    """Every version that the lock may install, by package."""
    found: dict[str, list[Version]] = {}
    for one in tomllib.loads((root / "uv.lock").read_text(encoding="utf-8"))["package"]:
        found.setdefault(one["name"], []).append(Version(one["version"]))
    return found


@pytest.mark.parametrize("package", FLOORS)
def test_nothing_is_locked_below_a_version_with_a_known_hole(locked, package):
    floor, why = FLOORS[package]
    assert [str(one) for one in locked.get(package, []) if one < Version(floor)] == [], why


def test_what_a_wheel_asks_for_is_not_below_a_hole_either(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {one.name.lower(): one.specifier for one in map(Requirement, project["dependencies"])}
    for name in asked.keys() & FLOORS.keys():
        lowest = min(Version(one.version) for one in asked[name] if one.operator in (">=", "==", "~="))
        assert lowest >= Version(FLOORS[name][0]), name


def test_a_bill_of_materials_names_every_package_that_is_installed(root, locked):
    """For whoever must know what runs: `uv export --format cyclonedx1.5 --no-dev`."""
    command = ["uv", "export", "--quiet", "--frozen", "--no-dev", "--format", "cyclonedx1.5"]
    told = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    components = json.loads(told)["components"]
    named = {one["name"]: one["version"] for one in components}
    assert {"streamlit", "starlette", "argon2-cffi", "typst", "joserfc"} <= named.keys()
    assert all(Version(version) in locked[name] for name, version in named.items())
    assert all(one["purl"].startswith("pkg:pypi/") for one in components if one["name"] != "fundapp")
