"""Paths in, what is to be read at a time and what comes of it out: inputs, the stages of one posting, and the processes that run them."""
