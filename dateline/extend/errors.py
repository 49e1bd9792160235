"""Why something of a package cannot be registered."""


class BadExtension(ValueError):
    """Says what cannot be registered, and what to change."""
