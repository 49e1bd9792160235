"""Show the editors' face."""
