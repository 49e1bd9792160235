"""The kinds of records at the desk, one module a subject."""
