"""Read articles: their heads. Bodies are read apart, in bodies.py."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from dateline.front import addresses
from dateline.front.reads.agents import finals
from dateline.front.reads.editions import EditionKey
from dateline.front.reads.prepared_queries import PreparedQuery
from dateline.lib import when
from dateline.press import rows
from dateline.stories.choices import ranked
from dateline.stories.models import (
    Article,
    ArticleStory,
    ArticleTag,
    Byline,
    Change,
    Correction,
    Related,
)

COLUMNS = (
    "pk",
    "edition_id",
    "edition__code",
    "edition__language",
    "edition__zone",
    "uid",
    "short_id",
    "translation_key",
    "slug",
    "section_id",
    "labels",
    "kicker",
    "headline",
    "feed_headline",
    "standfirst",
    "place",
    "lead_picture_id",
    "is_lasting",
    "speaker_id",
    "speaker_role",
    "programme_id",
    "host_id",
    "outlet_id",
    "aired_on",
    "published_at",
    "changed_at",
    "behind_since",
)


class ArticleRow(NamedTuple):
    """The head of one public article with the ids of what stands around it."""

    id: int
    edition: EditionKey
    uid: str
    short_id: str
    translation_key: str
    slug: str
    section_id: int
    labels: tuple[str, ...]
    kicker: str
    headline: str
    feed_headline: str
    standfirst: str
    place: str
    lead_picture_id: int | None
    lasting: bool
    speaker_id: int | None
    speaker_role: str
    programme_id: int | None
    host_id: int | None
    outlet_id: int | None
    aired_on: date | None
    published_at: datetime
    changed_at: datetime | None
    behind_since: datetime | None
    around: "ArticleSurroundings"

    @property
    def day(self) -> date:
        """Return the day of first publication in the edition's zone."""
        return when.local_day(self.published_at, self.edition.zone)

    @property
    def address(self) -> str:
        """Return the article's address."""
        return addresses.article(self.edition.code, self.day, self.slug, self.short_id)

    @property
    def all_labels(self) -> tuple[str, ...]:
        """Return the labels set and those that follow from records, strongest first."""
        corrected = ["corrected"] if self.around.corrections else []
        updated = ["updated"] if self.changed_at else []
        return tuple(ranked([*self.labels, *corrected, *updated]))

    @property
    def sort(self) -> int:
        """Return where the article stands in orders by time."""
        return when.sort_key(self.published_at)


class ArticleSurroundings(NamedTuple):
    """The ids of what stands around an article, each kind in its order.

    corrections: oldest first. versions: in all languages, in the order of first publication,
    the article itself among them.
    """

    bylines: tuple[tuple[int, str], ...] = ()
    stories: tuple[tuple[int, bool], ...] = ()
    tags: tuple[int, ...] = ()
    related: tuple[int, ...] = ()
    corrections: tuple[int, ...] = ()
    versions: tuple[int, ...] = ()
    reason: str = ""


def article_ids() -> Iterable[int]:
    """List the ids of all public articles."""
    return Article.objects.public().values_list("pk", flat=True)


HEADS = PreparedQuery(lambda: Article.objects.public(), "pk", *COLUMNS)
BYLINES = PreparedQuery(
    lambda: Byline.objects.all(), "article_id", "article_id", "agent_id", "role"
)
STORIES = PreparedQuery(
    lambda: ArticleStory.objects.all(), "article_id", "article_id", "story_id", "is_primary"
)
TAGS = PreparedQuery(lambda: ArticleTag.objects.all(), "article_id", "article_id", "tag_id")
RELATED = PreparedQuery(lambda: Related.objects.all(), "article_id", "article_id", "target_id")
CORRECTIONS = PreparedQuery(
    lambda: Correction.objects.public().filter(target_kind="article"),
    "target_uid",
    *("target_uid", "pk"),
)
VERSIONS = PreparedQuery(
    lambda: Article.objects.public().order_by("published_at", "pk"),
    "translation_key",
    *("translation_key", "pk"),
)
CHANGES = PreparedQuery(
    lambda: Change.objects.order_by("at", "pk"), "article_id", "article_id", "reason"
)


@rows("article", ids=article_ids)
def load(ids: Sequence[int]) -> dict[int, ArticleRow]:
    """Load the heads of public articles."""
    found = HEADS(ids)
    around = _around({values[0]: (values[5], values[7]) for values in found})
    final = finals()
    return {values[0]: row(values, around[values[0]], final) for values in found}


