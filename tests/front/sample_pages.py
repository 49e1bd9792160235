"""Whole pages of samples: `page("article", "uk")` is ready to be rendered."""

from datetime import date

from dateline.blocks.heading import Heading
from dateline.blocks.paragraph import Paragraph
from dateline.front import records as r
from dateline.press import Page
from tests.front import samples as s
from tests.front.sample_texts import TEXTS


def page(kind, language="en"):
    """Return a sample page of a kind out of `samples.KINDS`."""
    return PAGES[kind](language)


def framed(template, language, path, **values):
    return Page(template, chrome=s.chrome(language, path), **values)


def home(language):
    chrome = s.chrome(language, current="")
    return Page("home.html", chrome=chrome, home=s.home(language), rail=s.rail(language))


def article(language):
    made = s.article(language)
    path = made.address.removeprefix(f"/{language}/")
    return framed("article.html", language, path, article=made, rail=s.rail(language))


def bare_article(language):
    made = s.bare_article(language)
    chrome = r.Chrome(edition=s.edition(language), address=made.address)
    return Page("article.html", chrome=chrome, article=made)


def section(language):
    text = TEXTS[language]
    view = r.SectionView(
        text["section"],
        f"/{language}/section-0/",
        text["line"],
        lead=s.card(language, 0, standfirst=text["stand"], picture=s.picture(language)),
        seconds=(s.card(language, 1), s.card(language, 2)),
        stories=lines(language),
        days=s.feed_days(language),
        more=f"/{language}/2026/03/",
    )
    return framed("section.html", language, "section-0/", section=view, rail=s.rail(language))


def lines(language):
    title = TEXTS[language]["story"]
    return (r.StoryLine(title, f"/{language}/story/wreck/", 21, date(2026, 3, 3)),)


def newsfeed(language):
    here = f"/{language}/latest/"
    view = r.NewsfeedView(
        days=s.feed_days(language),
        filters=(r.Filter("", here, True), r.Filter("exclusive", f"{here}exclusive/")),
        more=f"{here}2026-03-07/",
        recent=(r.DayLink(date(2026, 3, 8), f"{here}2026-03-08/"),),
        month=r.DayLink(date(2026, 3, 1), f"/{language}/2026/03/"),
        stories=lines(language),
    )
    chrome = s.chrome(language, "latest/", current="")
    return Page("newsfeed.html", chrome=chrome, newsfeed=view)


def story(language):
    return framed("story.html", language, "story/wreck/", story=s.story(language))


def said_rows(language):
    link = r.Link(TEXTS[language]["story"], f"/{language}/story/wreck/")
    other = s.statement(language, 1)
    found = (s.judged(language, "denied"), s.statement(language, 0, answers=other))
    return tuple(
        r.SaidRow(one, 4, f"{link.address}#e-00000004", date(2026, 3, 3), story=link)
        for one in found
    )


def source(language):
    text = TEXTS[language]
    here = f"/{language}/story/wreck/"
    view = r.StorySourceView(
        text["speaker"],
        f"{here}source/brandvold/",
        r.Link(text["story"], here),
        r.Link(text["speaker"], f"/{language}/person/brandvold/"),
        role=r.Wording(text["role"]),
        rows=said_rows(language),
        beside=(r.Link(text["sources"][0], f"{here}source/port/"),),
    )
    return framed("source.html", language, "story/wreck/source/brandvold/", source=view)


def person(language):
    text = TEXTS[language]
    quotes = (
        r.QuoteRow(text["quote"], text["role"], former=True),
        r.QuoteRow(text["quote"]),
        r.QuoteRow(text["quote"]),
    )
    view = r.PersonView(
        text["speaker"],
        f"/{language}/person/brandvold/",
        description=r.Wording(text["description"]),
        roles=(r.DatedRole(r.Wording(text["role"]), date(2019, 5, 1)),),
        surname=text["surname"],
        quoted=(
            r.QuotedArticle(s.card(language, 4), quotes),
            r.QuotedArticle(s.card(language, 6), quotes[:1]),
        ),
        said=said_rows(language),
        told_in=(r.Quoted(text["story"], 2, f"/{language}/story/wreck/"),),
        articles=(s.card(language, 4), s.card(language, 6)),
    )
    return framed("person.html", language, "person/brandvold/", person=view)


