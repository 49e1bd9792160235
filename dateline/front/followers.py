"""Say which public things a change of one record may have changed: what is to be touched."""

from typing import Any

from django.db.models import Q

from dateline.agents.models import Agent, AgentRole, Programme
from dateline.chronology.models import Entry, Relation, Statement, StoryEntry, VersionSet
from dateline.front.reads.prepared_queries import PreparedQuery
from dateline.media.models import Attachment, Picture
from dateline.newsfeed.models import Bulletin, Strip
from dateline.press import Item
from dateline.press.ledger import item_places, windows
from dateline.staff.models import Edition
from dateline.stories.models import (
    Article,
    Correction,
    Related,
    Section,
    StandingPage,
    Story,
    Tag,
    Zone,
)


def of_article(article: Article) -> list[Item]:
    """Return the article with its line, corrections and pictures, and what points to it.

    Its language versions point to each other.
    """
    found = [("article", article.pk), ("withdrawal", article.pk)]
    near = {*VERSIONS([article.translation_key]), *POINTING([article.pk])} - {(article.pk,)}
    found += [("article", pk) for (pk,) in sorted(near)]
    found += [("bulletin", pk) for (pk,) in LINES([article.pk])]
    found += [("correction", pk) for (pk,) in CORRECTIONS([article.uid])]
    found += [(str(one._meta.model_name), one.pk) for one in article.shown_media()]
    fronts = {*STRIPS([article.pk]), *ZONES([article.pk])}
    return found + [("edition", pk) for (pk,) in sorted(fronts)]


VERSIONS = PreparedQuery(lambda: Article.objects.all(), "translation_key", "pk")
LINES = PreparedQuery(lambda: Bulletin.objects.all(), "article_id", "pk")
CORRECTIONS = PreparedQuery(
    lambda: Correction.objects.filter(target_kind="article"), "target_uid", "pk"
)
POINTING = PreparedQuery(lambda: Related.objects.all(), "target_id", "article_id")
STRIPS = PreparedQuery(lambda: Strip.objects.all(), "article_id", "edition_id")
ZONES = PreparedQuery(lambda: Zone.objects.all(), "article_id", "edition_id")


def of_story_going(story: Story) -> list[Item]:
    """Return a story that is to be deleted, with what goes with it."""
    zones = Zone.objects.filter(story_id=story.pk).values_list("edition_id", flat=True)
    sets = VersionSet.objects.filter(story_id=story.pk)
    fronts = [("edition", pk) for pk in sorted(set(zones))]
    return [("story", story.pk), *_items("versionset", sets), *fronts]


def of_picture_going(picture: Picture) -> list[Item]:
    """Return a picture that is to be deleted, with the articles that it leads."""
    led = Article.objects.filter(lead_picture_id=picture.pk)
    return [("picture", picture.pk), *_items("article", led)]


def of_agent_going(agent: Agent) -> list[Item]:
    """Return an agent that is to be deleted, with those that speak for it or held a role there."""
    held = AgentRole.objects.filter(organisation_id=agent.pk).values("agent_id")
    beside = Agent.objects.filter(Q(side_id=agent.pk) | Q(pk__in=held))
    return [("agent", agent.pk), *_items("agent", beside)]


def of_entry(entry: Entry) -> list[Item]:
    """Return the entry, the stories that hold it or held it, its corrections, and its relations'.

    An entry shows who denies its statements, and whom they answer.
    """
    stories = set(StoryEntry.objects.filter(entry_id=entry.pk).values_list("story_id", flat=True))
    stories |= placed_ids("entry", entry.pk, "entries")
    uids = [entry.uid, *Statement.objects.filter(entry_id=entry.pk).values_list("uid", flat=True)]
    corrections = Correction.objects.filter(target_uid__in=uids)
    return [
        ("entry", entry.pk),
        *(("story", pk) for pk in sorted(stories)),
        *_items("correction", corrections),
        *(("entry", pk) for pk in _related(uids) if pk != entry.pk),
    ]


def of_relation(relation: Relation) -> list[Item]:
    """Return the entries of the two statements."""
    return [("entry", pk) for pk in _entries([relation.from_uid, relation.to_uid])]


def of_statement_gone(statement: Statement) -> list[Item]:
    """Return the entries whose statements stood in relation to one that has gone."""
    return [("entry", pk) for pk in _related([statement.uid])]


def _related(uids: list[Any]) -> list[int]:
    """Return the entries whose statements stand in relation to those."""
    onwards = {uid for (uid,) in RELATED_FROM(uids)}
    return _entries(sorted(onwards | {uid for (uid,) in RELATED_TO(uids)}))


def _entries(uids: list[Any]) -> list[int]:
    """Return the entries that hold those statements."""
    return sorted({pk for (pk,) in ENTRIES_OF(uids)})


