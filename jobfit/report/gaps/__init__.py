"""Assessments of many postings in, the needs that cost most in one format out."""