def row(values: Sequence[Any], around: ArticleSurroundings, final: dict[int, int]) -> ArticleRow:
    """Make a row of the values of COLUMNS; final: who stands for agents that were merged."""
    pk, *edition, uid, short_id, translation_key, slug, section_id, labels = values[:11]
    rest = values[11:]
    bylines = tuple((final.get(agent_id, agent_id), role) for agent_id, role in around.bylines)
    made = ArticleRow._make(
        [
            pk,
            EditionKey(*edition),
            str(uid),
            short_id,
            str(translation_key),
            slug,
            section_id,
            tuple(labels),
            *rest,
            around._replace(bylines=bylines),
        ]
    )
    return made._replace(
        speaker_id=final.get(made.speaker_id or 0, made.speaker_id),
        host_id=final.get(made.host_id or 0, made.host_id),
        outlet_id=final.get(made.outlet_id or 0, made.outlet_id),
    )


def row_of(instance: Article, at: datetime) -> ArticleRow:
    """Make the row of an article in hand, saved or not; at: its time when it has none yet."""
    instance.fill_identity()
    edition = instance.edition
    values = [edition.code, edition.language, edition.zone]
    plain = [getattr(instance, column) for column in COLUMNS if "__" not in column]
    pk, edition_id, *rest = plain
    filled = [pk or 0, edition_id, *values, *rest]
    filled[COLUMNS.index("published_at")] = instance.published_at or at
    around = ArticleSurroundings(
        tuple((one.agent_id, one.role) for one in _placed(instance.bylines)),
        tuple((one.story_id, one.is_primary) for one in _primary_first(instance.story_links)),
        tuple(one.tag_id for one in _placed(instance.tag_links)),
        tuple(one.target_id for one in _placed(instance.related_links)),
        tuple(_corrections([instance.uid]).get(instance.uid, ())),
        _versions_with(instance, filled[COLUMNS.index("published_at")]),
        _reasons([instance.pk]).get(instance.pk, "") if instance.pk else "",
    )
    return row(filled, around, finals())


def _placed(children: Any) -> list[Any]:
    """Return the children of an instance in the order of their positions."""
    return sorted(children.all(), key=lambda one: (one.position or 0, one.pk or 0))


def _primary_first(children: Any) -> list[Any]:
    """Return the story links of an instance, the primary one first."""
    return sorted(children.all(), key=lambda one: (not one.is_primary, one.pk or 0))


def _versions_with(instance: Article, at: datetime) -> tuple[int, ...]:
    """Return the versions of an article in hand, itself at its time among them."""
    sisters = Article.objects.public().versions_of(instance).values_list("published_at", "pk")
    return tuple(pk for _at, pk in sorted([*sisters, (at, instance.pk or 0)]))


def _around(known: dict[int, tuple[Any, Any]]) -> dict[int, ArticleSurroundings]:
    """Load what stands around articles, one query a kind; known: uid and translation_key by id."""
    ids = list(known)
    bylines, stories = _grouped(BYLINES(ids)), _grouped(STORIES(ids))
    tags, related = _grouped(TAGS(ids)), _grouped(RELATED(ids))
    corrections = _corrections(uid for uid, _key in known.values())
    versions = _versions(key for _uid, key in known.values())
    reasons = _reasons(ids)
    return {
        pk: ArticleSurroundings(
            tuple(bylines.get(pk, ())),
            tuple(stories.get(pk, ())),
            tuple(one[0] for one in tags.get(pk, ())),
            tuple(one[0] for one in related.get(pk, ())),
            tuple(corrections.get(uid, ())),
            tuple(versions.get(key, ())),
            reasons.get(pk, ""),
        )
        for pk, (uid, key) in known.items()
    }


def _corrections(uids: Iterable[Any]) -> dict[Any, list[int]]:
    """Load the public corrections of articles by uid, oldest first."""
    found: dict[Any, list[int]] = {}
    for uid, pk in CORRECTIONS(uids):
        found.setdefault(uid, []).append(pk)
    return found


def _versions(translation_keys: Iterable[Any]) -> dict[Any, list[int]]:
    """Load the public language versions by translation_key, in the order of publication."""
    found: dict[Any, list[int]] = {}
    for key, pk in VERSIONS(translation_keys):
        found.setdefault(key, []).append(pk)
    return found


def _grouped(children: Iterable[Sequence[Any]]) -> dict[int, list[tuple[Any, ...]]]:
    """Gather the values of children by their article, in their own order."""
    found: dict[int, list[tuple[Any, ...]]] = {}
    for article_id, *values in children:
        found.setdefault(article_id, []).append(tuple(values))
    return found


def _reasons(ids: Sequence[int]) -> dict[int, str]:
    """Load the reason of each article's last material change."""
    return dict(CHANGES(ids))
