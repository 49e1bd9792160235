"""A document that readers may take with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block
from wagtail.documents.blocks import DocumentChooserBlock

from dateline.blocks.kind import Kind, Lookup, Named, SamplePlace


@dataclass(frozen=True, slots=True)
class Document:
    """A document that readers may take; address: of its public file, "" in a preview.

    title_language: BCP 47 of the title where it is not the page's. type: of the file, in capital
    letters ("PDF"). size: bytes. issuer: who made it, issuer_address: its page, "" for none.
    dated: its own date. pages: 0 where nobody counted. language: BCP 47 of the document.
    """

    title: str
    address: str
    title_language: str = ""
    type: str = ""
    size: int = 0
    pages: int = 0
    issuer: str = ""
    issuer_address: str = ""
    dated: date | None = None
    language: str = ""
    kind: str = field(default="document", init=False)


class DocumentRef(NamedTuple):
    """A document by id."""

    kind: str
    document_id: int


class DocumentKind(Kind):
    """A document: its file, who made it, when, how long it is, in which language."""

    name = "document"
    records = (Document,)

    def definition(self) -> Block:
        return DocumentChooserBlock(label=_("Document"))

    def parse(self, value: Any) -> Iterable[DocumentRef]:
        if value:
            yield DocumentRef(self.name, int(value))

    def named(self, part: DocumentRef) -> Named:
        return Named(documents=(part.document_id,))

    def show(self, part: DocumentRef, lookup: Lookup) -> Iterable[Document]:
        found = lookup.document(part.document_id)
        if found:
            yield found

    def sample(self, place: SamplePlace) -> Any:
        return place.document


KIND = DocumentKind()
