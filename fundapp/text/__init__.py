"""Text that a person reads: catalogues, yen, dates, eras."""
