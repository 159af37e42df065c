"""The page of a written resolution."""
