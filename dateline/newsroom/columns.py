"""Columns and filters that our listings share; none asks the database for a row."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import CharField, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, UpdatedAtColumn
from wagtail.models import Revision

from dateline.staff.models import Edition
from dateline.stories.choices import Label

LABELS = dict(Label.choices)


def with_versions(records: QuerySet[Any]) -> QuerySet[Any]:
    """Add when the latest version was made, by whom, and for when one is scheduled."""
    content_type = records.model.get_base_content_type()
    scheduled = Revision.objects.filter(
        base_content_type=content_type,
        object_id=Cast(OuterRef("pk"), CharField()),
        approved_go_live_at__isnull=False,
    ).values("approved_go_live_at")[:1]
    return records.annotate(
        _updated_at=F("latest_revision__created_at"),
        _by_first=F("latest_revision__user__first_name"),
        _by_last=F("latest_revision__user__last_name"),
        _by_name=F("latest_revision__user__username"),
        _scheduled=Subquery(scheduled),
    )


def status_of(record: Any) -> str:
    """Return where a record stands, in words."""
    if getattr(record, "withdrawn_at", None):
        return gettext("withdrawn")
    if record.live:
        if record.expire_at:
            until = date_format(localtime(record.expire_at), "j M H:i")
            return gettext("live until %s") % until
        if record._scheduled:
            return gettext("live + scheduled")
        return gettext("live + draft") if record.has_unpublished_changes else gettext("live")
    return gettext("scheduled") if record._scheduled else gettext("draft")


def by_whom(record: Any) -> str:
    """Return who made the latest version."""
    return f"{record._by_first or ''} {record._by_last or ''}".strip() or record._by_name or ""


def label_of(record: Any) -> str:
    """Return the strongest label in words."""
    return str(LABELS.get(record.feed_label(), ""))


class StatusColumn(StatusTagColumn):
    """The column that shows where a record stands."""

    def __init__(self) -> None:
        super().__init__(
            "status",
            label=gettext_lazy("Status"),
            accessor=status_of,
            sort_key="live",
            primary=lambda record: record.live,
        )


def by_column() -> Column:
    """Return the column of who made the latest version."""
    return Column("by", label=gettext_lazy("By"), accessor=by_whom)


def updated_column() -> Column:
    """Return the column of when the latest version was made."""
    return UpdatedAtColumn()


class RecordFilters(WagtailFilterSet):
    """The filters of a listing, without Wagtail's own locale: an edition says the language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters.pop("locale", None)


def edition_filter() -> django_filters.ModelChoiceFilter:
    """Return the filter by edition."""
    return django_filters.ModelChoiceFilter(
        queryset=lambda request: Edition.objects.of_site(), label=gettext_lazy("Edition")
    )


class StateFilter(django_filters.ChoiceFilter):
    """The filter by where a record stands: live, with a draft beside it, draft, scheduled."""

    def __init__(self) -> None:
        super().__init__(
            field_name="live",
            label=gettext_lazy("Status"),
            choices=[
                ("live", gettext_lazy("Live")),
                ("changed", gettext_lazy("Live with changes")),
                ("draft", gettext_lazy("Draft")),
                ("scheduled", gettext_lazy("Scheduled")),
                ("passing", gettext_lazy("Live until a time")),
            ],
        )

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        wanted: dict[str, dict[str, Any]] = {
            "live": {"live": True},
            "changed": {"live": True, "has_unpublished_changes": True},
            "draft": {"live": False},
            "scheduled": {"_scheduled__isnull": False},
            "passing": {"live": True, "expire_at__isnull": False},
        }
        return qs.filter(**wanted[value]) if value else qs
