"""Write the demo's documents: small PDF files of plain pages, the same bytes at every filling."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.core.files.base import ContentFile

from dateline.agents.models import Agent
from dateline.media.models import Attachment

from .calendar import Calendar

LEADING, TOP, LEFT = 16, 780, 70
FONTS = b"<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >>"


def make_documents(
    content: dict[str, Any], people: dict[str, Agent], calendar: Calendar
) -> dict[str, int]:
    """Make the documents and return their keys by name."""
    return {
        name: _document(name, entry, people, calendar)
        for name, entry in content["document"].items()
    }


def _document(
    name: str, entry: dict[str, Any], people: dict[str, Agent], calendar: Calendar
) -> int:
    day = calendar.day(entry["day"])
    pages = [[calendar.words(line, "en") for line in page] for page in entry["page"]]
    document = Attachment(
        uid=uuid5(NAMESPACE_URL, f"dateline-demo:document:{name}"),
        title=entry["title"],
        heading=entry["heading"],
        issuer=people[entry["issuer"]],
        dated=day,
        pages=len(pages),
        language=entry["language"],
        file=ContentFile(write_pdf(pages, entry["title"], day), name=f"{name}.pdf"),
    )
    document.save()
    return document.pk


def write_pdf(pages: list[list[str]], title: str, day: date) -> bytes:
    """Return a PDF file of pages of lines, in letters that Latin-1 has."""
    first = 3
    kids = [first + 2 * number for number in range(len(pages))]
    refs = " ".join(f"{kid} 0 R" for kid in kids)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{refs}] /Count {len(kids)} >>".encode(),
    ]
    for kid, lines in zip(kids, pages, strict=True):
        objects += [_page(kid + 1), _stream(lines)]
    objects.append(f"<< /Title ({_escaped(title)}) /CreationDate (D:{day:%Y%m%d}) >>".encode())
    return _file(objects)


def _page(content: int) -> bytes:
    return (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font "
        + FONTS
        + f" >> /Contents {content} 0 R >>".encode()
    )


def _stream(lines: list[str]) -> bytes:
    """Return the drawing of one page: its lines one below the other."""
    shown = "".join(f"({_escaped(line)}) Tj T*\n" for line in lines)
    text = f"BT /F1 12 Tf {LEADING} TL {LEFT} {TOP} Td\n{shown}ET".encode("latin-1")
    return b"<< /Length %d >>\nstream\n" % len(text) + text + b"\nendstream"


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(objects: list[bytes]) -> bytes:
    """Return the file of numbered objects, with the table of where each begins."""
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (size, len(objects))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)
