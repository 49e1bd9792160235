"""Ways in which documents change: another title, another file, deletion, a hold, a takedown."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from dateline.media.models import Attachment
from dateline.stories import actions
from tests import cast


def _file(text, name="budget.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.4 " + text.encode(), content_type="application/pdf")


def _shown(town, *articles):
    """Return a document that articles of the town show."""
    document = Attachment(title="Budget", file=_file("first"), heading={"en": "The budget"})
    document.pages, document.language, document.issuer_id = 2, "uk", town.board
    document.save()
    for name in articles or ("column",):
        article = town.article(name)
        article.body = [*article.body.get_prep_value(), {"type": "document", "value": document.pk}]
        actions.publish(article, by=None, at=cast.NOON)
    return document


def _sent(desk, document, **changes):
    """Send the library's own form of a document."""
    fields = {"title": document.title, "collection": document.collection_id, "tags": ""}
    fields |= {"heading_en": "The budget", "heading_uk": "", "issuer": document.issuer_id}
    fields |= {"dated": "", "pages": "2", "language": "uk"}
    page = desk.post(f"/newsroom/documents/edit/{document.pk}/", fields | changes)
    assert page.status_code == 302, page.context["form"].errors


def another_title(town, desk):
    """Give a document another title for readers and a date."""
    document = _shown(town)
    yield
    _sent(desk, document, heading_en="The budget as passed", dated="2026-02-01")


def another_document(town, desk):
    """Put another file in a document's place."""
    document = _shown(town)
    yield
    _sent(desk, document, file=_file("second", "budget-2.pdf"))


def delete_a_document(town, desk):
    """Delete a document that an article shows."""
    document = _shown(town)
    yield
    document.delete()


def delete_documents_in_the_library(town, desk):
    """Delete a document from the library's listing, where Wagtail deletes by query."""
    document = _shown(town)
    yield
    page = desk.post(f"/newsroom/bulk/media/attachment/delete/?id={document.pk}")
    assert page.status_code == 302


def hold_a_document(town, desk):
    """Hold a document back."""
    document = _shown(town)
    yield
    actions.hold(document, kind="legal", reason="A letter.", by=desk.user, at=cast.NOON)


def unpublish_what_shows_a_document(town, desk):
    """Take the one article that shows a document off the site: its public copy goes too."""
    _shown(town)
    yield
    actions.unpublish(town.article("column"), by=desk.user, at=cast.NOON)
