-- Version 15. The directory: where members work and with what, fees, partners' terms and records, visits and issues, and the
-- text by which a member is found.

CREATE TABLE site (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    name TEXT NOT NULL,
    postcode TEXT NOT NULL,
    address TEXT NOT NULL,
    main INTEGER NOT NULL CHECK (main IN (0, 1)),
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

CREATE INDEX site_member ON site (fund, member_id);

CREATE TABLE equipment (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    name TEXT NOT NULL,
    maker TEXT NOT NULL,
    model TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count > 0),
    note TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

CREATE INDEX equipment_member ON equipment (fund, member_id);

CREATE TABLE capital_change (
    fund TEXT NOT NULL,
    member_id TEXT NOT NULL,
    since TEXT NOT NULL,
    capital_yen INTEGER NOT NULL,
    PRIMARY KEY (fund, member_id, since),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

CREATE TABLE fee_payment (
    fund TEXT NOT NULL,
    member_id TEXT NOT NULL,
    year INTEGER NOT NULL,
    paid_on TEXT NOT NULL,
    amount_yen INTEGER NOT NULL CHECK (amount_yen > 0),
    PRIMARY KEY (fund, member_id, year, paid_on),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

CREATE TABLE rep_terms (
    fund TEXT NOT NULL,
    member_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    band_low TEXT,
    band_high TEXT,
    member_rate TEXT,
    fixed_fee_yen INTEGER,
    collection TEXT NOT NULL,
    regions TEXT NOT NULL,
    goods TEXT NOT NULL,
    PRIMARY KEY (fund, member_id),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

CREATE TABLE rep_deal (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    rep_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    product TEXT NOT NULL,
    met_on TEXT NOT NULL,
    outcome TEXT NOT NULL,
    failed_on TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, rep_id) REFERENCES member (fund, id)
) STRICT;

CREATE INDEX rep_deal_rep ON rep_deal (fund, rep_id);

CREATE TABLE referral (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    university_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    matter TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    answer TEXT NOT NULL,
    answered_on TEXT,
    promised_by TEXT,
    handed_to TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, university_id) REFERENCES member (fund, id)
) STRICT;

CREATE INDEX referral_university ON referral (fund, university_id);

CREATE TABLE agency_terms (
    fund TEXT NOT NULL,
    member_id TEXT NOT NULL,
    country TEXT NOT NULL,
    coordinator TEXT NOT NULL,
    languages TEXT NOT NULL,
    PRIMARY KEY (fund, member_id),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

CREATE TABLE agency_exchange (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    agency_id TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    direction TEXT NOT NULL,
    fair INTEGER NOT NULL CHECK (fair IN (0, 1)),
    matter TEXT NOT NULL,
    answered_on TEXT,
    result TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, agency_id) REFERENCES member (fund, id)
) STRICT;

CREATE INDEX agency_exchange_agency ON agency_exchange (fund, agency_id);

CREATE TABLE member_visit (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    visited_on TEXT NOT NULL,
    visitor TEXT NOT NULL,
    met TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

CREATE INDEX member_visit_member ON member_visit (fund, member_id);

CREATE TABLE issue (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    visit_id TEXT NOT NULL,
    tag TEXT NOT NULL,
    text TEXT NOT NULL,
    heard_on TEXT NOT NULL,
    closed_on TEXT,
    closed_by TEXT NOT NULL,
    need_id TEXT NOT NULL,
    reason_proposal_id TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

CREATE INDEX issue_member ON issue (fund, member_id);

-- Not a register: what a member is found by, made anew from the registers whenever one of them changes.
CREATE TABLE member_words (
    fund TEXT NOT NULL,
    member_id TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (fund, member_id),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT, WITHOUT ROWID;
