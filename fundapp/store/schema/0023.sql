-- Version 23. How often each register was changed, so that what was made of its rows is made again only after a change.

CREATE TABLE register_state (
    fund TEXT NOT NULL,
    register TEXT NOT NULL,
    changes INTEGER NOT NULL,
    PRIMARY KEY (fund, register)
) STRICT, WITHOUT ROWID;
