"""Files from outside become grids of plain text: formats, encodings and limits, read in a process of their own."""
