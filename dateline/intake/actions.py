"""What the import desk does: keep a source, draft it, publish the draft."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction

from dateline.agents.models import Agent
from dateline.staff.actions import log
from dateline.staff.models import Edition, User
from dateline.stories.models import Article, Story
from dateline.wire.models import SourceDocument

from . import reading
from .choices import DraftStatus
from .filing.articles import file_article
from .filing.case import Case, UnfitForPublication
from .filing.chronicles import file_chronology
from .filing.lines import file_lines
from .models import ImportDraft, Suggestion
from .reading.packs import packs
from .reading.suggestions import offers

RENDERER = f"dateline-reading/{reading.VERSION}"
__all__ = [
    "AlreadyImported",
    "Imported",
    "UnfitForPublication",
    "discard_draft",
    "file_draft",
    "import_page",
    "keep_source",
    "publish_import",
]


class AlreadyImported(UnfitForPublication):
    """A draft that has been published before."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import. known: the very same bytes had been imported before."""

    document: SourceDocument
    draft: ImportDraft
    article: Article | None = None
    story: Story | None = None
    entries: int = 0
    bulletins: int = 0
    known: bool = False

    def __str__(self) -> str:
        if self.known:
            return self._before()
        if self.article is None:
            count = self.draft.suggestions.count()
            return f"kept “{self.document}”: a draft with {count} suggestions waits at the desk"
        counted = f"{self.entries} chronology entries, {self.bulletins} newsfeed items"
        return f"published “{self.article}”: {counted}"

    def _before(self) -> str:
        day = self.document.fetched_at.date().isoformat()
        if self.article:
            return f"imported before, on {day}: “{self.article}” is published; nothing was done"
        return f"imported before, on {day}: its draft waits at the desk; nothing was done"


@transaction.atomic
def keep_source(
    found: reading.Draft, *, body: bytes, by: User | None, at: datetime
) -> SourceDocument:
    """Keep a source for good, with its bytes in the private store; the same bytes once."""
    source = found.source
    known = SourceDocument.objects.filter(sha256=source.sha256).first()
    if known:
        return known
    ending = "html" if source.media_type == "text/html" else "txt"
    title = found.headline.value if found.headline else source.title or source.name
    document = SourceDocument(
        url=source.url[:1000] if source.url.startswith(("http://", "https://")) else "",
        outlet=_outlet(found),
        title=title[:300],
        published=found.published.edtf[:10] if found.published else "",
        fetched_at=at,
        media_type=source.media_type,
        language=found.language[:12],
        text=source.text,
        sha256=source.sha256,
        renderer=RENDERER,
    )
    document.raw.save(f"{source.sha256}.{ending}", ContentFile(body), save=False)
    with ExitStack() as undo:
        undo.callback(document.raw.storage.delete, str(document.raw.name))
        document.save()
        log("keep", document, by=by, at=at)
        undo.pop_all()
    return document


def _outlet(found: reading.Draft) -> Agent | None:
    """Return the outlet that a page says it belongs to, where it is on record."""
    return Agent.objects.named(found.site_name.value) if found.site_name else None


@transaction.atomic
def file_draft(
    document: SourceDocument, found: reading.Draft, *, by: User | None, at: datetime
) -> ImportDraft:
    """File what the rules found as suggestions, each pointing at its characters."""
    made = ImportDraft.objects.create(document=document, by=by, at=at)
    Suggestion.objects.bulk_create(
        Suggestion(
            draft=made,
            kind=offer.kind,
            payload=offer.payload,
            start=offer.start,
            end=offer.end,
            rule=offer.rule,
            rule_version=offer.version,
            strength=offer.strength,
        )
        for offer in offers(found)
    )
    return made


