"""Say why a source cannot be read."""


class UnreadableSource(ValueError):
    """The bytes hold nothing the desk can read; the message is one line for a person."""
