-- A deadline that is put off, and messages after the first one: reminders, a later deadline, going to all members.

ALTER TABLE inquiry ADD COLUMN remind_days_before INTEGER CHECK (remind_days_before > 0);
ALTER TABLE inquiry ADD COLUMN widens_itself INTEGER NOT NULL DEFAULT 0 CHECK (widens_itself IN (0, 1));
ALTER TABLE inquiry ADD COLUMN reminded_for TEXT;

CREATE TABLE inquiry_extension (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    inquiry_id TEXT NOT NULL,
    put_off_from TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, inquiry_id) REFERENCES inquiry (fund, id)
) STRICT;

CREATE INDEX inquiry_extension_of ON inquiry_extension (fund, inquiry_id);

CREATE TABLE inquiry_notice (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    inquiry_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('ask', 'remind', 'extend')),
    made_at TEXT NOT NULL,
    tried_at TEXT,
    left_by TEXT NOT NULL CHECK (left_by IN ('', 'mail', 'hand')),
    left_at TEXT,
    failure TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, inquiry_id, member_id) REFERENCES inquiry_recipient (fund, inquiry_id, member_id)
) STRICT;

CREATE INDEX inquiry_notice_of ON inquiry_notice (fund, inquiry_id, member_id);
