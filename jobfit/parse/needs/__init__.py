"""parse/needs."""
