-- Version 16. Figures from outside: what companies told of their cash, and the levels of an index.

CREATE TABLE company_cash (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    as_of TEXT NOT NULL,
    cash_yen INTEGER NOT NULL CHECK (cash_yen >= 0),
    monthly_burn_yen INTEGER NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, proposal_id) REFERENCES proposal (fund, id)
) STRICT;

CREATE INDEX company_cash_proposal ON company_cash (fund, proposal_id);

CREATE TABLE market_index (
    fund TEXT NOT NULL,
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    levels TEXT NOT NULL,
    PRIMARY KEY (fund, name)
) STRICT;
