"""The forms of the newsroom, one module a subject."""
