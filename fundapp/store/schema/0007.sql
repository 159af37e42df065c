-- Version 7. A company that needs no support is its own recorded case: gate G0 asks for the reason.

ALTER TABLE proposal ADD COLUMN intake_no_support_reason TEXT NOT NULL DEFAULT '';
