"""The two-axis decision: rubric, scorecard, standing, gates, meeting item, ballot, resolution."""
