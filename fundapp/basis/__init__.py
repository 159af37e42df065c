"""The words everyone shares: frozen facts, exact ratios, ids, yen, days, roles, refusals."""
