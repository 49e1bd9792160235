"""What has happened to pictures and attachments; sent inside the transaction."""

from django.dispatch import Signal

picture_changed = Signal()
picture_replaced = Signal()
attachment_changed = Signal()
attachment_replaced = Signal()
