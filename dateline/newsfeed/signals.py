"""What has happened in the newsfeed; sent inside the transaction.

A line that follows its article is filed or changed with_article=True: whoever hears of the
article hears of the line.
"""

from django.dispatch import Signal

bulletin_filed = Signal()
bulletin_changed = Signal()
bulletin_withdrawn = Signal()
strip_changed = Signal()
