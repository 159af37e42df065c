"""Each code that store/ and access/ refuse with has its sentences, and each sentence its code."""

import ast
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from fundapp.store import connection as store_connection
from fundapp.text import refusals
from fundapp.text.refusals import access, store

ROOMS = Path(__file__).parents[2] / "fundapp"
PLACES = {"refuse", "of", "_naming_faults"}


def codes_of(room):
    found = set()
    for path in (ROOMS / room).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in PLACES:
                given = [*node.args[:1], *(word.value for word in node.keywords if word.arg == "foreign")]
                found |= {value.value for value in given if isinstance(value, ast.Constant)}
    return found


def test_every_code_has_its_sentences_and_every_sentence_its_code():
    spoken = codes_of("store") | codes_of("access")
    spoken |= set(store_connection._CODES.values()) | set(store_connection._SYSTEM_CODES.values())
    everywhere = [import_module(f"{refusals.__name__}.{name}") for _, name, _ in iter_modules(refusals.__path__)]
    assert spoken - {code for module in everywhere for code in module.SENTENCES} == set()
    assert (store.SENTENCES.keys() | access.SENTENCES.keys()) - spoken == set()
