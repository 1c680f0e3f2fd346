"""Names in, canonical names out: skills, degrees, languages, places, credentials and amounts, each a data file and a light matcher."""
