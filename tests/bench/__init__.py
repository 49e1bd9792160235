"""Measure what must stay fast; `make bench` runs it, one thing at a time."""
