"""Order articles: by edition, section, label, tag, story, author, programme, day."""

from collections.abc import Iterable

from dateline.front.reads.articles import ArticleRow
from dateline.press import index


@index("articles", kind="article")
def by_edition(row: ArticleRow) -> Iterable[tuple[str, int]]:
    """Order an edition's articles by time."""
    yield f"articles:{row.edition.id}", row.sort


@index("section", kind="article")
def by_section(row: ArticleRow) -> Iterable[tuple[str, int]]:
    """Order the articles of a section by time."""
    yield f"section:{row.edition.id}:{row.section_id}", row.sort


@index("label", kind="article")
def by_label(row: ArticleRow) -> Iterable[tuple[str, int]]:
    """Order the articles of a label by time."""
    for label in row.all_labels:
        yield f"label:{row.edition.id}:{label}", row.sort


@index("tag", kind="article")
def by_tag(row: ArticleRow) -> Iterable[tuple[str, int]]:
    """Order the articles of a tag by time."""
    for tag_id in row.around.tags:
        yield f"tag:{row.edition.id}:{tag_id}", row.sort


@index("story", kind="article")
def by_story(row: ArticleRow) -> Iterable[tuple[str, int]]:
    """Order the articles of a story by time."""
    for story_id, _primary in row.around.stories:
        yield f"story:{row.edition.id}:{story_id}", row.sort


@index("author", kind="article")
def by_author(row: ArticleRow) -> Iterable[tuple[str, int]]:
    """Order the articles that somebody wrote, or hosts, or is interviewed in."""
    people = {agent_id for agent_id, _role in row.around.bylines}
    people |= {one for one in (row.speaker_id, row.host_id, row.outlet_id) if one}
    for agent_id in sorted(people):
        yield f"author:{row.edition.id}:{agent_id}", row.sort


@index("programme", kind="article")
def by_programme(row: ArticleRow) -> Iterable[tuple[str, int]]:
    """Order the articles of a programme by time."""
    if row.programme_id:
        yield f"programme:{row.edition.id}:{row.programme_id}", row.sort


@index("mapped", kind="article")
def by_day(row: ArticleRow) -> Iterable[tuple[str, int]]:
    """Order the articles of one day, for its sitemap."""
    yield f"mapped:{row.edition.id}:{row.day.isoformat()}", row.sort


@index("mapdays", kind="article", counted=True)
def days(row: ArticleRow) -> Iterable[tuple[str, int]]:
    """Count articles by day, for the index of the sitemaps; sort: the day's ordinal."""
    yield f"mapdays:{row.edition.id}", row.day.toordinal()
