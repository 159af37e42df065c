-- Version 21. The words of members in groups of three letters, so that a rare word is found without a look at every member.

CREATE TABLE member_words_numbered (
    n INTEGER PRIMARY KEY,
    fund TEXT NOT NULL,
    member_id TEXT NOT NULL,
    words TEXT NOT NULL,
    UNIQUE (fund, member_id),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

INSERT INTO member_words_numbered (fund, member_id, words) SELECT fund, member_id, words FROM member_words;
DROP TABLE member_words;
ALTER TABLE member_words_numbered RENAME TO member_words;

-- It holds no text: a line's end stands behind the last word, so that each group of two letters begins one of three.
CREATE VIRTUAL TABLE member_groups USING fts5 (words, content = '', columnsize = 0, detail = none, tokenize = 'trigram case_sensitive 1');
-- A whole list of members is sorted in memory before it is written.
INSERT INTO member_groups (member_groups, rank) VALUES ('hashsize', 67108864);
CREATE VIRTUAL TABLE member_group_list USING fts5vocab (member_groups, row);

INSERT INTO member_groups (rowid, words) SELECT n, words || char(10) FROM member_words;

CREATE TRIGGER member_words_come AFTER INSERT ON member_words
BEGIN
    INSERT INTO member_groups (rowid, words) VALUES (new.n, new.words || char(10));
END;

CREATE TRIGGER member_words_change AFTER UPDATE OF words ON member_words WHEN new.words <> old.words
BEGIN
    INSERT INTO member_groups (member_groups, rowid, words) VALUES ('delete', old.n, old.words || char(10));
    INSERT INTO member_groups (rowid, words) VALUES (new.n, new.words || char(10));
END;

CREATE TRIGGER member_words_go AFTER DELETE ON member_words
BEGIN
    INSERT INTO member_groups (member_groups, rowid, words) VALUES ('delete', old.n, old.words || char(10));
END;
