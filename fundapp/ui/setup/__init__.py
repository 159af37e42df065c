"""Setting the fund up, step by step."""
