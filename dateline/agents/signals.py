"""What has happened to agents and programmes; sent inside the transaction."""

from django.dispatch import Signal

agent_changed = Signal()
programme_changed = Signal()
