-- Version 1. Every table of a fund's data is keyed by the fund first; people belong to the installation.
-- Times are RFC 3339 in UTC with microseconds, days are ISO dates, ratios are exact text, truth is 0 or 1.

-- The record: append-only, hash-chained -------------------------------------------------------------------------

CREATE TABLE event (
    fund TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    stream TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    command_id TEXT NOT NULL,
    n INTEGER NOT NULL CHECK (n >= 0),
    kind TEXT NOT NULL,
    schema INTEGER NOT NULL CHECK (schema > 0),
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    body TEXT NOT NULL,
    prev TEXT NOT NULL CHECK (length(prev) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (fund, seq),
    UNIQUE (fund, stream, version),
    UNIQUE (fund, command_id, n)
) STRICT;

CREATE TRIGGER event_stays BEFORE UPDATE ON event
BEGIN
    SELECT RAISE(ABORT, 'the record is never changed');
END;

CREATE TRIGGER event_remains BEFORE DELETE ON event
BEGIN
    SELECT RAISE(ABORT, 'the record is never changed');
END;

-- REPLACE deletes without firing the trigger above unless recursive_triggers is on, so it is stopped before it starts.
CREATE TRIGGER event_is_new BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE fund = NEW.fund AND seq = NEW.seq)
    OR EXISTS (SELECT 1 FROM event WHERE fund = NEW.fund AND stream = NEW.stream AND version = NEW.version)
    OR EXISTS (SELECT 1 FROM event WHERE fund = NEW.fund AND command_id = NEW.command_id AND n = NEW.n)
BEGIN
    SELECT RAISE(ABORT, 'the record is never changed');
END;

