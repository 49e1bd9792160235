"""Tests of what a newsroom's own package may do."""
