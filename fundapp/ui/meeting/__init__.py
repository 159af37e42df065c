"""The meeting page's parts. Each draws one thing for whoever may do or see it and returns what was ordered, or None."""
