"""What has happened on the wire; sent inside the transaction."""

from django.dispatch import Signal

take_filed = Signal()