CREATE TABLE head (
    fund TEXT NOT NULL PRIMARY KEY,
    seq INTEGER NOT NULL CHECK (seq >= 0),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TRIGGER head_goes_forward BEFORE UPDATE ON head
WHEN NEW.fund <> OLD.fund OR NEW.seq <= OLD.seq
BEGIN
    SELECT RAISE(ABORT, 'the head only goes forward');
END;

CREATE TRIGGER head_remains BEFORE DELETE ON head
BEGIN
    SELECT RAISE(ABORT, 'the head only goes forward');
END;

CREATE TRIGGER head_is_new BEFORE INSERT ON head
WHEN EXISTS (SELECT 1 FROM head WHERE fund = NEW.fund)
BEGIN
    SELECT RAISE(ABORT, 'the head only goes forward');
END;

CREATE TABLE command (
    fund TEXT NOT NULL,
    command_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    first_seq INTEGER,
    last_seq INTEGER,
    answer TEXT NOT NULL,
    PRIMARY KEY (fund, command_id),
    CHECK ((first_seq IS NULL) = (last_seq IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER command_stays BEFORE UPDATE ON command
BEGIN
    SELECT RAISE(ABORT, 'a command is carried out once');
END;

CREATE TRIGGER command_remains BEFORE DELETE ON command
BEGIN
    SELECT RAISE(ABORT, 'a command is carried out once');
END;

CREATE TRIGGER command_is_new BEFORE INSERT ON command
WHEN EXISTS (SELECT 1 FROM command WHERE fund = NEW.fund AND command_id = NEW.command_id)
BEGIN
    SELECT RAISE(ABORT, 'a command is carried out once');
END;

-- The registers: what is known today, correctable, each change with its history -----------------------------------

CREATE TABLE history (
    fund TEXT NOT NULL,
    register TEXT NOT NULL,
    row_id TEXT NOT NULL,
    n INTEGER NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    old TEXT,
    new TEXT,
    PRIMARY KEY (fund, register, row_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE company (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    name_ja TEXT NOT NULL,
    name_en TEXT NOT NULL,
    corporate_number TEXT NOT NULL,
    city TEXT NOT NULL,
    president TEXT NOT NULL,
    PRIMARY KEY (fund, id)
) STRICT;

CREATE TABLE proposal (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    code TEXT NOT NULL,
    name_ja TEXT NOT NULL,
    name_en TEXT NOT NULL,
    company_id TEXT NOT NULL,
    ask_yen INTEGER NOT NULL CHECK (ask_yen > 0),
    instrument TEXT NOT NULL,
    pre_money_yen INTEGER,
    sector TEXT NOT NULL,
    stage TEXT NOT NULL,
    summary_ja TEXT,
    summary_en TEXT,
    use_of_funds TEXT NOT NULL,
    reasons_for TEXT NOT NULL,
    reasons_against TEXT NOT NULL,
    needs_support INTEGER NOT NULL CHECK (needs_support IN (0, 1)),
    intake_plan_received INTEGER NOT NULL CHECK (intake_plan_received IN (0, 1)),
    intake_bill_revision TEXT NOT NULL,
    intake_no_parts INTEGER NOT NULL CHECK (intake_no_parts IN (0, 1)),
    intake_anti_social_forces_checked_on TEXT,
    intake_interests_asked_on TEXT,
    PRIMARY KEY (fund, id),
    UNIQUE (fund, code),
    FOREIGN KEY (fund, company_id) REFERENCES company (fund, id)
) STRICT;

CREATE INDEX proposal_company ON proposal (fund, company_id);

CREATE TABLE evidence (
    fund TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    n INTEGER NOT NULL,
    criterion_id TEXT NOT NULL,
    title TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    PRIMARY KEY (fund, proposal_id, n),
    FOREIGN KEY (fund, proposal_id) REFERENCES proposal (fund, id)
) STRICT;

CREATE TABLE attachment (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
    file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, proposal_id) REFERENCES proposal (fund, id)
) STRICT;

CREATE INDEX attachment_proposal ON attachment (fund, proposal_id);
CREATE INDEX attachment_file ON attachment (fund, file_sha256);

CREATE TABLE member (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    code TEXT NOT NULL,
    name_ja TEXT NOT NULL,
    name_en TEXT NOT NULL,
    member_class TEXT NOT NULL,
    corporate_number TEXT NOT NULL,
    capital_yen INTEGER,
    checked INTEGER NOT NULL CHECK (checked IN (0, 1)),
    PRIMARY KEY (fund, id),
    UNIQUE (fund, code)
) STRICT;

CREATE TABLE bill (
    fund TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    revision TEXT NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    lot INTEGER NOT NULL,
    plan_days INTEGER NOT NULL,
    final_assembly_days INTEGER NOT NULL,
    PRIMARY KEY (fund, proposal_id, revision),
    UNIQUE (fund, proposal_id, n),
    FOREIGN KEY (fund, proposal_id) REFERENCES proposal (fund, id)
) STRICT;

CREATE TABLE bill_line (
    fund TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    revision TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    row INTEGER NOT NULL,
    level INTEGER NOT NULL,
    assembly TEXT NOT NULL,
    part_number TEXT NOT NULL,
    description TEXT NOT NULL,
    quantity TEXT NOT NULL,
    unit TEXT NOT NULL,
    material TEXT NOT NULL,
    manufacturer TEXT NOT NULL,
    kind TEXT NOT NULL,
    external INTEGER NOT NULL CHECK (external IN (0, 1)),
    critical INTEGER NOT NULL CHECK (critical IN (0, 1)),
    target_unit_cost_yen INTEGER,
    PRIMARY KEY (fund, proposal_id, revision, id),
    FOREIGN KEY (fund, proposal_id, revision) REFERENCES bill (fund, proposal_id, revision)
) STRICT;

CREATE TABLE bill_assembly (
    fund TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    revision TEXT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    days INTEGER NOT NULL,
    PRIMARY KEY (fund, proposal_id, revision, name),
    FOREIGN KEY (fund, proposal_id, revision) REFERENCES bill (fund, proposal_id, revision)
) STRICT;

CREATE TABLE offer (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    bill_revision TEXT NOT NULL,
    line_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    person TEXT NOT NULL,
    rung INTEGER NOT NULL CHECK (rung BETWEEN 0 AND 5),
    dated TEXT NOT NULL,
    expires TEXT,
    unit_price_yen INTEGER,
    lot INTEGER,
    lead_time_days INTEGER CHECK (lead_time_days >= 0),
    nda_signed INTEGER NOT NULL CHECK (nda_signed IN (0, 1)),
    received_by TEXT NOT NULL,
    withdrawn_on TEXT,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, proposal_id, bill_revision, line_id)
        REFERENCES bill_line (fund, proposal_id, revision, id)
) STRICT;

CREATE INDEX offer_line ON offer (fund, proposal_id, bill_revision, line_id);

-- The named person may be erased and the offer may be withdrawn; what was stated stays.
CREATE TRIGGER offer_stays BEFORE UPDATE OF fund, id, proposal_id, bill_revision, line_id, provider, rung, dated,
    expires, unit_price_yen, lot, lead_time_days, nda_signed, received_by ON offer
BEGIN
    SELECT RAISE(ABORT, 'an offer is replaced by a newer one, never edited');
END;

CREATE TABLE support_need (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    name TEXT NOT NULL,
    critical INTEGER NOT NULL CHECK (critical IN (0, 1)),
    item_kind TEXT,
    item_provider TEXT,
    item_person TEXT,
    item_deliverable TEXT,
    item_due TEXT,
    item_decision_due TEXT,
    item_cost_yen INTEGER,
    item_cost_bearer TEXT,
    item_funded INTEGER CHECK (item_funded IN (0, 1)),
    item_owner_consent INTEGER CHECK (item_owner_consent IN (0, 1)),
    item_rung INTEGER CHECK (item_rung BETWEEN 0 AND 5),
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, proposal_id) REFERENCES proposal (fund, id)
) STRICT;

CREATE INDEX support_need_proposal ON support_need (fund, proposal_id);

CREATE TABLE sales_route (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    name TEXT NOT NULL,
    overseas INTEGER NOT NULL CHECK (overseas IN (0, 1)),
    commission_type TEXT NOT NULL,
    rate TEXT NOT NULL,
    collection TEXT NOT NULL,
    region TEXT NOT NULL,
    rep TEXT NOT NULL,
    contact TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, proposal_id) REFERENCES proposal (fund, id)
) STRICT;

CREATE INDEX sales_route_proposal ON sales_route (fund, proposal_id);

CREATE TABLE coordinator (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    hours_promised INTEGER NOT NULL CHECK (hours_promised >= 0),
    hours_available INTEGER NOT NULL CHECK (hours_available > 0),
    PRIMARY KEY (fund, id)
) STRICT;

CREATE TABLE countermeasure (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    against TEXT NOT NULL,
    line_id TEXT NOT NULL,
    text TEXT NOT NULL,
    owner TEXT NOT NULL,
    due TEXT,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, proposal_id) REFERENCES proposal (fund, id)
) STRICT;

CREATE INDEX countermeasure_proposal ON countermeasure (fund, proposal_id);

CREATE TABLE support_case (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    due TEXT NOT NULL,
    delivered TEXT,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, proposal_id) REFERENCES proposal (fund, id)
) STRICT;

