-- Version 25. Since when a member belongs to the association and on whose word it came; the association's income and aim.

ALTER TABLE member ADD COLUMN joined_on TEXT;
ALTER TABLE member ADD COLUMN left_on TEXT;
ALTER TABLE member ADD COLUMN referred_by TEXT NOT NULL DEFAULT '';
ALTER TABLE proposal ADD COLUMN referred_by TEXT NOT NULL DEFAULT '';

CREATE INDEX member_referred ON member (fund, referred_by);

CREATE TABLE income_year (
    fund TEXT NOT NULL,
    year INTEGER NOT NULL,
    fees_yen INTEGER CHECK (fees_yen >= 0),
    commissions_yen INTEGER NOT NULL CHECK (commissions_yen >= 0),
    subsidies_yen INTEGER NOT NULL CHECK (subsidies_yen >= 0),
    costs_yen INTEGER NOT NULL CHECK (costs_yen >= 0),
    PRIMARY KEY (fund, year)
) STRICT;

CREATE TABLE growth_target (
    fund TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    wanted INTEGER NOT NULL CHECK (wanted > 0),
    PRIMARY KEY (fund, since)
) STRICT;
