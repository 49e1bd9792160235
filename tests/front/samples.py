"""Invented records for every template, in both languages: `page("article", "uk")`."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from dateline.blocks.background import Background
from dateline.blocks.embed import EmbedCard
from dateline.blocks.fact_box import FactBox
from dateline.blocks.gallery import Gallery
from dateline.blocks.heading import Heading
from dateline.blocks.number import Number
from dateline.blocks.paragraph import Paragraph
from dateline.blocks.picture import PictureBlock
from dateline.blocks.quote import Quote
from dateline.blocks.read_also import ReadAlso
from dateline.blocks.table import Table
from dateline.front import records as r
from dateline.front.render import render
from dateline.press import Page
from tests.front.sample_texts import TEXTS

NOON = datetime(2026, 3, 9, 12, 24, tzinfo=UTC)
BASE = "https://quay.example"
LOCALES = {"en": "en-GB", "uk": "uk-UA"}
NAMES = {"en": "English", "uk": "Українська"}
LABELS = (
    "",
    "exclusive",
    "",
    "updated",
    "opinion",
    "corrected",
    "live",
    "analysis",
    "",
    "interview",
)
KINDS = (
    "home",
    "section",
    "newsfeed",
    "article",
    "bare_article",
    "story",
    "source",
    "person",
    "programme",
    "tag",
    "archive_day",
    "archive_month",
    "archive_year",
    "standing",
    "corrections",
    "feeds",
    "missing",
    "withdrawn",
)


def edition(language="en", **changes):
    here = f"/{language}/"
    text = TEXTS[language]
    made = r.Edition(
        code=language,
        language=language,
        locale=LOCALES[language],
        brand=text["brand"],
        tagline=text["tagline"],
        zone="Europe/Kyiv",
        base=BASE,
        home=here,
        sections=tuple(
            r.Link(name, f"{here}section-{n}/") for n, name in enumerate(text["sections"])
        ),
        languages=alternates(""),
        latest=f"{here}latest/",
        corrections=f"{here}corrections/",
        ethics=f"{here}ethics/",
        feeds=f"{here}feeds/",
        archive=f"{here}2026/",
    )
    return replace(made, **changes)


def alternates(path):
    return tuple(
        r.Alternate(LOCALES[code], code, NAMES[code], f"/{code}/{path}", default=code == "en")
        for code in LOCALES
    )


def chrome(language="en", path="", **changes):
    made = edition(language)
    filled = {
        "address": f"/{language}/{path}",
        "alternates": alternates(path),
        "current": made.sections[0].address,
        "feeds": (r.FeedLink(made.brand, f"/{language}/feed.rss"),),
    }
    return r.Chrome(edition=made, **(filled | changes))


def card(language, n, **changes):
    text = TEXTS[language]["headlines"][n % 12]
    at = NOON - timedelta(minutes=37 * n)
    label = LABELS[n % 10]
    made = r.Card(text, f"/{language}/2026/03/09/piece-{n}/", at, label, label == "opinion")
    return replace(made, **changes)


def rows(language, count, start=0):
    return tuple(
        r.FeedRow(
            time=NOON - timedelta(minutes=23 * n),
            headline=TEXTS[language]["headlines"][n % 12],
            address=f"/{language}/2026/03/09/piece-{n}/" if n % 11 != 7 else None,
            label=LABELS[n % 10],
            key=LABELS[n % 10] == "exclusive",
            opinion=LABELS[n % 10] == "opinion",
            anchor=f"b{n}" if n % 11 == 7 else "",
        )
        for n in range(start, start + count)
    )


def feed_days(language):
    return (
        r.FeedDay(date(2026, 3, 9), rows(language, 18), total=18),
        r.FeedDay(
            date(2026, 3, 8), rows(language, 8, 40), total=21, address=f"/{language}/2026/03/08/"
        ),
    )


def rail(language):
    page = Page(
        "parts/rail.html",
        edition=edition(language),
        days=feed_days(language),
        address=f"/_f/{language}/rail.html",
        version="7",
    )
    from markupsafe import Markup

    return Markup(render(page).decode())


def statement(language, n, **changes):
    """Return the n-th line of a statement; every third comes from somebody who is not named."""
    text = TEXTS[language]
    _mark, key, _html = text["said"][n % 7]
    here = f"/{language}/story/wreck/"
    who = text["sources"][n % 4]
    source = r.StatementSource(who, f"{here}source/who-{n % 4}/", r.Wording(text["side"]))
    if n % 3 == 2:
        why = r.Wording(text["reason"])
        source = r.StatementSource(text["anonymous"], unnamed=True, reason=why)
    status = r.Status(key, f"{here}#v-0a1b2c3d" if key == "differ" else "", r.Wording(text["note"]))
    made = r.StatementView(
        anchor=f"s-{n:08x}",
        address=f"{here}#s-{n:08x}",
        html=text["question"],
        status=status,
        sources=() if key == "unstated" else (source,),
        verb="declines" if key == "declined" else "says",
        via=(r.Link(text["sources"][2], f"/{language}/source/radio/"),) if n % 5 == 4 else (),
        day=date(2026, 3, 3),
    )
    return replace(made, **changes)


def judged(language, key):
    """Return a statement that is denied, or refuted, with who says so and the proof."""
    text = TEXTS[language]
    by = (r.StatementSource(text["anonymous"], unnamed=True),) if key == "denied" else ()
    status = r.Status(key, f"/{language}/story/wreck/#s-1", r.Wording(text["note"]), by)
    return statement(language, 0, anchor=f"s-{key}", status=status)


def entries(language, day, count, start):
    found = []
    for n in range(start, start + count):
        mark, key, html = TEXTS[language]["said"][n % 7]
        lines = (statement(language, n),) if key != "unstated" else ()
        if n % 6 == 1:
            anchors = [f"s-{n:08x}", f"s-d{n:07x}", f"s-r{n:07x}"]
            lines = (
                statement(language, n),
                judged(language, "denied"),
                judged(language, "refuted"),
            )
            lines = tuple(replace(one, anchor=at) for one, at in zip(lines, anchors, strict=True))
        found.append(
            r.EntryView(
                uid=f"{n:08x}-0000",
                anchor=f"e-{n:08x}",
                number=n,
                html=html,
                address=f"/{language}/story/wreck/#e-{n:08x}",
                mark=mark if len(lines) < 2 else "many",
                statements=lines,
                notes=((), ("date_not_stated",), ("since",), (), ())[n % 5],
            )
        )
    return r.ChronologyDay(day, tuple(found), f"d-{day.isoformat()}")


def chronology(language):
    dates = [date(2025, 12, 28), *(date(2026, 2, n) for n in (3, 4, 5, 19)), date(2026, 3, 3)]
    counts = (2, 5, 4, 1, 3, 2)
    starts = (1, 3, 8, 12, 13, 16)
    return tuple(entries(language, d, c, s) for d, c, s in zip(dates, counts, starts, strict=True))


def strip_days(language):
    return tuple(
        r.StripDay(day.date, len(day.entries), f"/{language}/story/wreck/#{day.anchor}")
        for day in chronology(language)
    )


def version_sets(language):
    text = TEXTS[language]
    versions = tuple(statement(language, n) for n in range(4))
    return (
        r.VersionSet(
            r.Wording(text["question"]), "v-0a1b2c3d", versions, r.Wording(text["note"]), open=True
        ),
        r.VersionSet(r.Wording(text["question"]), "v-1b2c3d4e", versions[:2]),
    )


def picture(language):
    text = TEXTS[language]
    files = tuple(
        r.Rendition(f"/media/sonar-{w}.{kind}", w, w * 2 // 3, f"image/{kind}")
        for kind in ("avif", "webp")
        for w in (480, 960)
    )
    fallback = r.Rendition("/media/sonar-960.jpg", 960, 640)
    return r.Picture(fallback, text["caption"], text["caption"], text["credit"], files)


def blocks(language):
    text = TEXTS[language]
    speaker = {"speaker": text["speaker"], "address": f"/{language}/person/brandvold/"}
    return (
        Paragraph(text["paragraph"]),
        Quote(text["quote"], **speaker, role=text["role"]),
        Paragraph("<ul><li>" + "</li><li>".join(text["tags"]) + "</li></ul>", is_list=True),
        Heading(text["heading"]),
        Paragraph(text["paragraph"]),
        Quote(text["quote"], speaker=text["surname"], translated_from="uk"),
        PictureBlock(picture(language)),
        Number(text["number"], text["counted"], text["credit"], as_of=date(2026, 3, 8)),
        FactBox(text["story"], text["facts"]),
        Quote(text["quote"], anonymous=text["anonymous"], reason=text["reason"]),
        Table(
            text["table"][1:],
            text["table"][0],
            text["heading"],
            row_heads=True,
            numeric=(False,) * len(text["table"][0]),
        ),
        EmbedCard(text["headlines"][5], "https://other.example/a", "other.example"),
        ReadAlso(card(language, 4)),
        ReadAlso(card(language, 8)),
        Gallery((picture(language), picture(language))),
        Paragraph(text["paragraph"]),
    )


def background(language):
    days = chronology(language)
    return Background(
        title=TEXTS[language]["story"],
        address=f"/{language}/story/wreck/",
        folded=days[:3],
        days=days[3:],
        entries=17,
        first=days[0].date,
        last=days[-1].date,
        versions=True,
    )


def article(language="en"):
    text = TEXTS[language]
    here = f"/{language}/"
    return r.ArticleView(
        id=41,
        uid="0b7e1c0a-5a43-4c0e-9a59-7d1f0e4f8a10",
        address=f"{here}2026/03/09/channel-41/",
        headline=text["headlines"][0],
        standfirst=text["stand"],
        published=NOON - timedelta(days=3),
        updated=NOON,
        labels=("exclusive",),
        section=r.Link(text["section"], f"{here}section-0/"),
        story=r.Link(text["story"], f"{here}story/wreck/"),
        age=r.Age("quarter"),
        provenance=r.Provenance(
            speakers=(r.Speaker(text["speaker"], f"{here}person/brandvold/", text["role"]),),
            programme=r.Link(text["programme"], f"{here}programme/morning-watch/"),
            hosts=(r.Link(text["host"], f"{here}person/weir/"),),
        ),
        bylines=(r.Byline(text["host"], f"{here}person/weir/"),),
        blocks=blocks(language),
        corrections=(
            r.Correction("error", NOON, *(r.Wording(text[one]) for one in ("fix", "was", "now"))),
        ),
        backgrounds=(background(language),),
        more=(card(language, 1), card(language, 6)),
        related=(card(language, 4),),
        tags=tuple(r.Link(tag, f"{here}tag/t{n}/") for n, tag in enumerate(text["tags"])),
    )


def bare_article(language="en"):
    return r.ArticleView(
        id=42,
        uid="1b7e1c0a-5a43-4c0e-9a59-7d1f0e4f8a10",
        address=f"/{language}/2026/03/09/bare-42/",
        headline=TEXTS[language]["headlines"][2],
        published=NOON,
        blocks=(Paragraph(TEXTS[language]["paragraph"]),),
    )


def story(language="en"):
    text = TEXTS[language]
    days = chronology(language)
    return r.StoryView(
        title=text["story"],
        address=f"/{language}/story/wreck/",
        section=r.Link(text["section"], f"/{language}/section-0/"),
        began=days[0].date,
        last=days[-1].date,
        entries=17,
        silent=days[-1].date,
        strip=strip_days(language),
        versions=version_sets(language),
        days=days,
        articles=(card(language, 0), card(language, 1)),
        quoted=tuple(r.Quoted(name, 3, "#chronology") for name in text["sources"]),
        unnamed=3,
        unstated=2,
        turned=f"/{language}/story/wreck/newest/",
    )


def home(language="en"):
    text = TEXTS[language]
    here = f"/{language}/"
    return r.HomeView(
        day=date(2026, 3, 9),
        lead=card(language, 0, label="updated", standfirst=text["stand"]),
        cluster=rows(language, 5, 1),
        seconds=(card(language, 1), card(language, 2)),
        exclusives=tuple(card(language, n, label="") for n in (3, 4, 6, 48)),
        more_exclusives=f"{here}latest/exclusive/",
        running=(
            r.RunningStory(
                text["story"],
                f"{here}story/wreck/",
                17,
                5,
                True,
                strip_days(language),
                chronology(language)[4].entries,
            ),
        ),
        bands=tuple(
            r.Band(name, f"{here}section-{n}/", rows(language, 5, n))
            for n, name in enumerate(text["sections"][:3])
        ),
        opinion=(card(language, 4), card(language, 10, label="opinion", opinion=True)),
        more_opinion=f"{here}latest/opinion/",
    )
