-- Version 6. Gate G0 asks for the proposal paper by itself. What passed before was accepted with its paper.

ALTER TABLE proposal ADD COLUMN intake_proposal_received INTEGER NOT NULL DEFAULT 1
    CHECK (intake_proposal_received IN (0, 1));
