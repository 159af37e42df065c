"""Money: integer yen, never a float."""

from typing import Annotated

from pydantic import Field

MAX_YEN = 2**53
"""Above this JSON readers elsewhere lose single yen, so such an amount is refused."""

Yen = Annotated[int, Field(strict=True, ge=-MAX_YEN, le=MAX_YEN)]
AmountYen = Annotated[int, Field(strict=True, gt=0, le=MAX_YEN)]
