-- Version 8. What members are able to do, which process a person set for a line, and what kind of company a member is.

ALTER TABLE member ADD COLUMN company_type TEXT NOT NULL DEFAULT '';
ALTER TABLE member ADD COLUMN employees INTEGER;
ALTER TABLE member ADD COLUMN successor_missing INTEGER NOT NULL DEFAULT 0 CHECK (successor_missing IN (0, 1));

CREATE TABLE capability (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    process TEXT NOT NULL,
    materials TEXT NOT NULL,
    largest_mm INTEGER,
    tolerance_grade INTEGER,
    lot_min INTEGER,
    lot_max INTEGER,
    certificates TEXT NOT NULL,
    free_hours_per_month INTEGER,
    on_time_rate TEXT,
    nda_signed INTEGER NOT NULL CHECK (nda_signed IN (0, 1)),
    confirmed_on TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

CREATE INDEX capability_member ON capability (fund, member_id);
CREATE INDEX capability_process ON capability (fund, process);

CREATE TABLE line_process (
    fund TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    line_id TEXT NOT NULL,
    process TEXT NOT NULL,
    largest_mm INTEGER,
    tolerance_grade INTEGER,
    certificates TEXT NOT NULL,
    PRIMARY KEY (fund, proposal_id, line_id),
    FOREIGN KEY (fund, proposal_id) REFERENCES proposal (fund, id)
) STRICT;
