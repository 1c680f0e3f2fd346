"""The named figures of a match that the fitted judge weighs, one file a family."""
