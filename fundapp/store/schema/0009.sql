-- Version 9. What a person said that the columns of a table mean, for tables of the same layout.

CREATE TABLE table_layout (
    fund TEXT NOT NULL,
    kind TEXT NOT NULL,
    layout TEXT NOT NULL,
    roles TEXT NOT NULL,
    PRIMARY KEY (fund, kind, layout)
) STRICT;
