"""Reading the process tree from its TOML file."""

from pathlib import Path

from fundapp.basis.refusal import Problem
from fundapp.committee.table_reader import TableReader
from fundapp.network.process import Process, ProcessFamily, ProcessTree
from fundapp.store.toml_files import read_toml

FILE = "processes.toml"


def load_process_tree(folder: Path) -> ProcessTree | tuple[Problem, ...]:
    """The process tree of the folder, or all faults of its file at once."""
    table = read_toml(folder / FILE)
    if isinstance(table, Problem):
        return (table,)
    problems: list[Problem] = []
    reader = TableReader(table, "processes", problems)
    tree = ProcessTree(
        version=reader.text("version"),
        families=tuple(
            ProcessFamily(id=one.text("id"), name=one.bilingual("name")) for one in reader.entries("families")
        ),
        processes=tuple(_process(one) for one in reader.entries("processes")),
    )
    reader.close()
    return tuple(problems) or _faults(tree) or tree


def _process(reader: TableReader) -> Process:
    return Process(
        id=reader.text("id"),
        family=reader.text("family"),
        name=reader.bilingual("name"),
        words=reader.texts("words"),
        parts=reader.texts("parts"),
        materials=reader.texts("materials"),
    )


def _faults(tree: ProcessTree) -> tuple[Problem, ...]:
    """Processes of a family that is not there."""
    families = {one.id for one in tree.families}
    return tuple(
        Problem.of("process_family_unknown", one.id, family=one.family)
        for one in tree.processes
        if one.family not in families
    )
