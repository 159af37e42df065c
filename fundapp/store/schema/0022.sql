-- Version 22. Where a person is written to, and who was written to about which meeting or written resolution.

ALTER TABLE account ADD COLUMN email TEXT NOT NULL DEFAULT '';

CREATE TABLE summons (
    fund TEXT NOT NULL,
    about TEXT NOT NULL,
    person TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (fund, about, person, at)
) STRICT;
