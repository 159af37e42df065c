-- Version 10. Sourcing plans that were put in force.

CREATE TABLE sourcing_plan (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    bill_revision TEXT NOT NULL,
    lot INTEGER NOT NULL,
    plan_days INTEGER NOT NULL,
    without TEXT NOT NULL,
    opening_cost_yen INTEGER NOT NULL,
    made_on TEXT NOT NULL,
    status TEXT NOT NULL,
    cost_yen INTEGER NOT NULL,
    gap TEXT NOT NULL,
    choices TEXT NOT NULL,
    gaps TEXT NOT NULL,
    solver TEXT NOT NULL,
    input_sha256 TEXT NOT NULL CHECK (length(input_sha256) = 64),
    file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
    dropped_on TEXT,
    PRIMARY KEY (fund, id),
    UNIQUE (fund, proposal_id, n),
    FOREIGN KEY (fund, proposal_id) REFERENCES proposal (fund, id)
) STRICT;
