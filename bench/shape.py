"""Say how a synthetic newsroom is built: every number of it follows from an article's number."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

A_DAY = 200
SECTIONS = 8
AUTHORS = 60
A_STORY = 25  # articles from the beginning of one story to that of the next
A_GREAT_STORY = 1000
GREAT = 40  # every so many stories one is great
ENTRIES, GREAT_ENTRIES = 8, 68
LAST = datetime(2026, 11, 1, 12, tzinfo=UTC)
"""When the newest article was published."""
SOURCE = 0


@dataclass(frozen=True)
class Shape:
    """A newsroom of so many articles, two hundred a day, the newest number size - 1.

    Numbers begin at 0 and keys in the database are numbers + 1, so that each part can be made
    without asking what was made before.
    """

    size: int

    @property
    def stories(self) -> int:
        """Return how many running stories there are."""
        return (self.size - 1) // A_STORY + 1

    @property
    def agents(self) -> int:
        """Return how many agents there are, authors first."""
        return 260 + self.size // 100

    @property
    def tags(self) -> int:
        """Return how many tags there are."""
        return 200 + self.size // 1000

    def at(self, number: int) -> datetime:
        """Return when an article is first published."""
        return LAST - (self.size - 1 - number) * timedelta(days=1) / A_DAY

    def story_of(self, number: int, chance: Random) -> int | None:
        """Return the story of an article: one of the last twenty, or the great one, or none."""
        luck = chance.random()
        if luck < 0.3:
            return None
        if luck < 0.4:
            return number // A_GREAT_STORY * GREAT
        return max(0, number // A_STORY - int(chance.random() * 20))

    def entries_of(self, story: int) -> range:
        """Return the numbers of a story's entries."""
        greats = -(-story // GREAT)
        first = story * ENTRIES + greats * (GREAT_ENTRIES - ENTRIES)
        return range(first, first + (ENTRIES if story % GREAT else GREAT_ENTRIES))

    def agent(self, chance: Random) -> int:
        """Return somebody who is not an author: few are named often, most seldom."""
        return AUTHORS + int((self.agents - AUTHORS) * chance.random() ** 3)

    def source(self, story: int, chance: Random) -> int:
        """Return one of the few sources of a story, seldom somebody else."""
        if chance.random() < 0.05:
            return self.agent(chance)
        few = 4 if story % GREAT else 12
        return self.agent(chance_of(SOURCE, story * 16 + int(few * chance.random())))

    def tag(self, chance: Random) -> int:
        """Return a tag; few are used often."""
        return int(self.tags * chance.random() ** 3)


def chance_of(kind: int, number: int) -> Random:
    """Return the luck of one record, the same whenever it is made."""
    return Random(number * 16 + kind)  # noqa: S311 - invented text, no secret
