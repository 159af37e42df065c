-- Version 29. What support bodies do for companies, whom they have sent, and who was trained to evaluate.

ALTER TABLE contact ADD COLUMN seconded_by TEXT NOT NULL DEFAULT '';

CREATE TABLE service (
    fund TEXT NOT NULL,
    member_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('local', 'wide_area')),
    area TEXT NOT NULL,
    cost_yen INTEGER CHECK (cost_yen >= 0),
    free_for_members INTEGER NOT NULL CHECK (free_for_members IN (0, 1)),
    note TEXT NOT NULL,
    PRIMARY KEY (fund, member_id, kind),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

CREATE TABLE training (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    course TEXT NOT NULL,
    began_on TEXT NOT NULL,
    ended_on TEXT NOT NULL,
    full_time INTEGER NOT NULL CHECK (full_time IN (0, 1)),
    evaluator_until TEXT,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id),
    FOREIGN KEY (fund, contact_id) REFERENCES contact (fund, id)
) STRICT;

CREATE INDEX training_member ON training (fund, member_id);
