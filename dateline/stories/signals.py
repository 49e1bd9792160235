"""What has happened to articles and stories; sent inside the transaction.

Each is sent with instance, and those about publication with by (user or None) and at; the one
about redirects with their keys, for they come and change in bulk.
"""

from django.dispatch import Signal

article_published = Signal()
article_unpublished = Signal()
article_withdrawn = Signal()
article_changed = Signal()
article_deleted = Signal()
article_corrected = Signal()
story_changed = Signal()
story_deleted = Signal()
section_changed = Signal()
tag_changed = Signal()
zone_changed = Signal()
redirects_changed = Signal()
standing_page_published = Signal()
standing_page_unpublished = Signal()
hold_placed = Signal()
hold_lifted = Signal()
correction_published = Signal()
