-- Version 28. Money of others beside the fund's, what banks and liaisons do for members, rights of universities, and whether
-- links live on when the support has ended.

CREATE TABLE co_finance (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    amount_yen INTEGER NOT NULL CHECK (amount_yen > 0),
    begins TEXT NOT NULL,
    ends TEXT NOT NULL,
    state TEXT NOT NULL,
    pays_for TEXT NOT NULL,
    changed_plan TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, proposal_id) REFERENCES proposal (fund, id)
) STRICT;

CREATE INDEX co_finance_proposal ON co_finance (fund, proposal_id);

CREATE TABLE bank_terms (
    fund TEXT NOT NULL,
    member_id TEXT NOT NULL,
    branch TEXT NOT NULL,
    person TEXT NOT NULL,
    kinds TEXT NOT NULL,
    most_yen INTEGER,
    asks_for TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (fund, member_id),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

CREATE TABLE liaison_terms (
    fund TEXT NOT NULL,
    member_id TEXT NOT NULL,
    person TEXT NOT NULL,
    most_open INTEGER NOT NULL CHECK (most_open > 0),
    fields TEXT NOT NULL,
    PRIMARY KEY (fund, member_id),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

ALTER TABLE referral ADD COLUMN background TEXT NOT NULL DEFAULT '';
ALTER TABLE referral ADD COLUMN path TEXT NOT NULL DEFAULT '';

CREATE TABLE ip_right (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    filed_on TEXT,
    ends_on TEXT,
    inventors TEXT NOT NULL,
    field TEXT NOT NULL,
    state TEXT NOT NULL,
    user TEXT NOT NULL,
    terms TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, holder_id) REFERENCES member (fund, id)
) STRICT;

CREATE INDEX ip_right_holder ON ip_right (fund, holder_id);

CREATE TABLE continuity_check (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    need_id TEXT NOT NULL,
    months INTEGER NOT NULL,
    checked_on TEXT NOT NULL,
    link TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, proposal_id) REFERENCES proposal (fund, id)
) STRICT;

ALTER TABLE support_need ADD COLUMN item_ends_when TEXT;
ALTER TABLE support_need ADD COLUMN item_handed_to TEXT;
UPDATE support_need SET item_ends_when = '', item_handed_to = '' WHERE item_kind IS NOT NULL;

ALTER TABLE proposal ADD COLUMN founder_origin TEXT NOT NULL DEFAULT '';
ALTER TABLE proposal ADD COLUMN founder_from TEXT NOT NULL DEFAULT '';