CREATE INDEX support_case_proposal ON support_case (fund, proposal_id);

-- Drafts: seen by their owner alone --------------------------------------------------------------------------------

CREATE TABLE draft (
    fund TEXT NOT NULL,
    person TEXT NOT NULL,
    key TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    nonce TEXT NOT NULL,
    data TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (fund, person, key)
) STRICT;

-- Words: erasable text that the record names by a salted digest ------------------------------------------------------

CREATE TABLE word (
    fund TEXT NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    salt TEXT,
    text TEXT,
    erased_at TEXT,
    erased_by TEXT,
    signature TEXT,
    PRIMARY KEY (fund, digest),
    CHECK ((text IS NULL) = (salt IS NULL)),
    CHECK ((text IS NULL) = (erased_at IS NOT NULL)),
    CHECK ((text IS NULL) = (erased_by IS NOT NULL)),
    CHECK ((text IS NULL) = (signature IS NOT NULL))
) STRICT;

-- Links: a form that came through a link is taken once ---------------------------------------------------------------

CREATE TABLE spent_nonce (
    fund TEXT NOT NULL,
    nonce TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (fund, nonce)
) STRICT, WITHOUT ROWID;

-- People: of the whole installation ----------------------------------------------------------------------------------

CREATE TABLE account (
    person TEXT NOT NULL PRIMARY KEY,
    sign_in_name TEXT NOT NULL UNIQUE,
    name_ja TEXT NOT NULL,
    name_en TEXT NOT NULL,
    organisation TEXT NOT NULL,
    roles TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    disabled INTEGER NOT NULL CHECK (disabled IN (0, 1))
) STRICT;

CREATE TABLE session (
    token_sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(token_sha256) = 64),
    person TEXT NOT NULL REFERENCES account (person),
    began_at TEXT NOT NULL,
    seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_person ON session (person);

CREATE TABLE sign_in_try (
    name_sha256 TEXT NOT NULL,
    source TEXT NOT NULL,
    tries INTEGER NOT NULL,
    last_at TEXT NOT NULL,
    PRIMARY KEY (name_sha256, source)
) STRICT, WITHOUT ROWID;
