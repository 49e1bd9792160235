"""Ask which things are held back, so that no row of them is read."""

from django.db.models import QuerySet

from dateline.stories.models import Hold


def held(kind: str) -> QuerySet:
    """Return a subquery of the uids of one kind that are under a hold in force."""
    return Hold.objects.in_force().filter(target_kind=kind).values("target_uid")
