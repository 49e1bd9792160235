"""Press persons, other sources, and programmes."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dateline.blocks import markup
from dateline.front import addresses
from dateline.front.plates import entries, names
from dateline.front.plates.frame import (
    GoneForGood,
    alternates,
    argument_ids,
    chrome,
    editions,
    frame,
    rail,
    read_known,
)
from dateline.front.plates.story_source import said_rows
from dateline.front.reads.agents import AgentRow
from dateline.front.reads.programmes import ProgrammeRow
from dateline.front.records import (
    Alternate,
    DatedRole,
    Edition,
    Episode,
    Link,
    PersonView,
    ProgrammeView,
    Quoted,
    QuotedArticle,
    QuoteRow,
    SaidRow,
)
from dateline.press import Page, Reader, Sheet, plate

MOST_QUOTES, MOST_SAID, MOST_ARTICLES, MOST_EPISODES = 30, 30, 20, 50


@plate("person", importance=3, kind="agent")
class AgentPlate(GoneForGood):
    """The plate of an agent's page in every edition whose language names the agent."""

    def sheets(self, row: AgentRow) -> Iterable[Sheet]:
        """Give an agent an address in each of its editions; a merged one has none."""
        for edition in row.editions if row.own else ():
            _name, slug = row.named(edition.language)
            if slug:
                address = addresses.agent(edition.code, row.kind, slug)
                yield Sheet(address, f"{edition.id}:{row.id}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put together what an agent said; None for one without a name here, or merged."""
        edition_id, agent_id = argument_ids(arg)
        edition = frame(read, edition_id)
        page = read.get("agent", agent_id, "page", edition.language) if edition else None
        if edition is None or page is None or not page.slug or page.id != agent_id:
            return None
        said = _statement_rows(read, edition, agent_id)
        view = PersonView(
            name=page.name,
            address=addresses.agent(edition.code, page.kind, page.slug),
            kind=page.kind,
            description=page.description,
            aliases=page.aliases,
            roles=tuple(DatedRole(title, start, end) for title, _of, start, end in page.roles),
            own_site=names.site_link(page.url),
            surname=page.name.rpartition(" ")[2] if page.kind == "person" else page.name,
            quoted=_quoted(read, edition_id, page),
            said=said,
            told_in=_told_in(said),
            articles=_articles(read, edition_id, agent_id),
        )
        around = chrome(edition, view.address, alternates=_alike(read, agent_id))
        return Page("person.html", chrome=around, person=view, rail=rail(read, edition))


def _quoted(read: Reader, edition_id: int, page: Any) -> tuple[QuotedArticle, ...]:
    """Return the articles that quote an agent, the newest first, each with its quotes."""
    ids = read.window(f"quoted:{edition_id}:{page.id}", MOST_QUOTES)
    found = read_known(read, "article", ids, "quotes")
    lines = dict(
        zip(read_known(read, "article", ids, "line"), names.plain_cards(read, ids), strict=True)
    )
    articles = []
    for pk, quotes in found.items():
        own = [one for one in quotes.quotes if one.speaker_id == page.id]
        if own and pk in lines:
            former = _is_former(read, page, lines[pk].published.date())
            rows = [QuoteRow(_unlinked(one.html), one.role, former) for one in own]
            articles.append(QuotedArticle(lines[pk], tuple(rows)))
    return tuple(articles)


def _is_former(read: Reader, page: Any, day: date) -> bool:
    """Return whether every role that an agent held on a day has ended since."""
    held = [
        end
        for _title, _of, start, end in page.roles
        if (start is None or start <= day) and (end is None or day <= end)
    ]
    return bool(held) and all(end and not read.until(_after(end)) for end in held)


def _after(day: date) -> datetime:
    """Return when a day is over everywhere."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC) + timedelta(days=1)


def _unlinked(html: str) -> str:
    """Return a quote without our own links: they stand in the article."""
    return markup.OWN_LINK.sub(lambda found: str(found.group(3)), html)


def _statement_rows(read: Reader, edition: Edition, agent_id: int) -> tuple[SaidRow, ...]:
    """Return the statements of an agent, newest entry first, each with its story."""
    ids = read.window(f"said:{agent_id}", MOST_SAID)
    told = read_known(read, "entry", ids, "stories")
    first = sorted({one.stories[0] for one in told.values() if one.stories})
    read_known(read, "story", first, "name", edition.language)  # in one go what is read one by one
    stories = {pk: _story_of(read, edition, one.stories) for pk, one in told.items()}
    entries.read_ahead(read, edition, [pk for pk, story in stories.items() if story])
    made: list[SaidRow] = []
    for pk, found in stories.items():
        if found:
            story_id, link = found
            record = entries.read_entries(read, edition, story_id, link.address, (pk,))
            made.extend(said_rows(record, agent_id, link))
    return tuple(made)


def _told_in(said: Iterable[SaidRow]) -> tuple[Quoted, ...]:
    """Count an agent's statements by story."""
    counts = Counter((row.story.text, row.story.address) for row in said if row.story)
    return tuple(Quoted(title, count, address) for (title, address), count in counts.items())


def _story_of(read: Reader, edition: Edition, ids: Iterable[int]) -> tuple[int, Link] | None:
    """Return the first story that has a page in the edition."""
    for pk in ids:
        link = names.story(read, edition, pk)
        if link:
            return pk, link
    return None


def _articles(read: Reader, edition_id: int, agent_id: int) -> tuple[Any, ...]:
    """Return articles by an agent, or with it as guest or host."""
    return names.plain_cards(read, read.window(f"author:{edition_id}:{agent_id}", MOST_ARTICLES))


def _alike(read: Reader, agent_id: int) -> tuple[Alternate, ...]:
    """Point to the agent in the other editions that name it."""
    places = {}
    for pk, sister in read_known(read, "edition", editions(read), "sister").items():
        name = read.get("agent", agent_id, "name", sister.language)
        if name and name.slug:
            places[pk] = addresses.agent(sister.code, name.kind, name.slug)
    return alternates(read, places)


@plate("programme", importance=3, kind="programme")
class ProgrammePlate(GoneForGood):
    """The plate of a programme's page in every edition whose language names the programme."""

    def sheets(self, row: ProgrammeRow) -> Iterable[Sheet]:
        """Give a programme an address in each of its editions."""
        for edition in row.editions:
            slug = row.named(edition.language).slug
            if slug:
                address = addresses.programme(edition.code, slug)
                yield Sheet(address, f"{edition.id}:{row.id}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put together a programme's hosts and episodes."""
        edition_id, programme_id = argument_ids(arg)
        edition = frame(read, edition_id)
        page = read.get("programme", programme_id, "page", edition.language) if edition else None
        if edition is None or page is None or not page.slug:
            return None
        hosts = [pk for pk, end in page.hosts if end is None or read.until(_after(end))]
        people = [*hosts, *([page.outlet_id] if page.outlet_id else [])]
        links = names.agents(read, edition, people)
        view = ProgrammeView(
            name=page.name,
            address=addresses.programme(edition.code, page.slug),
            hosts=tuple(links[pk] for pk in hosts if pk in links),
            outlet=links.get(page.outlet_id or 0),
            about=about(page.about),
            episodes=_episodes(read, edition, edition_id, programme_id),
        )
        around = chrome(edition, view.address, alternates=_programmes_alike(read, programme_id))
        return Page("programme.html", chrome=around, programme=view, rail=rail(read, edition))


def about(text: str) -> str:
    """Return plain words as paragraphs of HTML."""
    return "".join(f"<p>{markup.plain(line)}</p>" for line in text.splitlines() if line.strip())


def _episodes(
    read: Reader, edition: Edition, edition_id: int, programme_id: int
) -> tuple[Episode, ...]:
    """Return a programme's articles, newest first, with their guests."""
    ids = read.window(f"programme:{edition_id}:{programme_id}", MOST_EPISODES)
    aired = read_known(read, "article", ids, "aired")
    guests = names.agents(
        read, edition, [one.speaker_id for one in aired.values() if one.speaker_id]
    )
    lines = dict(
        zip(read_known(read, "article", ids, "line"), names.plain_cards(read, ids), strict=True)
    )
    return tuple(
        Episode(
            lines[pk],
            one.aired_on,
            tuple(guests[agent] for agent in [one.speaker_id] if agent in guests),
        )
        for pk, one in aired.items()
        if pk in lines
    )


def _programmes_alike(read: Reader, programme_id: int) -> tuple[Alternate, ...]:
    """Point to the programme in the other editions that name it."""
    places = {}
    for pk, sister in read_known(read, "edition", editions(read), "sister").items():
        name = read.get("programme", programme_id, "name", sister.language)
        if name and name.slug:
            places[pk] = addresses.programme(sister.code, name.slug)
    return alternates(read, places)
