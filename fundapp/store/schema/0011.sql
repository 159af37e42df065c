-- Version 11. The calendar of meetings, and the fund's own Word templates.

CREATE TABLE planned_meeting (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    number INTEGER NOT NULL,
    day TEXT NOT NULL,
    begins TEXT NOT NULL,
    duration_minutes INTEGER NOT NULL,
    place TEXT NOT NULL,
    proposal_ids TEXT NOT NULL,
    revision INTEGER NOT NULL,
    cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
    PRIMARY KEY (fund, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE word_template (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    PRIMARY KEY (fund, id)
) STRICT, WITHOUT ROWID;
