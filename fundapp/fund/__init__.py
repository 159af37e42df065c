"""The fund's money: terms, journal, limits, figures. Every yen is an integer."""
