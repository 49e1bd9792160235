"""dateline user: who may log in to the newsroom."""

import json
from typing import Any

import click

from dateline.cli import site_setup
from dateline.cli.refusal import Refusal
from dateline.cli.site_context import SiteContext, may_ask, pass_door

ROLES = ("reporter", "editor", "chief", "administrator")


def role_of(ctx: click.Context, _option: click.Parameter, role: str) -> str:
    """Return a role that may be; the site's own package may have more than ours."""
    door: SiteContext = ctx.obj
    if role in ROLES or (door.there() and door.site().package):
        return role
    raise click.BadParameter(f"{role!r} is not one of {', '.join(ROLES)}")


@click.group()
def user() -> None:
    """Add people who log in to the newsroom, and change their passwords."""


@user.command()
@click.argument("login", metavar="NAME")
@click.option(
    "--role",
    default="reporter",
    show_default=True,
    callback=role_of,
    help=f"What the person may do: {', '.join(ROLES)}, or a role of the site's own package.",
)
@click.option("--email", default="", help="The person's e-mail address.")
@click.option("--name", default="", help="The name shown in bylines and the log.")
@click.option("--password", help="The password; one is made and shown if left out.")
@pass_door
def add(door: SiteContext, login: str, **given: str) -> None:
    """Add a person who logs in as NAME."""
    door.open()
    from dateline.staff import roles
    from dateline.staff.actions import add_user
    from dateline.staff.models import User

    if User.objects.filter(username=login).exists():
        raise Refusal(
            f"there is a user {login} already; to change the password: "
            f"dateline user password {login}"
        )
    if given["role"] not in roles.names():
        raise Refusal(f"no role {given['role']!r}; one of {', '.join(roles.names())}")
    told, password = _password(given["password"])
    add_user(login, password=password, role=given["role"], email=given["email"], name=given["name"])
    click.echo(f"Added {login} ({given['role']})" + (f", password {password}" if told else ""))


@user.command()
@click.argument("login", metavar="NAME")
@click.option("--password", help="The new password; one is made and shown if left out.")
@pass_door
def password(door: SiteContext, login: str, password: str | None) -> None:
    """Give NAME a new password, and end all log-ins with the old one."""
    door.open()
    from dateline.staff.models import User

    person = User.objects.filter(username=login).first()
    if person is None:
        raise Refusal(f"no user {login}; see: dateline user list")
    told, new = _password(password)
    person.set_password(new)
    person.save(update_fields=["password"])
    click.echo(f"Changed the password of {login}" + (f": {new}" if told else ""))


@user.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@pass_door
def list_(door: SiteContext, *, as_json: bool) -> None:
    """List who may log in."""
    door.open()
    from dateline.staff.models import User

    rows: list[dict[str, Any]] = [
        {
            "name": person.username,
            "email": person.email,
            "roles": ["administrator"]
            if person.is_superuser
            else sorted(group.name for group in person.groups.all()),
            "active": person.is_active,
        }
        for person in User.objects.prefetch_related("groups").order_by("username")
    ]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        click.echo(
            f"{row['name']}  {', '.join(row['roles'])}" + ("" if row["active"] else "  (closed)")
        )


def _password(given: str | None) -> tuple[bool, str]:
    """Return whether to show the password, and the password: given, asked for or made."""
    text = "Password (none has one made)"
    asked = given or (
        click.prompt(text, default="", hide_input=True, show_default=False, err=True)
        if may_ask()
        else ""
    )
    if not asked:
        return True, site_setup.new_password()
    faults = site_setup.password_faults(asked)
    if faults:
        raise Refusal(f"--password: {faults}")
    return False, asked
