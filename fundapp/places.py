"""Where things lie: the project's folders beside the code or inside the wheel, and the data folder."""

import os
from functools import cache
from pathlib import Path

from platformdirs import user_data_path

DATA_VARIABLE = "FUNDAPP_DATA"
SET_UP = "/auth/set-up"
"""The address of the page for the first account."""

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "_shipped"
# A wheel carries pages/, rubrics/ and the launcher inside the package; a checkout has them beside it.
_HOME = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent


def pages_folder() -> Path:
    """The folder with one file a page, in a folder per desk."""
    return _HOME / "pages"


def rubrics_folder() -> Path:
    """The folder of the rubrics' TOML files."""
    return _HOME / "rubrics"


def guide_folder() -> Path:
    """The folder of the guide: a folder for each language with a text for each part, and the pictures."""
    return _HOME / "docs/guide"


def launcher() -> Path:
    """The file that `streamlit run` is given. Its configuration lies in .streamlit/ beside it."""
    return _HOME / "streamlit_app.py"


def ui_script() -> Path:
    """The script that Streamlit runs for every page."""
    return _PACKAGE / "ui/app.py"


def web_files() -> Path:
    """Fonts, styles and pictures of the plain pages."""
    return _PACKAGE / "web/static"


def default_data_folder() -> Path:
    """The installation's folder when none is named: the reader's own application data."""
    return user_data_path("fundapp", appauthor=False)


def set_up_token(folder: Path) -> Path:
    """The file with the token of the set-up link, as long as nobody has an account in this data folder."""
    return folder / "set-up-token"


def data_folder() -> Path:
    """The data folder that this process serves: what FUNDAPP_DATA names, else the default."""
    named = os.environ.get(DATA_VARIABLE)
    return _resolved(named) if named else default_data_folder()


@cache
def _resolved(named: str) -> Path:
    # Asked for several times in each run of a page; each time costs a look at every folder on the way.
    return Path(named).expanduser().resolve()
