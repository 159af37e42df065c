-- Version 13. Tasks: the facts that a proposal lacks to pass, each with its owner and its day.

CREATE TABLE support_task (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    step TEXT NOT NULL,
    row TEXT NOT NULL,
    provider TEXT NOT NULL,
    owner TEXT NOT NULL,
    due TEXT NOT NULL,
    done_on TEXT,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, proposal_id) REFERENCES proposal (fund, id)
) STRICT;
