"""The score page's parts: whose turn it is, the scorecard made from the rubric, and what was submitted."""
