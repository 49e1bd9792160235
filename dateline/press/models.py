"""The ledger: what was pressed, what each sheet read, and what is to be pressed.

No table points at another by a foreign key: rows are written in bulk, in the order of their
ids, and the oracle proves them. Times are whole microseconds since 1970, UTC.
"""

from __future__ import annotations

from django.db import models


class LedgerRow(models.Model):
    """One row of the ledger, named by its key."""

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)


class Name(LedgerRow):
    """A number and the name it stands for: kinds and facets (small), hashed names (large)."""

    id = models.BigIntegerField(primary_key=True)
    name = models.TextField()

    class Meta:
        db_table = "press_name"


class Read(LedgerRow):
    """The present stamp of something a sheet can read; 0 for what is not there."""

    id = models.BigIntegerField(primary_key=True)
    stamp = models.BigIntegerField()
    seq = models.BigIntegerField(default=0)

    class Meta:
        db_table = "press_read"


class IndexName(LedgerRow):
    """An index and its small number, see numbering/indexes.py. fold: hash of the name."""

    id = models.BigAutoField(primary_key=True)
    fold = models.BigIntegerField(unique=True)
    name = models.TextField()

    class Meta:
        db_table = "press_index"


class PressedItem(LedgerRow):
    """An item's placements as they were last touched, packed: see ledger/item_places.py."""

    id = models.BigIntegerField(primary_key=True)
    live = models.BooleanField()
    placements = models.BinaryField()

    class Meta:
        db_table = "press_item"


class IndexEntry(LedgerRow):
    """One item's place in one index; item: its own id, for an index holds one kind."""

    pk = models.CompositePrimaryKey("idx", "sort", "item")
    idx = models.BigIntegerField()
    sort = models.BigIntegerField()
    item = models.BigIntegerField()

    class Meta:
        db_table = "press_entry"


class Tally(LedgerRow):
    """The number of items that stand at one sort of a counted index."""

    pk = models.CompositePrimaryKey("idx", "sort")
    idx = models.BigIntegerField()
    sort = models.BigIntegerField()
    n = models.BigIntegerField()

    class Meta:
        db_table = "press_tally"


class Window(LedgerRow):
    """A read of an index that some sheet made; kept up by the change side.

    kind: newest, oldest (the first n), neighbours, beside (around a point), tally (counts).
    low, high: outside of them a change does not concern it; null for open.
    found: JSON of what it holds.
    """

    read = models.BigIntegerField(primary_key=True)
    idx = models.BigIntegerField()
    kind = models.CharField(max_length=10)
    n = models.IntegerField(default=0)
    at_sort = models.BigIntegerField(null=True)
    at_item = models.BigIntegerField(null=True)
    low = models.BigIntegerField(null=True)
    high = models.BigIntegerField(null=True)
    found = models.TextField()

    class Meta:
        db_table = "press_window"
        indexes = [models.Index(fields=["idx", "kind", "at_sort"], name="press_window_at")]


class PressedSheet(LedgerRow):
    """One sheet, or one part (its path begins with "part:", its text is in html).

    fold: hash of the path as a file system may spell it; sheets are found by it.
    hash: of the page with its linked slots left open; file_hash: of the file's content.
    deps: its reads, packed: see numbering/varints.py.
    state: new, live, absent (the plate gave nothing: 404), leaving (to be removed), gone (410),
    redirect. reason: why it was pressed last.
    """

    id = models.BigAutoField(primary_key=True)
    path = models.TextField()
    fold = models.BigIntegerField(unique=True)
    plate = models.CharField(max_length=60)
    arg = models.TextField()
    owner = models.BigIntegerField(null=True, db_index=True)
    importance = models.SmallIntegerField()
    heat = models.IntegerField(default=0)
    epoch = models.BigIntegerField(default=0)
    hash = models.BigIntegerField(default=0)
    file_hash = models.BigIntegerField(default=0)
    bytes = models.IntegerField(default=0)
    state = models.CharField(max_length=8, default="new")
    target = models.TextField(default="")
    wake_at = models.BigIntegerField(null=True)
    pressed_seq = models.BigIntegerField(default=0)
    pressed_at = models.BigIntegerField(null=True)
    deps = models.BinaryField(default=b"")
    html = models.TextField(default="")
    reason = models.TextField(default="")

    class Meta:
        db_table = "press_sheet"
        indexes = [
            models.Index(fields=["plate", "id"], name="press_sheet_plate"),
            models.Index(fields=["plate", "epoch"], name="press_sheet_epoch"),
            models.Index(
                fields=["wake_at"],
                name="press_sheet_wake",
                condition=models.Q(wake_at__isnull=False),
            ),
            models.Index(
                fields=["target"], name="press_sheet_target", condition=models.Q(target__gt="")
            ),
        ]


