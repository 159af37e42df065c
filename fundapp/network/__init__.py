"""The support network: needs and menu, bill of materials, offers, and the facts of axis 2 that follow from them."""
