"""Is the optional part installed?"""

from importlib.util import find_spec

from fundapp.basis.refusal import Refusal

LIBRARIES = ("cryptography", "pyhanko")
INSTALL = "pip install 'fundapp[signatures]'"


def missing() -> Refusal | None:
    """A refusal that says what to install; None when all is there."""
    if all(find_spec(name) is not None for name in LIBRARIES):
        return None
    return Refusal.of("signatures_not_installed", command=INSTALL)
