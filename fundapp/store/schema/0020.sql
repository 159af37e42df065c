-- Members of a class and members who can do a process, in the order of a page, without looking at the others.

CREATE INDEX member_of_class ON member (fund, member_class, code);
DROP INDEX capability_process;
CREATE INDEX capability_process ON capability (fund, process, member_id);