def programme(language):
    text = TEXTS[language]
    guest = r.Link(text["speaker"], f"/{language}/person/brandvold/")
    view = r.ProgrammeView(
        text["programme"],
        f"/{language}/programme/morning-watch/",
        hosts=(r.Link(text["host"], f"/{language}/person/weir/"),),
        about=f"<p>{text['line']}</p>",
        episodes=tuple(
            r.Episode(s.card(language, n), date(2026, 3, 9 - n), (guest,)) for n in range(4)
        ),
    )
    return framed("programme.html", language, "programme/morning-watch/", programme=view)


def tag(language):
    name = TEXTS[language]["tags"][0]
    view = r.TagView(name, f"/{language}/tag/t0/", days=s.feed_days(language))
    return framed("tag.html", language, "tag/t0/", tag=view, rail=s.rail(language))


def archive_day(language):
    here = f"/{language}/2026/03/"
    rows = tuple(reversed(s.rows(language, 14)))
    view = r.ArchiveDay(
        r.FeedDay(date(2026, 3, 9), rows, 14),
        month=r.DayLink(date(2026, 3, 1), here),
        year=r.DayLink(date(2026, 1, 1), f"/{language}/2026/"),
        earlier=r.DayLink(date(2026, 3, 8), f"{here}08/"),
    )
    return framed("archive_day.html", language, "2026/03/09/", archive=view)


def archive_month(language):
    here = f"/{language}/2026/03/"
    days = tuple(r.DayCount(date(2026, 3, n), n * 3, f"{here}{n:02}/") for n in range(1, 10))
    view = r.ArchiveMonth(
        date(2026, 3, 1), days, earlier=r.DayLink(date(2026, 2, 1), f"/{language}/2026/02/")
    )
    return framed("archive_month.html", language, "2026/03/", archive=view)


def archive_year(language):
    months = tuple(
        r.MonthCount(date(2026, n, 1), 211 * n, f"/{language}/2026/{n:02}/") for n in (1, 2, 3)
    )
    view = r.ArchiveYear(date(2026, 1, 1), months)
    return framed("archive_year.html", language, "2026/", archive=view)


def standing(language):
    text = TEXTS[language]
    view = r.StandingPage(
        "ethics",
        text["heading"],
        (
            Paragraph(text["paragraph"]),
            Heading(text["heading"]),
            Paragraph(text["paragraph"]),
        ),
        lead=text["line"],
        changed=date(2026, 1, 12),
    )
    return framed("standing.html", language, "ethics/", page=view)


def corrections(language):
    made = s.article(language)
    rows = tuple(
        r.CorrectionLine(note, r.Link(made.headline, made.address)) for note in made.corrections
    )
    view = r.CorrectionsView(rows)
    return framed("corrections.html", language, "corrections/", corrections=view)


def feeds(language):
    brand = TEXTS[language]["brand"]
    view = r.FeedsView((r.FeedLink(brand, f"/{language}/feed.rss"),))
    return framed("feeds.html", language, "feeds/", feeds=view)


def missing(language):
    chrome = r.Chrome(edition=s.edition(language), noindex=True)
    view = r.Missing(s.rows(language, 10))
    return Page("missing.html", chrome=chrome, missing=view, status=404)


def withdrawn(language):
    chrome = r.Chrome(edition=s.edition(language), noindex=True)
    view = r.Withdrawn(s.NOON, TEXTS[language]["fix"])
    return Page("withdrawn.html", chrome=chrome, withdrawn=view, status=410)


def rss(language):
    made = s.article(language)
    item = r.FeedItem(
        made.headline,
        made.address,
        f"urn:uuid:{made.uid}",
        made.published,
        made.standfirst,
        "exclusive",
        tuple(author.name for author in made.bylines),
        tuple(tag.text for tag in made.tags),
        made.blocks,
        made.corrections,
        r.Rendition("/media/sonar-960.jpg", 960, 640),
    )
    view = r.FeedView(f"/{language}/", f"/{language}/feed.rss", items=(item,), changed=s.NOON)
    return Page("feed.rss.xml", edition=s.edition(language), feed=view)


def sitemap(language):
    urls = (r.SitemapUrl(f"/{language}/latest/", s.NOON, s.alternates("latest/")),)
    return Page("sitemap.xml", edition=s.edition(language), sitemap=r.Sitemap(urls))


PAGES = {
    "home": home,
    "section": section,
    "newsfeed": newsfeed,
    "article": article,
    "bare_article": bare_article,
    "story": story,
    "source": source,
    "person": person,
    "programme": programme,
    "tag": tag,
    "archive_day": archive_day,
    "archive_month": archive_month,
    "archive_year": archive_year,
    "standing": standing,
    "corrections": corrections,
    "feeds": feeds,
    "missing": missing,
    "withdrawn": withdrawn,
    "rss": rss,
    "sitemap": sitemap,
}
