"""What the committee weighs beside the scores: how firm the outcome is, how far members agree, what fits together."""
