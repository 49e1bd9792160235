"""Read running stories: texts by language, standing, and whose words they hold."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q

from dateline.agents.models import AgentName
from dateline.chronology.choices import AttributionRole
from dateline.chronology.models import Attribution, StoryEntry
from dateline.front.reads.agents import finals
from dateline.front.reads.editions import EditionKey, keys
from dateline.front.reads.prepared_queries import PreparedQuery
from dateline.lib import when
from dateline.press import facet, index, rows
from dateline.stories.models import Story, StoryText


class StoryWords(NamedTuple):
    """A story's words in one language."""

    title: str
    slug: str
    summary: str


class StoryRow(NamedTuple):
    """One public story.

    texts: by language. sources: the agents with statements in its live entries, each with its
    slugs by language. last: when the last of them lies.
    """

    id: int
    uid: str
    status: str
    section_id: int | None
    reviewed_at: datetime | None
    texts: tuple[tuple[str, StoryWords], ...]
    sources: tuple[tuple[int, tuple[tuple[str, str], ...]], ...]
    last: datetime | None
    editions: tuple[EditionKey, ...]

    def words(self, language: str) -> StoryWords | None:
        """Return the words in a language, None if it has none."""
        return dict(self.texts).get(language)

    def sources_in(self, language: str) -> list[tuple[int, str]]:
        """Return the sources that have a page in a language, with their slugs."""
        found = ((pk, dict(slugs).get(language, "")) for pk, slugs in self.sources)
        return [(pk, slug) for pk, slug in found if slug]


HEAD = ("pk", "uid", "status", "section_id", "reviewed_at")


def story_ids() -> Iterable[int]:
    """List the ids of all stories that have a page."""
    return Story.objects.public().values_list("pk", flat=True)


SPEAKING = Attribution.objects.filter(role=AttributionRole.SPEAKER)
# Whose statement it is: a speaker, or an outlet where nobody speaks (StatementRow.owners).
OWN = Q(role=AttributionRole.SPEAKER) | ~Exists(
    SPEAKING.filter(statement_id=OuterRef("statement_id"))
)
HEADS = PreparedQuery(lambda: Story.objects.public(), "pk", *HEAD)
TEXTS = PreparedQuery(
    lambda: StoryText.objects.all(),
    "story_id",
    *("story_id", "language", "title", "slug", "summary"),
)
LINKS = PreparedQuery(  # the places of public entries, by the stories and not by all entries
    lambda: StoryEntry.objects.public(),
    "story_id",
    *("story_id", "entry_id", "entry__sort_at"),
)
PARTS = PreparedQuery(
    lambda: Attribution.objects.public().filter(OWN, agent_id__isnull=False).order_by(),
    "statement__entry_id",
    *("statement__entry_id", "agent_id"),
)
SLUGS = PreparedQuery(
    lambda: AgentName.objects.order_by("language"), "agent_id", *("agent_id", "language", "slug")
)


@rows("story", ids=story_ids)
def load(ids: Sequence[int]) -> dict[int, StoryRow]:
    """Load public stories with their texts and sources."""
    texts: dict[int, list[tuple[str, StoryWords]]] = {}
    for pk, language, *values in TEXTS(ids):
        texts.setdefault(pk, []).append((language, StoryWords(*values)))
    links, editions = LINKS(ids), keys()
    sources, last = _sources(links), _last(links)
    return {
        head[0]: story_row(
            head, texts.get(head[0], ()), sources.get(head[0], ()), last.get(head[0]), editions
        )
        for head in HEADS(ids)
    }


def story_row(
    head: Sequence[Any],
    texts: Iterable[tuple[str, StoryWords]],
    sources: Iterable[Any],
    last: datetime | None,
    editions: Sequence[EditionKey],
) -> StoryRow:
    """Make the row of one story."""
    pk, uid, *rest = head
    ordered = tuple(sorted(texts))
    languages = {language for language, _words in ordered}
    shown = tuple(one for one in editions if one.language in languages)
    return StoryRow._make([pk, str(uid), *rest, ordered, tuple(sources), last, shown])


