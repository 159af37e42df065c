-- Version 12. The text of a rubric that is put before the committee: at most one, adopted or taken back.

CREATE TABLE rubric_text (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    why TEXT NOT NULL,
    axis1 TEXT NOT NULL,
    axis2 TEXT NOT NULL,
    decision TEXT NOT NULL,
    PRIMARY KEY (fund, id)
) STRICT;
