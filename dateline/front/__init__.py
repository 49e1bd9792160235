"""Show the readers' face."""
