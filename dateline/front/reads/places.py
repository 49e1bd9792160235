"""Say of every model where readers see it, or why they do not.

A new model has to be given its place here: `tests/front/test_public_models.py` fails until it
has one. Whoever writes a row of a public model touches the item that stands for it.
"""

from typing import NamedTuple


class At(NamedTuple):
    """The item of the press that shows a row: its kind, and the column with its id."""

    kind: str
    column: str = "id"


PUBLIC: dict[str, At] = {
    "staff.Edition": At("edition"),
    "media.Attachment": At("attachment"),
    "media.Picture": At("picture"),
    "media.PublicCopy": At("attachment", "attachment_id"),
    "media.Variant": At("picture", "picture_id"),
    "agents.Agent": At("agent"),
    "agents.AgentAlias": At("agent", "agent_id"),
    "agents.AgentName": At("agent", "agent_id"),
    "agents.AgentRole": At("agent", "agent_id"),
    "agents.Programme": At("programme"),
    "agents.ProgrammeHost": At("programme", "programme_id"),
    "agents.ProgrammeName": At("programme", "programme_id"),
    "stories.Article": At("article"),
    "stories.ArticleStory": At("article", "article_id"),
    "stories.ArticleTag": At("article", "article_id"),
    "stories.Byline": At("article", "article_id"),
    "stories.Change": At("article", "article_id"),
    "stories.Correction": At("correction"),
    "stories.Redirect": At("redirect"),
    "stories.Related": At("article", "article_id"),
    "stories.Section": At("section"),
    "stories.SectionName": At("section", "section_id"),
    "stories.StandingPage": At("standing"),
    "stories.Story": At("story"),
    "stories.StoryText": At("story", "story_id"),
    "stories.Tag": At("tag"),
    "stories.TagName": At("tag", "tag_id"),
    "stories.Zone": At("edition", "edition_id"),
    "chronology.Entry": At("entry"),
    "chronology.Statement": At("entry", "entry_id"),
    "chronology.StoryEntry": At("entry", "entry_id"),
    "chronology.VersionSet": At("versionset"),
    "chronology.Version": At("versionset", "version_set_id"),
    "newsfeed.Bulletin": At("bulletin"),
    "newsfeed.Strip": At("edition", "edition_id"),
}
"""What readers see, row by row."""

BESIDE: dict[str, str] = {
    "stories.Hold": "a hold is not shown: it takes what it is on out of every row set",
    "chronology.Attribution": "hangs on a statement, whose entry shows it",
    "chronology.Relation": "stands between two statements, whose entries show it",
}
"""What readers see by way of another row: watched too, but named after no item of its own."""

NOT_PUBLIC: dict[str, str] = {
    "staff.Act": "the log of acts is the newsroom's own",
    "staff.Desk": "a desk is a team of ours; readers never see it",
    "staff.User": "who works here; bylines name agents, not users",
    "media.Rendition": "made for the newsroom's own screens",
    "wire.Feed": "where takes come from; nothing is shown before it is published",
    "wire.SourceDocument": "kept in private: what was read stays with the newsroom",
    "wire.Take": "a take is shown once an editor made something of it",
    "stories.Assignment": "planning, for colleagues only",
    "stories.ScheduledVersion": "a version that waits for its hour is seen at the desk alone",
    "stories.Note": "a note between colleagues",
    "newsfeed.LiveBlog": "has no page yet",
    "newsfeed.Post": "belongs to a live blog, which has no page yet",
    "intake.ImportDraft": "waits at the import desk",
    "intake.Suggestion": "waits at the import desk",
}
"""What readers do not see, and why."""
