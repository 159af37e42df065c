-- Version 2. A password that somebody else gave is good for one sign-in: its person then chooses another.

ALTER TABLE account ADD COLUMN must_change_password INTEGER NOT NULL DEFAULT 0 CHECK (must_change_password IN (0, 1));
