"""The parts of the pages that follow up: promised support and outcomes."""
