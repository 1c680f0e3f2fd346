"""match/signals."""
