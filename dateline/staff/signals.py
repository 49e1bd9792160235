"""What has happened in the staff room; sent inside the transaction."""

from django.dispatch import Signal

edition_changed = Signal()
"""With moved: whether days or addresses hang on what changed."""
