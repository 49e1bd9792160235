"""What has happened to articles and stories; sent inside the transaction.

Each is sent with instance, and those about the publication of one kind with by (user or None)
and at; the one about redirects with their keys, for they come and change in bulk. Those that
begin with "record" and those about schedules are sent for every kind of record with drafts,
version_scheduled with the hour.
"""

from django.dispatch import Signal

record_published = Signal()
record_unpublished = Signal()
version_scheduled = Signal()
schedule_cancelled = Signal()

article_published = Signal()
article_unpublished = Signal()
article_withdrawn = Signal()
article_changed = Signal()
story_changed = Signal()
story_unpublished = Signal()
section_changed = Signal()
tag_changed = Signal()
zone_changed = Signal()
redirects_changed = Signal()
standing_page_published = Signal()
standing_page_unpublished = Signal()
hold_placed = Signal()
hold_lifted = Signal()
correction_published = Signal()
