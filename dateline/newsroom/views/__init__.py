"""The newsroom's views, one module a subject."""
