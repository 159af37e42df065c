-- Version 3. What an attachment is: the proposal itself, its plan, accounts, drawings, or another paper.

ALTER TABLE attachment ADD COLUMN kind TEXT NOT NULL DEFAULT 'other';
