"""The parts of the pages on needs and on sourcing: lists, forms, tables read from files, and the facts they move."""
