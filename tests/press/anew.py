"""What a clean press makes of the same records: into an empty ledger and an empty store."""

from __future__ import annotations

from django.db import transaction

from dateline import press
from dateline.press.marking import changes
from dateline.press.worker.batches import Press
from tests.press import paper

Pages = dict[str, bytes]


def pressed_anew() -> Pages:
    """Press the whole paper from nothing, and take that back."""
    store = press.MemoryStore()
    with transaction.atomic():
        for table in paper.LEDGER:
            paper.write(f"DELETE FROM {table}")
        changes.touch_all()
        Press(store).until_idle()
        transaction.set_rollback(True)
    return pages(store)


def pages(store: press.MemoryStore) -> Pages:
    """Return the pages of a store, redirects' stubs left out."""
    return {path: body for path, body in store.files.items() if path not in store.leads}
