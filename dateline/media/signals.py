"""What has happened to pictures and attachments; sent inside the transaction."""

from django.dispatch import Signal

picture_changed = Signal()
picture_replaced = Signal()
picture_deleted = Signal()
attachment_changed = Signal()
attachment_replaced = Signal()