RELATED_FROM = PreparedQuery(lambda: Relation.objects.order_by(), "from_uid", "to_uid")
RELATED_TO = PreparedQuery(lambda: Relation.objects.order_by(), "to_uid", "from_uid")
ENTRIES_OF = PreparedQuery(lambda: Statement.objects.order_by(), "uid", "entry_id")


def of_agent(agent: Agent) -> list[Item]:
    """Return the agent, those merged into it, and the stories whose pages bear its slug.

    A merger moves everything that named the agent to the page of the other one.
    """
    merged = _merged_into(agent.pk)
    every = [agent.pk, *merged]
    found = [("agent", pk) for pk in every]
    parts = Entry.objects.filter(statements__attributions__agent_id__in=every)
    stories = StoryEntry.objects.filter(entry__in=parts).values_list("story_id", flat=True)
    found += [("story", pk) for pk in sorted(set(stories))]
    if agent.merged_into_id or merged:
        found += _items("agent", Agent.objects.filter(side_id__in=every))
        found += _items("entry", parts)
        found += _items("article", _articles_naming(every))
    return found


def _merged_into(agent_id: int) -> list[int]:
    """Return the agents that this one stands for, at any remove."""
    found: list[int] = []
    new = [agent_id]
    while new:
        into = Agent.objects.filter(merged_into_id__in=new).exclude(pk__in=[agent_id, *found])
        new = list(into.values_list("pk", flat=True))
        found += new
    return found


def _articles_naming(agents: list[int]) -> Any:
    """Return the articles in which agents speak, host or write."""
    editions = Edition.objects.values_list("pk", flat=True)
    keys = [f"quoted:{edition}:{agent}" for edition in editions for agent in agents]
    quoted = {ident for key in keys for _sort, ident in windows.entries(key)}
    return Article.objects.filter(
        Q(speaker_id__in=agents)
        | Q(host_id__in=agents)
        | Q(outlet_id__in=agents)
        | Q(bylines__agent_id__in=agents)
        | Q(pk__in=quoted)
    )


def of_correction(correction: Correction) -> list[Item]:
    """Return the correction and what it mends."""
    found: list[Item] = [("correction", correction.pk)]
    if correction.target_kind == "article":
        found += _items("article", Article.objects.filter(uid=correction.target_uid))
    elif correction.target_kind in ("entry", "statement"):
        uid = correction.target_uid
        found += _items("entry", Entry.objects.filter(Q(uid=uid) | Q(statements__uid=uid)))
    return found


def of_held(kind: str, target: Any) -> list[Item]:
    """Return what a hold on a thing concerns."""
    if kind == "article":
        return of_article(target)
    if kind == "entry":
        return of_entry(target)
    if kind == "statement":
        return of_entry(target.entry)
    if kind == "story":
        return of_story_going(target)
    return [(kind, target.pk)]


def media_of(target: Any) -> list[Picture | Attachment]:
    """Return the pictures and documents that readers get again when a hold on a thing is lifted."""
    if isinstance(target, Picture | Attachment):
        return [target]
    return target.shown_media() if isinstance(target, Article) else []


def of_edition() -> list[Item]:
    """Return everything that bears an edition's code, language or neighbours."""
    found = _items("edition", Edition.objects.all())
    found += _items("section", Section.objects.all())
    found += _items("tag", Tag.objects.all())
    found += _items("agent", Agent.objects.all())
    found += _items("programme", Programme.objects.all())
    return found + _items("story", Story.objects.all())


def of_nav() -> list[Item]:
    """Return the editions, whose frames bear the navigation."""
    return _items("edition", Edition.objects.all())


def placed_ids(kind: str, ident: int, index: str) -> set[int]:
    """Return the ids behind an index's keys under which an item was last placed."""
    found = item_places.keys_of(kind, ident)
    return {int(key.rpartition(":")[2]) for key in found if key.startswith(f"{index}:")}


def _items(kind: str, found: Any) -> list[Item]:
    """Return the items of a query, each once."""
    return [(kind, pk) for pk in sorted(set(found.values_list("pk", flat=True)))]


def of_going(thing: Any) -> list[Item]:
    """Return what hangs on a thing that is to be deleted."""
    return GOING[type(thing)](thing)


GOING: dict[type, Any] = {
    Agent: of_agent_going,
    Article: of_article,
    Attachment: lambda attachment: [("attachment", attachment.pk)],
    Bulletin: lambda bulletin: [("bulletin", bulletin.pk)],
    Entry: of_entry,
    Picture: of_picture_going,
    Relation: of_relation,
    Programme: lambda programme: [("programme", programme.pk)],
    Section: lambda section: [("section", section.pk), *of_nav()],
    StandingPage: lambda page: [("standing", page.pk), ("edition", page.edition_id)],
    Story: of_story_going,
    Strip: lambda strip: [("edition", strip.edition_id)],
    Tag: lambda tag: [("tag", tag.pk)],
    VersionSet: lambda versions: [("versionset", versions.pk)],
    Zone: lambda zone: [("edition", zone.edition_id)],
}
