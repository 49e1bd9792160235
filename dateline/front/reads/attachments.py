"""Read attachments: what is known of a document, and the public copy that readers take."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.conf import settings

from dateline.front.reads.wording import Words, chosen_wording, frozen_texts
from dateline.lib.multilingual import Wording
from dateline.media.models import Attachment
from dateline.press import facet, rows

COLUMNS = (
    *("pk", "title", "heading", "file", "file_size"),
    *("issuer_id", "dated", "pages", "language", "copy__size", "copy__name"),
)


class AttachmentRow(NamedTuple):
    """A document; name: of its public copy, "" while it has none. size: bytes."""

    id: int
    title: str
    heading: Words
    type: str
    size: int
    issuer_id: int | None
    dated: date | None
    pages: int
    language: str
    name: str


class AttachmentShown(NamedTuple):
    """A document in one language; title_language: of the title where it is another."""

    title: str
    title_language: str
    type: str
    size: int
    issuer_id: int | None
    dated: date | None
    pages: int
    language: str
    address: str


def attachment_ids() -> Iterable[int]:
    """List the ids of all public attachments that have a public copy."""
    return Attachment.objects.public().filter(copy__isnull=False).values_list("pk", flat=True)


@rows("attachment", ids=attachment_ids)
def load(ids: Sequence[int]) -> dict[int, AttachmentRow]:
    """Load public attachments with their public copies."""
    found = Attachment.objects.public().filter(pk__in=ids).order_by()
    made = {}
    for pk, title, heading, file, size, *rest, copied, name in found.values_list(*COLUMNS):
        ending = file.rpartition(".")[2].upper()
        issuer, dated, pages, language = rest
        known = (issuer, dated, pages or 0, language, name or "")
        made[pk] = AttachmentRow(
            pk, title, frozen_texts(heading), ending, copied or size or 0, *known
        )
    return made


@facet("attachment", "shown", version=2, lingual=True)
def attachment_shown(row: AttachmentRow, lang: str) -> AttachmentShown:
    """Return a document with its title in one language, or the original, or its own."""
    title = _title(row, lang)
    address = f"{settings.MEDIA_URL}{row.name}" if row.name else ""
    return AttachmentShown(
        title.text,
        title.language,
        row.type,
        row.size,
        row.issuer_id,
        row.dated,
        row.pages,
        row.language,
        address,
    )


def _title(row: AttachmentRow, lang: str) -> Wording:
    """Return the title in a language where there is one, be it the document's own."""
    heading = chosen_wording(row.heading, lang)
    if heading and not (heading.language and row.language == lang):
        return heading
    return Wording(row.title, "" if row.language == lang else row.language)
