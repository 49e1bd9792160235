"""Why something of a package cannot be registered."""


class BadExtension(ValueError):
    """Something that cannot be registered; the words say why, and what to change."""
