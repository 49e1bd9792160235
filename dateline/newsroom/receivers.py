"""Set and take back the press's timers as records are published, scheduled, held, deleted."""

from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models.signals import post_delete
from django.dispatch import receiver

from dateline.stories import signals
from dateline.stories.models import Hold, Published

from . import timers


@receiver(signals.record_published)
def record_stands(sender: Any, instance: Published, **_kept: Any) -> None:
    """Have a live record taken down when its time has passed."""
    timers.set_expiry(instance)


@receiver([signals.record_unpublished, signals.article_withdrawn])
def record_goes(sender: Any, instance: Published, **_kept: Any) -> None:
    """Take the timers of a record back that is live no more."""
    timers.take_timers_back(instance)


@receiver(signals.version_scheduled)
def version_waits(sender: Any, instance: Published, hour: datetime, **_kept: Any) -> None:
    """Have a version published at its hour."""
    timers.set_publication(instance, hour)


@receiver(signals.schedule_cancelled)
def version_waits_no_more(sender: Any, instance: Published, **_kept: Any) -> None:
    """Take the timer of a version back."""
    timers.cancel_publication(instance)


@receiver(signals.hold_placed)
def hold_stands(sender: Any, instance: Hold, **_kept: Any) -> None:
    """Have an embargo lifted at its end."""
    if instance.until:
        timers.set_lift(instance, instance.until)


@receiver(signals.hold_lifted)
def hold_goes(sender: Any, instance: Hold, **_kept: Any) -> None:
    """Take the timer of a lifted embargo back."""
    timers.cancel_lift(instance)


def record_deleted(sender: Any, instance: Published, **_kept: Any) -> None:
    """Take the timers of a deleted record back."""
    timers.take_timers_back(instance)


for _model in apps.get_models():
    if issubclass(_model, Published):
        post_delete.connect(record_deleted, sender=_model)
