-- Version 4. Inquiries: contacts, what is asked of whom, agreements, links that were handed out, and what became of it.

CREATE TABLE contact (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    telephone TEXT NOT NULL,
    fax TEXT NOT NULL,
    main INTEGER NOT NULL CHECK (main IN (0, 1)),
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

CREATE INDEX contact_member ON contact (fund, member_id);

CREATE TABLE inquiry (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    bill_revision TEXT NOT NULL,
    lot INTEGER NOT NULL CHECK (lot > 0),
    line_ids TEXT NOT NULL,
    text_ja TEXT NOT NULL,
    text_en TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    widen_after_hours INTEGER NOT NULL CHECK (widen_after_hours >= 0),
    first_sent_at TEXT,
    all_sent_at TEXT,
    closed_at TEXT,
    told_at TEXT,
    PRIMARY KEY (fund, id),
    UNIQUE (fund, number),
    FOREIGN KEY (fund, proposal_id, bill_revision) REFERENCES bill (fund, proposal_id, revision)
) STRICT;

CREATE INDEX inquiry_proposal ON inquiry (fund, proposal_id);

CREATE TABLE inquiry_recipient (
    fund TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    inquiry_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    stage TEXT NOT NULL,
    matched INTEGER NOT NULL CHECK (matched IN (0, 1)),
    line_ids TEXT NOT NULL,
    notified_at TEXT NOT NULL,
    left_by TEXT NOT NULL,
    left_at TEXT,
    failure TEXT NOT NULL,
    reminded_at TEXT,
    reminders INTEGER NOT NULL CHECK (reminders >= 0),
    nda_at TEXT,
    nda_person TEXT NOT NULL,
    PRIMARY KEY (fund, inquiry_id, member_id),
    FOREIGN KEY (fund, inquiry_id) REFERENCES inquiry (fund, id),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

CREATE TABLE agreement (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    agreed_digest TEXT NOT NULL CHECK (length(agreed_digest) = 64),
    asked_at TEXT NOT NULL,
    answer TEXT NOT NULL,
    answered_at TEXT,
    person TEXT NOT NULL,
    remark TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, proposal_id) REFERENCES proposal (fund, id)
) STRICT;

CREATE INDEX agreement_subject ON agreement (fund, proposal_id, subject_id);

CREATE TABLE issued_link (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    inquiry_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    expires TEXT NOT NULL,
    revoked_at TEXT,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, proposal_id) REFERENCES proposal (fund, id)
) STRICT;

CREATE INDEX issued_link_inquiry ON issued_link (fund, inquiry_id, member_id);

CREATE TABLE inquiry_file (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    inquiry_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
    file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
    at TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, inquiry_id) REFERENCES inquiry (fund, id)
) STRICT;

CREATE INDEX inquiry_file_inquiry ON inquiry_file (fund, inquiry_id, member_id);

CREATE TABLE inquiry_outcome (
    fund TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    inquiry_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    line_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (fund, inquiry_id, member_id, line_id),
    FOREIGN KEY (fund, inquiry_id) REFERENCES inquiry (fund, id)
) STRICT;

-- What an offer says besides its price, and the inquiry that it answers.

ALTER TABLE offer ADD COLUMN inquiry_id TEXT NOT NULL DEFAULT '';
ALTER TABLE offer ADD COLUMN member_id TEXT NOT NULL DEFAULT '';
ALTER TABLE offer ADD COLUMN answered_at TEXT;
ALTER TABLE offer ADD COLUMN on_conditions INTEGER NOT NULL DEFAULT 0 CHECK (on_conditions IN (0, 1));
ALTER TABLE offer ADD COLUMN condition TEXT NOT NULL DEFAULT '';
ALTER TABLE offer ADD COLUMN least_order INTEGER;
ALTER TABLE offer ADD COLUMN set_up_yen INTEGER;
ALTER TABLE offer ADD COLUMN hours INTEGER;
ALTER TABLE offer ADD COLUMN tiers TEXT NOT NULL DEFAULT '[]';

CREATE INDEX offer_inquiry ON offer (fund, inquiry_id, member_id);

CREATE TRIGGER offer_answer_stays BEFORE UPDATE OF inquiry_id, member_id, answered_at, on_conditions, condition,
    least_order, set_up_yen, hours, tiers ON offer
BEGIN
    SELECT RAISE(ABORT, 'an offer is replaced by a newer one, never edited');
END;
