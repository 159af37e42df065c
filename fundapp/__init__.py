"""fundapp: the desk of a regional fund's investment committee."""
