"""Postings in, results out, on engines beyond this machine."""
