"""Make and publish the article of a draft."""

from __future__ import annotations

from html import escape
from typing import Any

from django.core.exceptions import ValidationError

from dateline.lib.text import shorten
from dateline.stories import actions as stories
from dateline.stories.choices import EDITORIAL
from dateline.stories.models import Article, ArticleStory, ArticleTag, Story

from . import names
from .bodies import body
from .case import Case, UnfitForPublication
from .times import moment, stamp

LONGEST_STANDFIRST = 500


def file_article(case: Case, *, headline: str, story: Story | None) -> Article:
    """Publish the article; first published when the page says, else now.

    Raises UnfitForPublication, naming the field, where a rule of the house forbids it.
    """
    article = Article(
        edition=case.edition,
        headline=shorten(headline, 200),
        section=names.section(case),
        labels=_labels(case),
        document=case.draft.document,
    )
    _provenance(case, article)
    _dates(case, article)
    lead = case.value("lead")
    blocks = body(case, story=story, speaker=article.speaker, role=article.speaker_role)
    if len(lead) > LONGEST_STANDFIRST:
        blocks.insert(0, ("paragraph", f"<p>{escape(lead, quote=False)}</p>"))
        lead = ""
    article.standfirst, article.body = lead, blocks
    article.tag_links = _tags(case)
    if story:
        article.story_links = [ArticleStory(story=story, is_primary=True)]
    try:
        made = stories.publish(article, by=case.by, at=case.at)
    except ValidationError as why:
        raise UnfitForPublication("; ".join(why.messages)) from why
    for kind in ("headline", "published", "lead", "label", "provenance"):
        for suggestion in case.all(kind)[:1]:
            suggestion.made = made.uid
    return made


def _labels(case: Case) -> list[str]:
    """Return the label that editors set; the page's "updated" is no label of ours."""
    found = next(iter(case.all("label")), None)
    if found is None:
        return []
    case.use(found)
    code = found.payload.get("code", "")
    return [code] if code in dict(EDITORIAL) else []


def _dates(case: Case, article: Article) -> None:
    found = next(iter(case.all("published")), None)
    if found is None:
        return
    case.use(found)
    edtf = str(found.payload.get("edtf", ""))
    at = moment(edtf, case.edition)
    if at:
        article.published_at = min(at, case.at)
        article.source_when = stamp(edtf, case.edition)


def _provenance(case: Case, article: Article) -> None:
    """Say who is speaking, as what, with whom, in which programme, on which outlet."""
    found = next(iter(case.all("provenance")), None)
    if found is None:
        return
    case.use(found)
    said: Any = {part: case.words(found.payload.get(part)) for part in PARTS}
    language = case.language
    if said["speaker"]:
        about = said["description"]
        article.speaker = names.agent(
            said["speaker"], kind="person", language=language, about=about
        )
        article.speaker_role = names.role(about, language)[:160]
    if said["interviewer"]:
        article.host = names.agent(said["interviewer"], kind="person", language=language)
    if said["outlet"]:
        article.outlet = names.agent(said["outlet"], kind="outlet", language=language)
    if said["programme"]:
        article.programme = names.programme(
            said["programme"], outlet=article.outlet, host=article.host, language=language
        )


PARTS = ("speaker", "description", "interviewer", "programme", "outlet")


def _tags(case: Case) -> list[ArticleTag]:
    links: dict[int, ArticleTag] = {}
    for position, suggestion in enumerate(case.all("tag")):
        tag = names.tag(str(suggestion.payload["value"]), language=case.language)
        case.use(suggestion, tag.uid)
        links.setdefault(tag.pk, ArticleTag(tag=tag, position=position))
    return list(links.values())
