"""Name what can be wrong with settings."""


class SettingsError(Exception):
    """Say in one line which setting is wrong, where, and what to write instead."""