@transaction.atomic
def publish_import(
    made: ImportDraft, *, edition: Edition, by: User | None, at: datetime
) -> Imported:
    """Publish a draft: chronology, article, newsfeed lines, in one transaction.

    Suggestions that an editor rejected stay out. Raises UnfitForPublication or
    AlreadyImported, and saves nothing then.
    """
    made = ImportDraft.objects.select_for_update().get(pk=made.pk)
    if made.status != DraftStatus.OPEN:
        raise AlreadyImported(f"this draft is {made.get_status_display().lower()}, not open")
    case = Case.open(made, edition=edition, by=by, at=at)
    _refuse_foreign(made.document, edition)
    headline = case.value("headline")
    if not headline:
        raise UnfitForPublication("the page has no headline; give the draft one at the desk")
    title = _story_title(case) or headline
    story, entries = file_chronology(case, title=title)
    article = file_article(case, headline=headline, story=story)
    bulletins = file_lines(case)
    case.close()
    made.status, made.article = DraftStatus.APPLIED, article
    made.save(update_fields=["status", "article"])
    log("import", article, by=by, at=at, detail={"sha256": made.document.sha256})
    return Imported(made.document, made, article, story, entries, bulletins)


def _refuse_foreign(document: SourceDocument, edition: Edition) -> None:
    """Refuse a page in a language the desk knows to be another edition's."""
    language = document.language.partition("-")[0]
    if language in packs() and language != edition.language:
        raise UnfitForPublication(
            f"the page is in “{language}”, the edition “{edition.code}” in “{edition.language}”: "
            "choose another edition"
        )


def _story_title(case: Case) -> str:
    """Return the subheading that stands nearest before the chronology."""
    first = next((one for one in case.all("entry") if one.payload.get("chronology")), None)
    before = [one for one in case.all("subheading") if first and one.end <= first.start]
    return " ".join(case.text[before[-1].start : before[-1].end].split()) if before else ""


@transaction.atomic
def discard_draft(made: ImportDraft, *, by: User | None, at: datetime, why: str = "") -> None:
    """Put an open draft aside; its document and suggestions stay."""
    if made.status != DraftStatus.OPEN:
        raise AlreadyImported(f"this draft is {made.get_status_display().lower()}, not open")
    made.status = DraftStatus.DISCARDED
    made.save(update_fields=["status"])
    log("discard", made, by=by, at=at, why=why)


def import_page(
    body: bytes,
    *,
    name: str,
    edition: str,
    publish: bool,
    at: datetime,
    by: User | None = None,
) -> Imported:
    """Read, keep and draft a page, and publish it if told to: all of it or nothing.

    edition: its code. Raises UnreadableSource or UnfitForPublication, each one line.
    """
    found = reading.read(body, name=name)
    home = Edition.objects.filter(code=edition, active=True).first()
    if home is None:
        codes = ", ".join(Edition.objects.filter(active=True).values_list("code", flat=True))
        raise UnfitForPublication(f"there is no edition “{edition}”: one of {codes or 'none yet'}")
    with ExitStack() as undo, transaction.atomic():
        known = SourceDocument.objects.filter(sha256=found.source.sha256).first()
        document = known or keep_source(found, body=body, by=by, at=at)
        if known is None:
            undo.callback(document.raw.storage.delete, str(document.raw.name))
        done = _continue(document, found, home, (publish, by, at))
        undo.pop_all()
    return done


def _continue(
    document: SourceDocument,
    found: reading.Draft,
    home: Edition,
    wish: tuple[bool, User | None, datetime],
) -> Imported:
    """Go on from where an earlier import of the same bytes stopped."""
    publish, by, at = wish
    drafts = document.import_drafts.exclude(status=DraftStatus.DISCARDED)
    applied = drafts.filter(status=DraftStatus.APPLIED, article__edition=home).first()
    if applied:
        return Imported(document, applied, applied.article, known=True)
    waiting = drafts.filter(status=DraftStatus.OPEN).first()
    if waiting and not publish:
        return Imported(document, waiting, known=True)
    made = waiting or file_draft(document, found, by=by, at=at)
    if not publish:
        return Imported(document, made)
    return publish_import(made, edition=home, by=by, at=at)
