-- Version 30. Seminars for those who raised a hand, groups with introductions of their own, and the watch list.

CREATE TABLE member_group (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    name_ja TEXT NOT NULL,
    name_en TEXT NOT NULL,
    purpose TEXT NOT NULL,
    lead_id TEXT NOT NULL,
    PRIMARY KEY (fund, id)
) STRICT;

CREATE TABLE group_member (
    fund TEXT NOT NULL,
    group_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (fund, group_id, member_id),
    FOREIGN KEY (fund, group_id) REFERENCES member_group (fund, id),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

CREATE INDEX group_member_member ON group_member (fund, member_id);

CREATE TABLE group_introduction (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    group_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    introduced_to TEXT NOT NULL,
    introduced_on TEXT NOT NULL,
    result TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, group_id) REFERENCES member_group (fund, id),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

CREATE INDEX group_introduction_member ON group_introduction (fund, member_id);

CREATE TABLE seminar (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    topic TEXT NOT NULL,
    title TEXT NOT NULL,
    held_on TEXT NOT NULL,
    group_id TEXT NOT NULL,
    PRIMARY KEY (fund, id)
) STRICT;

CREATE TABLE seminar_hand (
    fund TEXT NOT NULL,
    seminar_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    raised_on TEXT NOT NULL,
    came_of_it TEXT NOT NULL,
    PRIMARY KEY (fund, seminar_id, member_id),
    FOREIGN KEY (fund, seminar_id) REFERENCES seminar (fund, id),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

CREATE INDEX seminar_hand_member ON seminar_hand (fund, member_id);

CREATE TABLE watch (
    fund TEXT NOT NULL,
    id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    since TEXT NOT NULL,
    why TEXT NOT NULL,
    weak_spot TEXT NOT NULL,
    next_step TEXT NOT NULL,
    next_on TEXT,
    ended_on TEXT,
    ended_why TEXT NOT NULL,
    PRIMARY KEY (fund, id),
    FOREIGN KEY (fund, member_id) REFERENCES member (fund, id)
) STRICT;

CREATE INDEX watch_member ON watch (fund, member_id);
