"""The minutes page's parts: which meeting, what it resolved, the copies to take away, the proof."""
