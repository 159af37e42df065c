"""Plotly figures from plain data, each with the table of its data beside it."""
