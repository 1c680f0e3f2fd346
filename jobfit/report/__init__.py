"""Results in, text out: a folder a kind of result, one file a format, each folder with its registry."""
