-- Version 14. What became of each collaboration: the states it reached, each with its day.

CREATE TABLE collaboration (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    code TEXT NOT NULL,
    name_ja TEXT NOT NULL,
    name_en TEXT NOT NULL,
    began_on TEXT NOT NULL,
    deep INTEGER NOT NULL CHECK (deep IN (0, 1)),
    proposal_id TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    UNIQUE (fund, code)
) STRICT;

CREATE TABLE outcome_state (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    collaboration_id TEXT NOT NULL,
    state TEXT NOT NULL,
    reached_on TEXT NOT NULL,
    causes TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, collaboration_id) REFERENCES collaboration (fund, id)
) STRICT;

CREATE INDEX outcome_state_collaboration ON outcome_state (fund, collaboration_id);
