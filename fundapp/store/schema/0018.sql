-- The identity of a part over the revisions of its bill; empty in rows from before, which are themselves by revision and id.

ALTER TABLE bill_line ADD COLUMN identity TEXT NOT NULL DEFAULT '';
