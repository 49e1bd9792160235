"""Read redirects: addresses of an old site, and where they lead now."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.front.reads.prepared_queries import columns
from dateline.lib import urls
from dateline.press import rows
from dateline.stories.models import Redirect


class RedirectRow(NamedTuple):
    """One redirect in the press's spelling of addresses."""

    path: str
    to: str


def redirect_ids() -> Iterable[int]:
    """List the ids of all redirects."""
    return Redirect.objects.values_list("pk", flat=True)


@rows("redirect", ids=redirect_ids)
def load(ids: Sequence[int]) -> dict[int, RedirectRow]:
    """Load redirects; what is no address, and came in past the form, leads nowhere."""
    made = {}
    for pk, path, to in columns(Redirect.objects.filter(pk__in=ids), "pk", "path", "to"):
        try:
            made[pk] = RedirectRow(urls.page_path(path), urls.destination(to))
        except urls.BadAddress:
            continue
    return made