def row_of(instance: Story) -> StoryRow:
    """Make the row of a story in hand; its entries are those that are live."""
    texts = [
        (one.language, StoryWords(one.title, one.slug or "-", one.summary))
        for one in instance.texts.all()
    ]
    head = (*(getattr(instance, column) for column in HEAD),)
    ids = [instance.pk] if instance.pk else []
    pk, links = instance.pk or 0, LINKS(ids)
    return story_row(head, texts, _sources(links).get(pk, ()), _last(links).get(pk), keys())


def _sources(links: Iterable[tuple[Any, ...]]) -> dict[int, list[Any]]:
    """Load the agents with statements in the live entries of each story, with their slugs."""
    stories: dict[int, set[int]] = {}
    for story_id, entry_id, _at in links:
        stories.setdefault(entry_id, set()).add(story_id)
    final = finals()
    found: dict[int, set[int]] = {}
    for entry_id, agent_id in PARTS(stories):
        for story_id in stories.get(entry_id, ()):
            found.setdefault(story_id, set()).add(final.get(agent_id, agent_id))
    slugs = _slugs({agent for agents in found.values() for agent in agents})
    return {
        story_id: [(agent, tuple(slugs.get(agent, ()))) for agent in sorted(agents)]
        for story_id, agents in found.items()
    }


def _slugs(agents: Iterable[int]) -> dict[int, list[tuple[str, str]]]:
    """Load the slugs of agents by language."""
    found: dict[int, list[tuple[str, str]]] = {}
    for agent_id, language, slug in SLUGS(agents):
        found.setdefault(agent_id, []).append((language, slug))
    return found


def _last(links: Iterable[tuple[Any, ...]]) -> dict[int, datetime]:
    """Return when the last live entry of each story lies."""
    found: dict[int, datetime] = {}
    for story_id, _entry, at in links:
        found[story_id] = max(at, found.get(story_id, at))
    return found


class StoryNamed(NamedTuple):
    """A story by name in one language."""

    title: str
    slug: str


class StorySlug(NamedTuple):
    """The slug of a story in one language."""

    slug: str


@facet("story", "slug", version=1, lingual=True)
def slug(row: StoryRow, lang: str) -> StorySlug | None:
    """Return a story's slug alone, for sitemaps and language links."""
    words = row.words(lang)
    return StorySlug(words.slug) if words else None


class StoryPage(NamedTuple):
    """The facts of a story's own page; sources by id."""

    title: str
    slug: str
    summary: str
    section_id: int | None
    reviewed_at: datetime | None


@facet("story", "name", version=1, lingual=True)
def name(row: StoryRow, lang: str) -> StoryNamed | None:
    """Return a story's title and slug; None where it has none in the language."""
    words = row.words(lang)
    return StoryNamed(words.title, words.slug) if words else None


@facet("story", "page", version=1, lingual=True)
def page(row: StoryRow, lang: str) -> StoryPage | None:
    """Return what a story's own page says; None where it has no words in the language."""
    words = row.words(lang)
    return StoryPage(*words, row.section_id, row.reviewed_at) if words else None


@index("stories", kind="story")
def running(row: StoryRow) -> Iterable[tuple[str, int]]:
    """Order the running stories of an edition by their last entry."""
    if row.status == "running":
        for edition in row.editions:
            yield f"stories:{edition.id}", when.sort_key(row.last) if row.last else 0


@index("storymap", kind="story")
def story_map(row: StoryRow) -> Iterable[tuple[str, int]]:
    """List all stories of an edition, for its sitemap; sort: the id."""
    for edition in row.editions:
        yield f"storymap:{edition.id}", row.id


@index("storysection", kind="story")
def by_section(row: StoryRow) -> Iterable[tuple[str, int]]:
    """Order the running stories of a section by their last entry."""
    if row.status == "running" and row.section_id:
        for edition in row.editions:
            sort = when.sort_key(row.last) if row.last else 0
            yield f"storysection:{edition.id}:{row.section_id}", sort
