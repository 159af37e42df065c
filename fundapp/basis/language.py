"""The languages of the house, for whoever needs no more than their names."""

from typing import Literal

Language = Literal["ja", "en"]
