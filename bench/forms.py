"""Publish through the newsroom's real form, as a browser sends it."""

from __future__ import annotations

import time
from typing import Any

import click
from django.conf import settings
from django.test import Client
from django.urls import reverse
from lxml import html
from wagtail.blocks import (
    Block,
    ChooserBlock,
    ListBlock,
    StreamBlock,
    StreamValue,
    StructBlock,
)

from dateline.staff.models import User
from dateline.stories.models import Article


def signed_in(user: User) -> Client:
    """Return a browser in which the editor has signed in."""
    settings.ALLOWED_HOSTS = ["*"]
    client = Client()
    client.force_login(user)
    return client


def publish(client: Client, article: Article) -> tuple[float, float]:
    """Open an article's form and publish it with one word more; return the CPU ms of both."""
    address = reverse(Article.snippet_viewset.get_url_name("edit"), args=[article.pk])
    began = time.process_time()
    page = client.get(address)
    opened = time.process_time()
    fields = shown(page.content.decode()) | body(article)
    fields["headline"] = f"{article.headline[:150]} anew"
    fields["action-publish"] = "action-publish"
    ready = time.process_time()
    answer = client.post(address, fields)
    done = time.process_time()
    if answer.status_code != 302:
        raise click.ClickException(f"the form was refused: {answer.status_code}")
    return (opened - began) * 1000, (done - ready) * 1000


def shown(page: str) -> dict[str, Any]:
    """Return what a browser would send of the form as it stands, but for what a script draws."""
    form = html.fromstring(page).get_element_by_id("w-editor-form")
    empty = form.xpath(".//input[@name and not(@value)][@type='hidden' or @type='text']")
    found: dict[str, Any] = {}
    for name, value in [*form.form_values(), *((box.get("name"), "") for box in empty)]:
        if "__prefix__" not in name:
            found.setdefault(name, []).append(value)
    return {name: some if len(some) > 1 else some[0] for name, some in found.items()}


def body(article: Article) -> dict[str, str]:
    """Return the fields of an article's body, as the page's script draws them."""
    field = article._meta.get_field("body")
    return posted(field.stream_block, article.body, "body")


def posted(block: Block, value: Any, prefix: str) -> dict[str, str]:
    """Return what a browser sends of one block of a form and all that is in it."""
    if isinstance(block, StreamBlock | ListBlock):
        return _posted_many(value, prefix)
    if isinstance(block, StructBlock):
        found: dict[str, str] = {}
        for name, inside in block.child_blocks.items():
            found |= posted(inside, value[name], f"{prefix}-{name}")
        return found
    if isinstance(block, ChooserBlock):
        return {prefix: "" if value is None else str(value.pk)}
    shown = block.field.prepare_value(block.value_for_form(value))
    sent = block.field.widget.format_value(shown)
    sent = (sent or [""])[0] if isinstance(sent, list) else sent
    return {prefix: "" if sent is None else str(sent)}


def _posted_many(value: Any, prefix: str) -> dict[str, str]:
    """Return what a browser sends of blocks in a row."""
    children = value if isinstance(value, StreamValue) else value.bound_blocks
    fields = {f"{prefix}-count": str(len(children))}
    for number, child in enumerate(children):
        start = f"{prefix}-{number}"
        kind = child.block_type if isinstance(value, StreamValue) else "item"
        fields |= {f"{start}-deleted": "", f"{start}-order": str(number)}
        fields |= {f"{start}-type": kind, f"{start}-id": child.id or ""}
        fields |= posted(child.block, child.value, f"{start}-value")
    return fields
