"""What has happened in the newsfeed; sent inside the transaction."""

from django.dispatch import Signal

bulletin_filed = Signal()
bulletin_changed = Signal()
bulletin_withdrawn = Signal()
live_blog_changed = Signal()
strip_changed = Signal()
