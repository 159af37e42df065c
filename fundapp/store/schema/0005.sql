-- Version 5. When a person was here last, so that the first page can say what changed since then.

CREATE TABLE visit (
    person TEXT NOT NULL PRIMARY KEY REFERENCES account (person) ON DELETE CASCADE,
    seen_at TEXT NOT NULL,
    before_at TEXT
) STRICT, WITHOUT ROWID;
