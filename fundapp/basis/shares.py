"""Shares or units of one company, where they are counted."""

from typing import Annotated

from pydantic import Field

from fundapp.basis.yen import MAX_YEN

SharesCount = Annotated[int, Field(strict=True, ge=1, le=MAX_YEN)]
