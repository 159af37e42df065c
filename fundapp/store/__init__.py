"""The only room that knows a database: record, registers, drafts, people, words and files in one data folder."""
