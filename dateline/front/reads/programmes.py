"""Read programmes: names by language, outlet and hosts."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from dateline.agents.models import Programme, ProgrammeHost, ProgrammeName
from dateline.front.reads.editions import EditionKey, keys
from dateline.press import facet, rows


class ProgrammeNamed(NamedTuple):
    """A programme by name in one language; slug "" where no page exists in it."""

    name: str
    slug: str


class ProgrammeText(NamedTuple):
    """A programme's words in one language."""

    name: str
    slug: str
    about: str


class ProgrammeRow(NamedTuple):
    """One programme; hosts: agent and last day (None: open), by first day."""

    id: int
    name: str
    outlet_id: int | None
    names: tuple[tuple[str, ProgrammeText], ...]
    hosts: tuple[tuple[int, date | None], ...]
    editions: tuple[EditionKey, ...]

    def named(self, language: str) -> ProgrammeText:
        """Return the words in a language; the canonical name alone where it has none."""
        return dict(self.names).get(language, ProgrammeText(self.name, "", ""))


def programme_ids() -> Iterable[int]:
    """List the ids of all programmes."""
    return Programme.objects.values_list("pk", flat=True)


@rows("programme", ids=programme_ids)
def load(ids: Sequence[int]) -> dict[int, ProgrammeRow]:
    """Load programmes with names and hosts."""
    names: dict[int, list[tuple[str, ProgrammeText]]] = {}
    found = ProgrammeName.objects.filter(programme_id__in=ids)
    for pk, language, *texts in found.values_list(
        "programme_id", "language", "name", "slug", "about"
    ):
        names.setdefault(pk, []).append((language, ProgrammeText(*texts)))
    hosts: dict[int, list[tuple[int, date | None]]] = {}
    terms = ProgrammeHost.objects.filter(programme_id__in=ids).order_by("start", "pk")
    for pk, agent_id, end in terms.values_list("programme_id", "agent_id", "end"):
        hosts.setdefault(pk, []).append((agent_id, end))
    editions = keys()
    return {
        pk: programme_row((pk, name, outlet), names.get(pk, ()), hosts.get(pk, ()), editions)
        for pk, name, outlet in Programme.objects.filter(pk__in=ids).values_list(
            "pk", "name", "outlet_id"
        )
    }


def programme_row(
    head: tuple[int, str, int | None],
    names: Iterable[tuple[str, ProgrammeText]],
    hosts: Iterable[tuple[int, date | None]],
    editions: Sequence[EditionKey],
) -> ProgrammeRow:
    """Make the row of one programme."""
    ordered = tuple(sorted(names))
    languages = {language for language, _texts in ordered}
    shown = tuple(one for one in editions if one.language in languages)
    return ProgrammeRow(*head, ordered, tuple(hosts), shown)


def row_of(instance: Programme) -> ProgrammeRow:
    """Make the row of a programme in hand."""
    names = [
        (one.language, ProgrammeText(one.name, one.slug, one.about)) for one in instance.names.all()
    ]
    hosts: list[Any] = sorted(instance.hosts.all(), key=lambda one: (str(one.start or ""), one.pk))
    head = (instance.pk, instance.name, instance.outlet_id)
    return programme_row(head, names, [(one.agent_id, one.end) for one in hosts], keys())


class ProgrammePage(NamedTuple):
    """The facts of a programme's own page; hosts: agent and last day, None where open."""

    name: str
    slug: str
    about: str
    outlet_id: int | None
    hosts: tuple[tuple[int, date | None], ...]


@facet("programme", "name", version=1, lingual=True)
def name(row: ProgrammeRow, lang: str) -> ProgrammeNamed:
    """Return a programme's name and slug."""
    texts = row.named(lang)
    return ProgrammeNamed(texts.name, texts.slug)


@facet("programme", "page", version=2, lingual=True)
def page(row: ProgrammeRow, lang: str) -> ProgrammePage:
    """Return what a programme's own page says."""
    return ProgrammePage(*row.named(lang), row.outlet_id, row.hosts)
