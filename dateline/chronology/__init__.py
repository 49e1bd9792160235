"""A story's dated record: entries, statements, attributions, relations, versions."""
