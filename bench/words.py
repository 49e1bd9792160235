"""Write invented news: sentences out of a fixed list of words, the same for the same number."""

from functools import cache
from random import Random

NOUNS = (
    "harbour quay council ferry bridge court market school river clinic union harvest museum "
    "stadium budget tram depot archive station garden tower factory library orchestra committee "
    "reservoir lighthouse bakery warehouse workshop canal festival minister mayor captain teacher "
    "engineer farmer judge nurse driver baker painter lawyer gardener printer sailor"
).split()
VERBS = (
    "opened closed repaired promised delayed approved refused reported counted welcomed "
    "questioned described planned sold bought moved measured announced defended postponed"
).split()
MORE = (
    "early late quiet crowded northern southern eastern western new old public private small "
    "large costly careful sudden steady local annual second third final narrow"
).split()
TAILS = (
    "after a long meeting|before the winter|in front of a full hall|without giving a reason|"
    "for the third year|as residents had asked|despite the rain|on the eve of the vote|"
    "according to the minutes|in spite of the cost|under the old rules|at the request of the court"
).split("|")
NAMES = (
    "Ada Bo Cleo Dan Eva Finn Gus Hana Ivo Jude Kai Lena Milo Nora Otto Pia Quin Rita Sven Tara "
    "Udo Vera Wim Xena Yann Zoe"
).split()
SURNAMES = (
    "Ash Berg Cole Dale Elm Ford Grove Hart Isle Jarl Kern Lund Marsh North Oake Penn Quay Reed "
    "Stone Thorn Umber Vale Wood Yard"
).split()
POOL = 4000


@cache
def sentences() -> tuple[str, ...]:
    """Return the sentences that every text is put together from."""
    chance = Random(2026)  # noqa: S311 - invented text, no secret
    return tuple(_sentence(chance) for _number in range(POOL))


def _sentence(chance: Random) -> str:
    pick = chance.choice
    text = f"The {pick(MORE)} {pick(NOUNS)} {pick(VERBS)} the {pick(NOUNS)} {pick(TAILS)}"
    if chance.random() < 0.4:
        text += f", and the {pick(NOUNS)} {pick(VERBS)} a {pick(MORE)} {pick(NOUNS)}"
    return f"{text}."


def passage(chance: Random, least: int, most: int) -> str:
    """Return some sentences."""
    count = least + int(chance.random() * (most - least + 1))
    return " ".join(chance.choices(sentences(), k=count))


def headline(chance: Random) -> str:
    """Return a headline of seven or eight words."""
    pick = chance.choice
    return (
        f"{pick(MORE).title()} {pick(NOUNS)} {pick(VERBS)} {pick(MORE)} {pick(NOUNS)} {pick(TAILS)}"
    )


def person(number: int) -> str:
    """Return the name of a person that nobody else of this newsroom has."""
    first, rest = number % len(NAMES), number // len(NAMES)
    name = f"{NAMES[first]} {SURNAMES[rest % len(SURNAMES)]}"
    again = rest // len(SURNAMES)
    return f"{name} {roman(again)}" if again else name


def roman(number: int) -> str:
    """Return a number as people of one name are told apart: 2 is III, from 0."""
    out, left = "", number + 1
    for value, sign in ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X")):
        out, left = out + sign * (left // value), left % value
    for value, sign in ((9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        out, left = out + sign * (left // value), left % value
    return out
