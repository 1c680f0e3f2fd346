"""A profile in, its facts in one format out: one file a format."""
