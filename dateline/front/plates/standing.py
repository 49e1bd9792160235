"""Press the pages that stand: imprint and the like, corrections, and what is missing."""

from collections.abc import Iterable
from typing import Any

from dateline.front import addresses
from dateline.front.plates import bodies, names
from dateline.front.plates.article import correction
from dateline.front.plates.frame import GoneForGood, argument_ids, chrome, frame, read_known
from dateline.front.plates.latest import latest_rows
from dateline.front.reads.editions import EditionRow
from dateline.front.reads.standing import StandingRow
from dateline.front.records import (
    CorrectionLine,
    CorrectionsView,
    Edition,
    Link,
    Missing,
    StandingPage,
)
from dateline.press import Page, Reader, Sheet, plate

MOST_CORRECTIONS = 500


@plate("standing", importance=3, kind="standing")
class StandingPlate(GoneForGood):
    """The plate of an edition's imprint, contact, about, ethics and access."""

    def sheets(self, row: StandingRow) -> Iterable[Sheet]:
        """Give the page its address."""
        address = addresses.standing(row.edition, row.purpose)
        yield Sheet(address, f"{row.edition_id}:{row.id}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put the page together."""
        edition_id, page_id = argument_ids(arg)
        edition = frame(read, edition_id)
        row = read.get("standing", page_id, "page")
        if edition is None or row is None:
            return None
        view = StandingPage(
            key=row.purpose,
            title=row.title,
            blocks=bodies.body(bodies.BodyPlace(read, edition), row.body.blocks),
            changed=row.changed,
        )
        around = chrome(edition, addresses.standing(edition.code, row.purpose))
        return Page("standing.html", chrome=around, page=view)


@plate("corrections", importance=3, kind="edition")
class CorrectionsPlate:
    """The plate of all corrections of an edition, newest first."""

    def sheets(self, row: EditionRow) -> Iterable[Sheet]:
        """Give an edition its page of corrections."""
        yield Sheet(addresses.standing(row.key.code, "corrections"), f"{row.key.id}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put the page together."""
        (edition_id,) = argument_ids(arg)
        edition = frame(read, edition_id)
        if edition is None:
            return None
        notes = read.window(f"corrections:{edition_id}", MOST_CORRECTIONS, "note", edition.language)
        targets = _targets(read, edition, notes)
        view = CorrectionsView(
            tuple(
                CorrectionLine(correction(note), targets[note.target_kind, note.target_id])
                for note in notes
                if (note.target_kind, note.target_id) in targets
            )
        )
        around = chrome(edition, edition.corrections)
        return Page("corrections.html", chrome=around, corrections=view)


def _targets(read: Reader, edition: Edition, notes: Iterable[Any]) -> dict[tuple[str, int], Link]:
    """Return what corrections mend: articles, and the stories that hold entries."""
    ids: dict[str, list[int]] = {"article": [], "entry": []}
    for note in notes:
        ids[note.target_kind].append(note.target_id)
    found = {
        ("article", pk): Link(one.headline, one.address)
        for pk, one in read_known(read, "article", ids["article"], "line").items()
    }
    for pk, told in read_known(read, "entry", ids["entry"], "stories").items():
        links = (names.story(read, edition, story_id) for story_id in told.stories)
        link = next((one for one in links if one), None)
        if link:
            found["entry", pk] = link
    return found


@plate("missing", importance=2, kind="edition")
class MissingPlate:
    """The plate of the page for addresses that do not exist."""

    def sheets(self, row: EditionRow) -> Iterable[Sheet]:
        """Give an edition its page; the default one's serves outside all editions too."""
        yield Sheet(addresses.missing(row.key.code), f"{row.key.id}")
        if row.own.default:
            yield Sheet(addresses.ROOT_MISSING, f"{row.key.id}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put the page together: one sentence and the latest lines."""
        (edition_id,) = argument_ids(arg)
        edition = frame(read, edition_id)
        if edition is None:
            return None
        missing = Missing(latest_rows(read, edition_id))
        around = chrome(edition, "", noindex=True)
        return Page("missing.html", chrome=around, missing=missing)
