"""What became of it: promised support, outcomes on the success ladder, calibration of the scores."""
