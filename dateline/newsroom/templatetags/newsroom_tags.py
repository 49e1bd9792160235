"""What the admin's templates ask of the site."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from dateline.newsroom import columns
from dateline.newsroom.entry_dates import date_words

register = template.Library()


@register.simple_tag
def site_brand() -> str:
    """Return the name of the newsroom."""
    return str(settings.SITE.name)


@register.simple_tag
def readers_site() -> str:
    """Return the address of the readers' site."""
    return str(settings.SITE.address)


@register.simple_tag
def desk_url(record: Any, name: str) -> str:
    """Return the address of a view on a record at the desk: edit, publish_update, hold."""
    return reverse(record.snippet_viewset.get_url_name(name), args=[record.pk])


@register.simple_tag
def listing_url(namespace: str) -> str:
    """Return the address of a listing."""
    return reverse(f"wagtailsnippets_{namespace}:list")


@register.filter
def updated_at(record: Any) -> Any:
    """Return when the latest version was made, as the listing's query gave it."""
    return record._updated_at


@register.filter
def kind_of(record: Any) -> str:
    """Return what kind of record it is, in words."""
    return str(record._meta.verbose_name)


@register.filter
def made_by(record: Any) -> str:
    """Return who made the latest version."""
    return columns.by_whom(record)


@register.filter
def entry_words(entry: Any) -> str:
    """Return an entry's text in the screen's language."""
    return str(entry.words_in((get_language() or "en").partition("-")[0]))


@register.filter
def entry_date(entry: Any) -> str:
    """Return an entry's date in the words of the screen's language, without the year."""
    return date_words(entry, year=False)
