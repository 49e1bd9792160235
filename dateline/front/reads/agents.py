"""Read agents: their names by language, roles, and who was merged into whom."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from dateline.agents.models import Agent, AgentAlias, AgentName, AgentRole
from dateline.front.reads.editions import EditionKey, keys
from dateline.front.reads.prepared_queries import PreparedQuery
from dateline.front.reads.wording import Words, chosen_wording, frozen_texts
from dateline.lib.multilingual import Wording
from dateline.press import broad, facet, rows


class RoleRow(NamedTuple):
    """One dated role."""

    title: Words
    organisation_id: int | None
    start: date | None
    end: date | None


class AgentRow(NamedTuple):
    """One agent; a merged one has the row of the agent that it was merged into.

    names: language, name, slug. own: the id is the agent's, not one merged into it.
    editions: those in whose language the agent has a name, and so a page.
    """

    id: int
    own: bool
    kind: str
    name: str
    side_id: int | None
    description: Words
    url: str
    names: tuple[tuple[str, str, str], ...]
    aliases: tuple[tuple[str, str], ...]
    roles: tuple[RoleRow, ...]
    editions: tuple[EditionKey, ...]

    def named(self, language: str) -> tuple[str, str]:
        """Return name and slug in a language; the first name there is, and no slug, else."""
        for known, name, slug in self.names:
            if known == language:
                return name, slug
        return self.name, ""


def agent_ids() -> Iterable[int]:
    """List the ids of all agents."""
    return Agent.objects.values_list("pk", flat=True)


MERGED = PreparedQuery(  # an index finds what is greater
    lambda: Agent.objects.filter(merged_into__gt=0).order_by(), "", "pk", "merged_into_id"
)
HEADS = PreparedQuery(
    lambda: Agent.objects.all(), "pk", *("pk", "kind", "name", "side_id", "description", "url")
)
NAMES = PreparedQuery(
    lambda: AgentName.objects.order_by("language"),
    "agent_id",
    *("agent_id", "language", "name", "slug"),
)
ALIASES = PreparedQuery(
    lambda: AgentAlias.objects.order_by("name"), "agent_id", *("agent_id", "name", "language")
)
ROLES = PreparedQuery(
    lambda: AgentRole.objects.order_by("pk"),
    "agent_id",
    *("agent_id", "title", "organisation_id", "start", "end"),
)


def finals() -> dict[int, int]:
    """Return for every merged agent the one that stands for it now."""
    into = dict(MERGED())
    return {one: _last(one, into) for one in into}


def _last(agent_id: int, into: dict[int, int]) -> int:
    """Follow mergers to their end; a circle ends where it began."""
    seen = {agent_id}
    while agent_id in into and into[agent_id] not in seen:
        agent_id = into[agent_id]
        seen.add(agent_id)
    return agent_id


@rows("agent", ids=agent_ids)
def load(ids: Sequence[int]) -> dict[int, AgentRow]:
    """Load agents with names, aliases and roles."""
    final = finals()
    wanted = {final.get(one, one) for one in ids}
    names, aliases, roles = (_grouped(one(wanted)) for one in (NAMES, ALIASES, ROLES))
    editions = keys()
    rows_by_id = {
        pk: agent_row(
            (pk, kind, name, final.get(side, side), description, url),
            names.get(pk, ()),
            aliases.get(pk, ()),
            roles.get(pk, ()),
            editions,
        )
        for pk, kind, name, side, description, url in HEADS(wanted)
    }
    shown = {one: final.get(one, one) for one in ids}
    return {
        one: rows_by_id[into]._replace(own=one == into)
        for one, into in shown.items()
        if into in rows_by_id
    }


def agent_row(
    head: tuple[int, str, str, int | None, dict[str, str], str],
    names: Iterable[tuple[str, str, str]],
    aliases: Iterable[tuple[str, str]],
    roles: Iterable[tuple[Any, ...]],
    editions: Sequence[EditionKey],
) -> AgentRow:
    """Make the row of one agent."""
    pk, kind, name, side, description, url = head
    ordered = tuple(sorted(names))
    languages = {language for language, _name, _slug in ordered}
    dated = tuple(RoleRow(frozen_texts(title), *rest) for title, *rest in roles)
    shown = tuple(one for one in editions if one.language in languages)
    texts = (frozen_texts(description), url, ordered, tuple(aliases))
    return AgentRow(pk, True, kind, name, side, *texts, dated, shown)


def row_of(instance: Agent) -> AgentRow:
    """Make the row of an agent in hand."""
    final = finals()
    return agent_row(
        (
            instance.pk,
            instance.kind,
            instance.name,
            final.get(instance.side_id or 0, instance.side_id),
            instance.description,
            instance.url,
        ),
        [(one.language, one.name, one.slug) for one in instance.names.all()],
        sorted((one.name, one.language) for one in instance.aliases.all()),
        [(one.title, one.organisation_id, one.start, one.end) for one in instance.roles.all()],
        keys(),
    )


def _grouped(children: Iterable[Sequence[Any]]) -> dict[int, list[tuple[Any, ...]]]:
    """Gather the values of children by their agent."""
    found: dict[int, list[tuple[Any, ...]]] = {}
    for agent_id, *values in children:
        found.setdefault(agent_id, []).append(tuple(values))
    return found


class AgentNamed(NamedTuple):
    """An agent by name; slug "" where no page exists in that language. id: of the final agent."""

    id: int
    name: str
    slug: str
    kind: str


class AgentPage(NamedTuple):
    """The facts of an agent's own page; organisations of roles by id.

    id: of the agent that stands for it, if it was merged into another.
    """

    id: int
    name: str
    slug: str
    kind: str
    description: Wording
    url: str
    aliases: tuple[str, ...]
    roles: tuple[tuple[Wording, int | None, date | None, date | None], ...]


class AgentSide(NamedTuple):
    """The side for which an agent speaks."""

    side_id: int | None


class AgentSpeaking(NamedTuple):
    """An agent as the maker of statements; slug "" where it has no page in that language.

    roles: title, first and last day, None where open; the one that began last comes first.
    """

    id: int
    name: str
    slug: str
    kind: str
    side_id: int | None
    roles: tuple[tuple[Wording, date | None, date | None], ...]


@facet("agent", "name", version=1, lingual=True)
def name(row: AgentRow, lang: str) -> AgentNamed:
    """Return an agent's name and slug."""
    return AgentNamed(row.id, *row.named(lang), row.kind)


