-- An erased person's offer keeps what was stated: with the person's name the provider's may go, and nothing else.

DROP TRIGGER offer_stays;

CREATE TRIGGER offer_stays BEFORE UPDATE OF fund, id, proposal_id, bill_revision, line_id, rung, dated,
    expires, unit_price_yen, lot, lead_time_days, nda_signed, received_by ON offer
BEGIN
    SELECT RAISE(ABORT, 'an offer is replaced by a newer one, never edited');
END;

CREATE TRIGGER offer_provider_stays BEFORE UPDATE OF provider ON offer WHEN NEW.person <> ''
BEGIN
    SELECT RAISE(ABORT, 'an offer is replaced by a newer one, never edited');
END;
