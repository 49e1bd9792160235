"""Make a site: its folder, dateline.toml, key, database and first administrator."""

import json
import secrets
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.cli import missing_words
from dateline.cli.refusal import Refusal
from dateline.settings.site import FILE, SiteConfig, load_site

FOLDERS = ("var/sheets", "var/media", "var/private/backups")


@dataclass(frozen=True, slots=True)
class SitePlan:
    """The choices for a new site.

    editions: (code, locale) each. admin: (name, e-mail, password), or None for nobody yet.
    brands: an edition's own name, by its code.
    """

    name: str
    zone: str
    editions: tuple[tuple[str, str], ...]
    admin: tuple[str, str, str] | None = None
    brands: Mapping[str, str] = field(default_factory=dict)


def edition_codes(locales: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return (code, locale) of editions by their locales: en-GB is en; a second en, en-us."""
    pairs: list[tuple[str, str]] = []
    for locale in locales:
        short = locale.split("-", 1)[0].lower()
        taken = {code for code, _locale in pairs}
        pairs.append((locale.lower() if short in taken else short, locale))
    return tuple(pairs)


def site_toml(plan: SitePlan) -> str:
    """Return the text of dateline.toml."""
    lines = [
        "# The settings of this site. All of them: docs/reference/settings.md",
        "",
        "[site]",
        f"name = {_quoted(plan.name)}",
        f"zone = {_quoted(plan.zone)}",
        "public = false  # true lets search engines in",
        '# address = "https://news.example"  # where readers reach it',
    ]
    for code, locale in plan.editions:
        lines += ["", "[[edition]]", f"code = {_quoted(code)}", f"locale = {_quoted(locale)}"]
        if code in plan.brands:
            lines.append(f"brand = {_quoted(plan.brands[code])}")
    lines += ["", "[server]", "port = 8000  # the newsroom has the next one"]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Return a TOML string; JSON's is one, but for what lies beyond ASCII, which may stand."""
    return json.dumps(text, ensure_ascii=False)


def make_site(folder: Path, plan: SitePlan, *, open_it: Callable[[Path], SiteConfig]) -> SiteConfig:
    """Make a site, or nothing: whatever fails takes away what was made before it.

    Raises Refusal where a site is there already or the folder cannot be written to.
    """
    from dateline.cli.site_context import writable_folder

    if (folder / FILE).exists():
        raise Refusal(f"{folder} holds a site already; nothing was changed")
    if (folder / "var").exists():
        raise Refusal(f"{folder}/var is there already, without a {FILE}; name an empty folder")
    existed = folder.exists()
    writable_folder(folder)
    try:
        _lay_out(folder, plan)
        load_site(folder)
        site = open_it(folder)
    except BaseException:
        _take_away(folder, whole=not existed)
        raise
    return site


def _lay_out(folder: Path, plan: SitePlan) -> None:
    """Write the folders, the key and the settings."""
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    private = folder / "var" / "private"
    private.chmod(0o700)
    key = private / "secret.key"
    if not key.exists():
        key.touch(mode=0o600)
        key.write_text(f"{secrets.token_urlsafe(50)}\n", encoding="utf-8")
    (folder / "var" / "db.sqlite3").touch(mode=0o600)
    (folder / FILE).write_text(site_toml(plan), encoding="utf-8")


def _take_away(folder: Path, *, whole: bool) -> None:
    """Remove what was made; the folder too, if it was not there before."""
    if whole:
        shutil.rmtree(folder, ignore_errors=True)
        return
    (folder / FILE).unlink(missing_ok=True)
    shutil.rmtree(folder / "var", ignore_errors=True)


def fill_site(folder: Path, plan: SitePlan) -> SiteConfig:
    """Make the database, the editions and the administrator of a site laid out."""
    from dateline.cli.database import migrate_database, sync_records, touch_everything
    from dateline.cli.site_context import SiteContext

    site = SiteContext(folder).open(checked=False)
    missing_words.refuse_missing_words(locale for _code, locale in plan.editions)
    faults = password_faults(plan.admin[2]) if plan.admin else ""
    if faults:
        raise Refusal(f"--password: {faults}")
    migrate_database(site.database_file)
    sync_records(site)
    if plan.admin:
        add_administrator(*plan.admin)
    touch_everything()
    return site


def add_administrator(name: str, email: str, password: str) -> None:
    """Make a person who may do everything."""
    from dateline.staff.actions import add_user
    from dateline.staff.choices import Role

    add_user(name, password=password, role=Role.ADMINISTRATOR, email=email)


def password_faults(password: str) -> str:
    """Return what Django says against a password, or nothing."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    try:
        validate_password(password)
    except ValidationError as why:
        return " ".join(why.messages)
    return ""


def new_password() -> str:
    """Return a password nobody has thought of."""
    return secrets.token_urlsafe(12)
