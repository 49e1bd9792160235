"""Wagtail's index of references, written once a publication instead of once a row saved.

Wagtail's signals ask for models when they are imported, so they are imported when called.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import Model
from wagtail.models import ReferenceIndex


def is_off() -> bool:
    """Return whether somebody above has put the index off."""
    from wagtail.signal_handlers import reference_index_auto_update_disabled

    return getattr(reference_index_auto_update_disabled, "value", False)


@contextmanager
def put_off() -> Iterator[None]:
    """Leave the index alone for what is saved inside; who puts it off writes it, or need not."""
    if is_off():
        yield
        return
    from wagtail.signal_handlers import disable_reference_index_auto_update

    with disable_reference_index_auto_update():
        yield


def write_references(record: Model) -> None:
    """Bring the index in line with a record as the database has it, unless it is put off."""
    if not is_off() and ReferenceIndex.is_indexed(type(record)):
        ReferenceIndex.create_or_update_for_object(record)
