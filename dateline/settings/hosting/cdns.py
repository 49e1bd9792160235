"""Read which caches stand before the site, and how they are told to forget."""

from importlib.util import find_spec
from urllib.parse import urlsplit

from dateline.settings.errors import SettingsError
from dateline.settings.sections import CdnSection
from dateline.settings.values import Values

NEEDED = {"http": "addresses", "cloudflare": "zone token", "cloudfront": "distribution"}


def cdn_of(values: Values, where: str) -> CdnSection:
    """Return the caches before a site, that of no kind where there are none.

    Raises SettingsError where something is missing that the kind needs.
    """
    kind = values.text("cdn.kind")
    if kind and kind not in NEEDED:
        raise SettingsError(f"{where}: cdn.kind must be one of {', '.join(NEEDED)}")
    for name in NEEDED.get(kind, "").split():
        if not values[f"cdn.{name}"]:
            raise SettingsError(f"{where}: cdn.kind is {kind}: give cdn.{name} as well")
    for address in values.texts("cdn.addresses"):
        if not _reachable(address):
            raise SettingsError(f"{where}: cdn.addresses: {address!r} is no http://host:port")
    if kind == "cloudfront" and find_spec("boto3") is None:
        raise SettingsError(f"{where}: cdn.kind is cloudfront, which needs: pip install boto3")
    addresses = tuple(one.rstrip("/") for one in values.texts("cdn.addresses"))
    return values.section("cdn", CdnSection, addresses=addresses)


def _reachable(address: str) -> bool:
    """Return whether something may answer at an address."""
    parts = urlsplit(address)
    try:
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
