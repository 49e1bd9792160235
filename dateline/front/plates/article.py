"""Press articles, and the note that stands where one was withdrawn."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from dateline.blocks.picture import PictureBlock
from dateline.front.plates import bodies, names
from dateline.front.plates.frame import (
    argument_ids,
    chrome,
    frame,
    gone_page,
    rail,
    read_known,
    versions,
)
from dateline.front.reads.articles import ArticleRow
from dateline.front.records import (
    AGE_STEPS,
    Age,
    Alternate,
    ArticleView,
    Behind,
    Byline,
    Correction,
    Edition,
    Link,
    Provenance,
    Speaker,
    Withdrawn,
)
from dateline.lib.multilingual import Wording
from dateline.press import Page, Reader, Sheet, plate

MORE = 5
YEAR = timedelta(days=365)
OLDEST = 100
GRAVE = "retraction"


@plate("article", importance=3, kind="article")
class ArticlePlate:
    """The plate of an article; the latest news beside the text is a linked slot."""

    def sheets(self, row: ArticleRow) -> Iterable[Sheet]:
        """Give an article its address."""
        yield Sheet(row.address, f"{row.edition.id}:{row.id}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put the article together; None while readers may not see it."""
        edition_id, article_id = argument_ids(arg)
        edition = frame(read, edition_id)
        head = read.get("article", article_id, "head")
        if edition is None or head is None:
            return None
        sisters = versions(read, head.around.versions)
        view = article_view(read, edition, head)
        view = replace(view, behind=_behind(read, head, sisters))
        around = chrome(
            edition,
            head.address,
            current=view.section.address if view.section else "",
            alternates=sisters,
            image=_preview_image(view),
        )
        return Page("article.html", chrome=around, article=view, rail=rail(read, edition))

    def gone(self, read: Reader, arg: str) -> Page | None:
        """Say that the article was withdrawn, when and why."""
        edition_id, article_id = argument_ids(arg)
        edition = frame(read, edition_id)
        note = read.get("withdrawal", article_id, "note")
        if edition is None:
            return None
        return gone_page(edition, Withdrawn(note.at, note.note) if note else None)


def article_view(read: Reader, edition: Edition, head: ArticleRow) -> ArticleView:
    """Return an article with all that its page shows."""
    body = read.get("article", head.id, "body")
    story_id = next((pk for pk, primary in head.around.stories if primary), None)
    place = bodies.BodyPlace(read, edition, head.day)
    text, backgrounds = bodies.without_last_chronologies(
        bodies.body(place, body.blocks if body else ())
    )
    corrections = _corrections(read, head)
    return ArticleView(
        id=head.id,
        uid=head.uid,
        address=head.address,
        headline=head.headline,
        published=head.published_at,
        standfirst=head.standfirst,
        kicker=head.kicker,
        labels=head.all_labels,
        section=names.section(read, edition, head.section_id),
        story=names.story(read, edition, story_id),
        place=head.place,
        updated=head.changed_at,
        updated_reason=head.around.reason if head.changed_at else "",
        age=_age(read, head),
        provenance=_provenance(read, edition, head),
        bylines=_bylines(read, edition, head),
        blocks=_with_lead_picture(read, edition, head, text),
        corrections=corrections,
        backgrounds=backgrounds,
        more=_more(read, head, story_id),
        related=names.plain_cards(read, head.around.related),
        tags=names.tags(read, edition, head.around.tags),
        kind=_kind(head),
    )


class FeedText(NamedTuple):
    """The text that a feed gives of an article beside its head."""

    blocks: tuple[Any, ...]
    bylines: tuple[Byline, ...]
    tags: tuple[Link, ...]
    corrections: tuple[Correction, ...]


def feed_text(read: Reader, edition: Edition, head: ArticleRow) -> FeedText:
    """Return an article's text for a feed, which links to chronologies."""
    body = read.get("article", head.id, "body")
    place = bodies.BodyPlace(read, edition, is_feed=True)
    text = bodies.body(place, body.blocks if body else ())
    return FeedText(
        _with_lead_picture(read, edition, head, text),
        _bylines(read, edition, head),
        names.tags(read, edition, head.around.tags),
        _corrections(read, head),
    )


