"""Read where object storage is, for sites that keep sheets or pictures there."""

from importlib.util import find_spec
from urllib.parse import urlsplit

from dateline.settings.errors import SettingsError
from dateline.settings.sections import BucketSection
from dateline.settings.values import Values

STORES = ("folder", "s3")
NEEDS = {"press.store": "boto3", "media.store": "storages"}


def bucket_of(values: Values, where: str) -> BucketSection:
    """Return the bucket of a site, that of no name where it uses none.

    Raises SettingsError where it uses one that is not named, or whose client is not installed.
    """
    for name, needed in NEEDS.items():
        if values.text(name) not in STORES:
            raise SettingsError(f"{where}: {name} must be one of {', '.join(STORES)}")
        if values.text(name) == "s3":
            _refuse_lack(name, needed, values, where)
    for name in ("s3.endpoint", "s3.address"):
        given = urlsplit(values.text(name))
        if values.text(name) and (given.scheme not in {"http", "https"} or not given.hostname):
            raise SettingsError(f"{where}: {name} must begin with https:// or http://")
    return _bucket(values)


def _refuse_lack(name: str, needed: str, values: Values, where: str) -> None:
    """Raise SettingsError where s3 is asked for and something it needs is not there."""
    if not values.text("s3.bucket"):
        raise SettingsError(f"{where}: {name} is s3: name the bucket in s3.bucket")
    if values.text("s3.prefix").strip("/") == values.text("s3.media_prefix").strip("/"):
        raise SettingsError(f"{where}: s3.prefix and s3.media_prefix must differ")
    if find_spec(needed) is None:
        raise SettingsError(f"{where}: {name} is s3, which needs: pip install 'dateline[s3]'")


def _bucket(values: Values) -> BucketSection:
    """Gather the settings of object storage."""
    bucket, endpoint = values.text("s3.bucket"), values.text("s3.endpoint").rstrip("/")
    region = values.text("s3.region")
    amazon = f"https://{bucket}.s3.{f'{region}.' if region else ''}amazonaws.com"
    return values.section(
        "s3",
        BucketSection,
        prefix=values.text("s3.prefix").strip("/"),
        media_prefix=values.text("s3.media_prefix").strip("/"),
        endpoint=endpoint,
        address=values.text("s3.address").rstrip("/")
        or (f"{endpoint}/{bucket}" if endpoint else amazon if bucket else ""),
    )