class Edge(LedgerRow):
    """One read that one sheet shows."""

    pk = models.CompositePrimaryKey("read", "sheet")
    read = models.BigIntegerField()
    sheet = models.BigIntegerField()

    class Meta:
        db_table = "press_edge"


class LoggedChange(LedgerRow):
    """One row of the change log: outbox of stream, purges and search."""

    seq = models.BigAutoField(primary_key=True)
    what = models.CharField(max_length=20)
    subject = models.TextField(default="")
    detail = models.JSONField(default=dict)
    at = models.BigIntegerField()

    class Meta:
        db_table = "press_change"


class Job(LedgerRow):
    """A sheet to be pressed: a set, so a hundred edits make one job.

    dirty: counts marks; who pressed deletes the row only if it has not moved.
    """

    sheet = models.BigIntegerField(primary_key=True)
    importance = models.SmallIntegerField()
    heat = models.IntegerField(default=0)
    dirty = models.IntegerField(default=1)
    queued_at = models.BigIntegerField()
    promoted_at = models.BigIntegerField()
    due_at = models.BigIntegerField()
    lease_until = models.BigIntegerField(null=True)
    worker = models.CharField(max_length=80, default="")
    tries = models.SmallIntegerField(default=0)
    parked = models.BooleanField(default=False)
    reason = models.TextField(default="")

    class Meta:
        db_table = "press_job"
        indexes = [
            models.Index(fields=["parked", "importance", "-heat", "sheet"], name="press_job_next"),
            models.Index(
                fields=["worker"], name="press_job_held", condition=models.Q(worker__gt="")
            ),
            models.Index(
                fields=["promoted_at"], name="press_job_late", condition=models.Q(importance__gt=1)
            ),
        ]


class Sweep(LedgerRow):
    """A long row of sheets to be pressed in the background: by plate or by read."""

    what = models.CharField(max_length=8)
    subject = models.TextField()
    cursor = models.BigIntegerField(default=0)
    importance = models.SmallIntegerField(default=5)
    at = models.BigIntegerField()

    class Meta:
        db_table = "press_sweep"


class Timer(LedgerRow):
    """One thing to be done at a time: embargo, expiry, schedule."""

    due_at = models.BigIntegerField(db_index=True)
    action = models.CharField(max_length=60)
    ref = models.TextField()
    tries = models.SmallIntegerField(default=0)

    class Meta:
        db_table = "press_timer"
        constraints = [models.UniqueConstraint(fields=["action", "ref"], name="press_timer_once")]


class Purge(LedgerRow):
    """An address that caches before the site are to forget: a set; see caches/purges.py.

    until_at: what is sent before must be sent again. dirty: counts how often it was owed.
    """

    path = models.TextField(primary_key=True)
    importance = models.SmallIntegerField()
    due_at = models.BigIntegerField()
    until_at = models.BigIntegerField()
    since = models.BigIntegerField(db_index=True)
    dirty = models.IntegerField(default=1)
    tries = models.SmallIntegerField(default=0)
    why = models.TextField(default="")

    class Meta:
        db_table = "press_purge"
        indexes = [
            models.Index(fields=["importance", "due_at"], name="press_purge_next"),
            models.Index(
                fields=["tries"], name="press_purge_failed", condition=models.Q(tries__gt=0)
            ),
        ]


class Mark(LedgerRow):
    """The time up to which files are known to be on the disk, since one start of the machine."""

    boot_id = models.CharField(max_length=64)
    durable_seq = models.BigIntegerField(default=0)

    class Meta:
        db_table = "press_mark"


class Figure(LedgerRow):
    """A figure that the press has reckoned and keeps, with its time: JSON under a name."""

    name = models.CharField(max_length=40, primary_key=True)
    value = models.TextField(default="{}")
    at = models.BigIntegerField()

    class Meta:
        db_table = "press_figure"
