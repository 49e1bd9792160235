"""Ask the press about sheets and about what they show."""

import re
from typing import Any
from uuid import UUID

import click

from dateline.cli import output, pressing
from dateline.cli.refusal import Refusal

ITEM = re.compile(r"^([a-z_]+):(\d+)$")


def check_sheets(sample: int | None, *, as_json: bool) -> None:
    """Compare sheets with a fresh pressing; raises Refusal where one differs."""
    from dateline import press
    from dateline.press.watch import census

    seen = 0
    total = sum(census.latest()[0].states.values())
    with pressing.progress(min(sample or total, total), "Comparing") as advance:

        def tell(done: int, _all: int) -> None:
            nonlocal seen
            advance(done - seen)
            seen = done

        drift = press.check(sample, tell=tell)
    if as_json:
        click.echo(output.as_json({"seen": seen, "drift": [each._asdict() for each in drift]}))
    else:
        for each in drift:
            click.echo(f"{each.path}: {each.why}")
    if drift:
        raise Refusal(f"{len(drift)} of {seen} sheets are not as they should be: dateline press")
    if not as_json:
        click.echo(f"{seen} sheets are as a fresh pressing would have them")


def lint_pages(budgets: dict[str, int], *, as_json: bool) -> None:
    """List what is over budget or impure; raises Refusal where a fault is among it."""
    from dateline.front.environment import environment, words_of
    from dateline.front.formats import FORMATS
    from dateline.press.watch import census
    from dateline.press.watch.lint import findings, impure

    words = words_of(environment("en", "en-GB", "UTC"))
    words |= {f"the format .{suffix}": form.make for suffix, form in FORMATS.items()}
    found = [*impure(words), *findings(census.taken(), **budgets)]
    if as_json:
        click.echo(output.as_json([each._asdict() for each in found]))
    else:
        for each in found:
            limit = f": {each.measure}, {each.budget} at most" if each.budget else ""
            click.echo(f"{each.level}: {each.what}{limit}")
            click.echo(f"  {each.remedy}")
    faults = sum(each.level == "fault" for each in found)
    if faults:
        raise Refusal(f"{faults} over budget, or asking clock or chance")
    if not as_json:
        click.echo("nothing is over budget, and no code asks clock or chance")


def audit_records(*, mend: bool, as_json: bool) -> None:
    """Look for records written past the press; raises Refusal where some are left as they are."""
    from dateline import press

    found = press.audit(mend=mend)
    if as_json:
        click.echo(output.as_json([each._asdict() for each in found]))
    else:
        for each in found:
            click.echo(str(each))
    if found and not mend:
        raise Refusal(f"{len(found)} were written past the press: dateline press audit --mend")
    if not as_json:
        click.echo(f"{len(found)} were touched" if found else "every record is as it was touched")


def explain_address(what: str) -> dict[str, Any]:
    """Return what the sheet at an address read, or what shows a thing and why it was pressed."""
    from dateline.press import explain
    from dateline.press.errors import PressError
    from dateline.press.watch import lookups

    if not what.startswith("/"):
        item = item_of(what)
        return {"item": ":".join(map(str, item)), "shown_at": lookups.why(item)}
    try:
        return explain(what)
    except PressError as why:
        raise Refusal(str(why)) from why


def addresses_that_show(what: str) -> list[str]:
    """Return the addresses that show a thing."""
    from dateline.press import whereis

    return whereis(item_of(what))


def item_of(what: str) -> tuple[str, int]:
    """Return kind and number of a thing named as article:9 or by its uid; raises Refusal."""
    from dateline.press.registry import registry

    named = ITEM.match(what)
    if named:
        if named[1] not in registry.kinds():
            raise Refusal(f"no kind {named[1]!r}; one of {', '.join(sorted(registry.kinds()))}")
        return named[1], int(named[2])
    try:
        uid = UUID(what)
    except ValueError as why:
        raise Refusal(f"{what!r} is no address, no uid and no item like article:9") from why
    return _of_uid(uid)


def _of_uid(uid: UUID) -> tuple[str, int]:
    """Return kind and number of the item that shows the record of a uid."""
    from django.apps import apps

    from dateline.front.reads.places import PUBLIC

    for label, at in PUBLIC.items():
        model = apps.get_model(label)
        if any(field.name == "uid" for field in model._meta.fields):
            found = model._default_manager.filter(uid=uid).first()
            if found is not None:
                return at.kind, int(getattr(found, at.column))
    raise Refusal(f"nothing has the uid {uid} that readers see")