def _with_lead_picture(
    read: Reader, edition: Edition, head: ArticleRow, text: tuple[Any, ...]
) -> tuple[Any, ...]:
    """Put the lead picture on top of the text; a picture on top is loaded at once."""
    picture = (
        read.get("picture", head.lead_picture_id, "shown", edition.language)
        if head.lead_picture_id
        else None
    )
    if picture:
        return (PictureBlock(picture, lead=True), *text)
    if text and isinstance(text[0], PictureBlock):
        return (replace(text[0], lead=True), *text[1:])
    return text


def _kind(head: ArticleRow) -> str:
    """Return schema.org's kind of an article, by its labels."""
    return next((one for one in ("opinion", "analysis") if one in head.labels), "report")


def _age(read: Reader, head: ArticleRow) -> Age | None:
    """Return the age notice; the page is pressed again when the next step comes."""
    if head.lasting:
        return None
    found: Age | None = None
    for step, length in AGE_STEPS:
        if read.until(head.published_at + length):
            return found
        found = Age(step)
    for years in range(2, OLDEST):
        if read.until(head.published_at + years * YEAR):
            break
        found = Age("years", years)
    return found


def _provenance(read: Reader, edition: Edition, head: ArticleRow) -> Provenance:
    """Say where the words come from."""
    ids = [one for one in (head.speaker_id, head.host_id, head.outlet_id) if one]
    links = names.agents(read, edition, ids)
    speaker = links.get(head.speaker_id or 0)
    host = links.get(head.host_id or 0)
    return Provenance(
        speakers=(Speaker(speaker.text, speaker.address, head.speaker_role),) if speaker else (),
        programme=names.programme(read, edition, head.programme_id),
        hosts=(host,) if host else (),
        outlet=links.get(head.outlet_id or 0),
        aired=head.aired_on,
    )


def _bylines(read: Reader, edition: Edition, head: ArticleRow) -> tuple[Byline, ...]:
    """Name the authors."""
    links = names.agents(read, edition, [pk for pk, _role in head.around.bylines])
    return tuple(
        Byline(links[pk].text, links[pk].address)
        for pk, role in head.around.bylines
        if pk in links and role == "author"
    )


def _corrections(read: Reader, head: ArticleRow) -> tuple[Correction, ...]:
    """Return the corrections of an article, oldest first."""
    notes = read_known(
        read, "correction", head.around.corrections, "note", head.edition.language
    ).values()
    return tuple(correction(note) for note in notes)


def correction(note: Any) -> Correction:
    """Return one correction: what was wrong, what is right, and why."""
    return Correction(
        kind=note.kind,
        at=note.at,
        text=Wording() if note.was else note.now,
        was=note.was,
        now=note.now if note.was else Wording(),
        reason=note.reason,
        grave=note.kind == GRAVE,
    )


def _more(read: Reader, head: ArticleRow, story_id: int | None) -> tuple[Any, ...]:
    """Return other articles of the primary story, newest first."""
    if story_id is None:
        return ()
    ids = read.window(f"story:{head.edition.id}:{story_id}", MORE + 1)
    return names.plain_cards(read, [pk for pk in ids if pk != head.id][:MORE])


def _behind(read: Reader, head: ArticleRow, sisters: tuple[Alternate, ...]) -> Behind | None:
    """Point to the version that changed after this one."""
    if head.behind_since is None:
        return None
    ids = [pk for pk in head.around.versions if pk != head.id]
    others = read_known(read, "article", ids, "map")
    newest = max(others.values(), key=_changed, default=None)
    if newest is None or newest.changed is None:
        return None
    found = [one for one in sisters if one.address == newest.address]
    return Behind(found[0].locale, newest.address) if found else None


def _changed(one: Any) -> datetime:
    """Return when a version changed, long ago where it never did."""
    return one.changed or datetime.min.replace(tzinfo=UTC)


def _preview_image(view: ArticleView) -> Any:
    """Return the picture for link previews: the first one of the article."""
    for block in view.blocks:
        if isinstance(block, PictureBlock) and block.picture.fallback:
            return replace(block.picture.fallback, alt=block.picture.alt)
    return None
