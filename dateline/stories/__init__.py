"""Sections, articles, the running stories they belong to, and what happens to them."""