@facet("agent", "page", version=3, lingual=True)
def page(row: AgentRow, lang: str) -> AgentPage:
    """Return what an agent's own page says."""
    shown = row.named(lang)
    roles = [
        (chosen_wording(role.title, lang), role.organisation_id, role.start, role.end)
        for role in row.roles
        if role.title
    ]
    return AgentPage(
        row.id,
        *shown,
        row.kind,
        chosen_wording(row.description, lang),
        row.url,
        tuple(alias for alias, language in row.aliases if language in ("", lang)),
        tuple(sorted(roles, key=_current_first)),
    )


@facet("agent", "speaking", version=1, lingual=True)
def speaking(row: AgentRow, lang: str) -> AgentSpeaking:
    """Return who an agent is where it makes statements."""
    roles = [
        (chosen_wording(role.title, lang), role.start, role.end) for role in row.roles if role.title
    ]
    roles.sort(key=lambda role: role[1] or date.min, reverse=True)
    return AgentSpeaking(row.id, *row.named(lang), row.kind, row.side_id, tuple(roles))


def _current_first(role: tuple[Wording, int | None, date | None, date | None]) -> tuple[Any, ...]:
    """Order roles: those without an end first, then the one that ended last."""
    _title, _organisation, start, end = role
    ended = -(end or date.max).toordinal()
    return ended, -(start or date.min).toordinal()


@facet("agent", "side", version=1)
def side(row: AgentRow) -> AgentSide:
    """Return for whom an agent speaks."""
    return AgentSide(row.side_id)


broad("agent/speaking", "every article with a chronology names those who make its statements")
broad("agent/name", "every article of an author bears the byline; a new name is a sweep")
