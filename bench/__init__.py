"""Measure Dateline on newsrooms of any size; docs/reference/performance.md has the figures."""
