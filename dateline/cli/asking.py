"""Ask the press about sheets and about what they show."""

import re
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import click

from dateline.cli import pressing, telling
from dateline.cli.refusal import Refusal

ITEM = re.compile(r"^([a-z_]+):(\d+)$")


def check(sample: int | None, *, as_json: bool) -> None:
    """Compare sheets with a fresh pressing; raises Refusal where one differs."""
    from dateline import press

    seen = 0
    total = sum(press.status()["sheets"].values())
    with pressing.progress(min(sample or total, total), "Comparing") as advance:

        def tell(done: int, _all: int) -> None:
            nonlocal seen
            advance(done - seen)
            seen = done

        drift = press.check(sample, tell=tell)
    if as_json:
        click.echo(telling.as_json({"seen": seen, "drift": [each._asdict() for each in drift]}))
    else:
        for each in drift:
            click.echo(f"{each.path}: {each.why}")
    if drift:
        raise Refusal(f"{len(drift)} of {seen} sheets are not as they should be: dateline press")
    if not as_json:
        click.echo(f"{seen} sheets are as a fresh pressing would have them")


def explained(what: str) -> dict[str, Any]:
    """Return what the sheet at an address read, or what shows a thing."""
    from dateline.press import explain
    from dateline.press.errors import PressError

    if not what.startswith("/"):
        return {"item": ":".join(map(str, item_of(what))), "shown_at": shown(what)}
    try:
        told = explain(what)
    except PressError as why:
        raise Refusal(str(why)) from why
    pressed = told.get("pressed_at")
    if isinstance(pressed, int):
        told["pressed_at"] = datetime.fromtimestamp(pressed / 1_000_000, UTC).isoformat()
    return told


def shown(what: str) -> list[str]:
    """Return the addresses that show a thing."""
    from dateline.press import whereis

    return whereis(item_of(what))


def item_of(what: str) -> tuple[str, int]:
    """Return kind and number of a thing named as article:9 or by its uid; raises Refusal."""
    named = ITEM.match(what)
    if named:
        return named[1], int(named[2])
    try:
        uid = UUID(what)
    except ValueError as why:
        raise Refusal(f"{what!r} is no address, no uid and no item like article:9") from why
    return _of_uid(uid)


def _of_uid(uid: UUID) -> tuple[str, int]:
    """Return kind and number of the record that has a uid."""
    from django.apps import apps

    for model in apps.get_models():
        ours = model.__module__.startswith("dateline.")
        if ours and any(field.name == "uid" for field in model._meta.fields):
            found = model._default_manager.filter(uid=uid).first()
            if found is not None:
                return str(model._meta.model_name), int(found.pk)
    raise Refusal(f"nothing has the uid {uid}")
