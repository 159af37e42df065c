-- Version 24. A sales route has two steps: the coordinator's own network first, then the rep.

ALTER TABLE sales_route ADD COLUMN coordinator TEXT NOT NULL DEFAULT '';
ALTER TABLE sales_route ADD COLUMN plan_read_on TEXT;
ALTER TABLE sales_route ADD COLUMN not_reached TEXT NOT NULL DEFAULT '';

CREATE TABLE sales_introduction (
    fund TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    route_id TEXT NOT NULL,
    n INTEGER NOT NULL,
    buyer TEXT NOT NULL,
    introduced_on TEXT NOT NULL,
    result TEXT NOT NULL,
    PRIMARY KEY (fund, route_id, n),
    FOREIGN KEY (fund, route_id) REFERENCES sales_route (fund, id),
    FOREIGN KEY (fund, proposal_id) REFERENCES proposal (fund, id)
) STRICT;

CREATE INDEX sales_introduction_proposal ON sales_introduction (fund, proposal_id);
