"""What has happened to a chronology; sent inside the transaction."""

from django.dispatch import Signal

entry_published = Signal()
entry_unpublished = Signal()
relation_changed = Signal()
version_set_changed = Signal()
