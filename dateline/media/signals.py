"""What has happened to pictures; sent inside the transaction."""

from django.dispatch import Signal

picture_changed = Signal()
picture_replaced = Signal()
picture_deleted = Signal()
