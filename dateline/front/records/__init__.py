"""What templates see: frozen values, split by noun, gathered here under one name.

`from dateline.front import records` and `records.Card(...)` is the way to use them. Rules that
hold for all: every time is aware (templates turn it to the edition's zone), every address is
root-relative ("/en/latest/") or absolute for other sites, an empty string, tuple or None means
"nothing", and nothing leaves no trace on the page. A field called `html` holds cleaned HTML and
is printed as it stands; every other string is escaped. Labels, statuses, marks and notes are
keys out of the closed sets in `keys`; their words are the catalogue's. The blocks of a body are
records too: each kind's lie with it, in `dateline.blocks`.
"""

from dateline.front.records.archive import (
    ArchiveDay,
    ArchiveMonth,
    ArchiveYear,
    DayCount,
    DayLink,
    MonthCount,
)
from dateline.front.records.article import (
    Age,
    ArticleView,
    Behind,
    Byline,
    Correction,
    Provenance,
    Speaker,
)
from dateline.front.records.chronology import (
    ChronologyDay,
    EntryView,
    Fix,
    StatementSource,
    StatementView,
    Status,
    StripDay,
    VersionSet,
)
from dateline.front.records.feeds import (
    FeedItem,
    FeedView,
    Sitemap,
    SitemapIndex,
    SitemapUrl,
)
from dateline.front.records.fronts import (
    Band,
    Filter,
    HomeView,
    NewsfeedView,
    RunningStory,
    SectionView,
    TagView,
)
from dateline.front.records.keys import AGE_STEPS, LABELS, MARKS, NOTES, STATUSES, VERBS
from dateline.front.records.lists import Card, FeedDay, FeedRow, StoryLine
from dateline.front.records.page import Alternate, Chrome, Edition, FeedLink, Link, Strip
from dateline.front.records.people import (
    DatedRole,
    Episode,
    PersonView,
    ProgrammeView,
    QuotedArticle,
    QuoteRow,
)
from dateline.front.records.pictures import Picture, Rendition
from dateline.front.records.standing import (
    CorrectionLine,
    CorrectionsView,
    FeedsView,
    Missing,
    StandingPage,
    Withdrawn,
)
from dateline.front.records.story import Quoted, SaidRow, StorySourceView, StoryView
from dateline.lib.multilingual import Wording

__all__ = [
    "AGE_STEPS",
    "LABELS",
    "MARKS",
    "NOTES",
    "STATUSES",
    "VERBS",
    "Age",
    "Alternate",
    "ArchiveDay",
    "ArchiveMonth",
    "ArchiveYear",
    "ArticleView",
    "Band",
    "Behind",
    "Byline",
    "Card",
    "ChronologyDay",
    "Chrome",
    "Correction",
    "CorrectionLine",
    "CorrectionsView",
    "FeedDay",
    "DayCount",
    "DayLink",
    "Edition",
    "EntryView",
    "Episode",
    "FeedItem",
    "FeedLink",
    "FeedRow",
    "FeedView",
    "FeedsView",
    "Filter",
    "Fix",
    "HomeView",
    "Link",
    "Missing",
    "MonthCount",
    "NewsfeedView",
    "PersonView",
    "Picture",
    "ProgrammeView",
    "Provenance",
    "QuoteRow",
    "Quoted",
    "QuotedArticle",
    "Rendition",
    "DatedRole",
    "RunningStory",
    "SaidRow",
    "SectionView",
    "Sitemap",
    "SitemapIndex",
    "SitemapUrl",
    "Speaker",
    "StandingPage",
    "StatementSource",
    "StatementView",
    "Status",
    "StoryLine",
    "StorySourceView",
    "StoryView",
    "Strip",
    "StripDay",
    "TagView",
    "VersionSet",
    "Withdrawn",
    "Wording",
]
