"""The first parts of addresses that are the site's own, whatever its editions are called."""

FIRST_PARTS = frozenset({"404", "_f", "a", "healthz", "media", "metrics", "newsroom", "static"})
