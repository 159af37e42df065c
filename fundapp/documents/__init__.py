"""Documents out of plain data: minutes as PDF, Markdown and JSON; tables as CSV and XLSX."""
