"""Name what can be wrong with settings."""


class SettingsError(Exception):
    """A wrong setting; one line says which one, where, and what to write instead."""
