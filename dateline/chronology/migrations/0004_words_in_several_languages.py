"""Keep all words of an entry a language, each with its original marked, also in stored drafts."""

import json
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import migrations, models

import dateline.staff.fields
from dateline.lib.multilingual import ORIGINAL, with_original_marked

AT_ONCE = 500
STATEMENT, PART = ("text", "hedge"), ("named_as", "unnamed_as")


def mark_originals(apps: Any, schema: Any) -> None:
    """Mark the original of every text, and give plain reasons the language of their entry."""
    entry = apps.get_model("chronology", "Entry")
    statement = apps.get_model("chronology", "Statement")
    part = apps.get_model("chronology", "Attribution")
    tongues = dict(entry.objects.values_list("pk", "language"))
    _write(entry, ("text",), lambda row: _marked(row, ("text",), row.language))
    _write(
        statement,
        (*STATEMENT, "standing_note"),
        lambda row: _worded(row, STATEMENT, "standing_note", tongues[row.entry_id]),
    )
    of_statement = dict(statement.objects.values_list("pk", "entry_id"))
    _write(
        part,
        (*PART, "unnamed_reason"),
        lambda row: _worded(row, PART, "unnamed_reason", tongues[of_statement[row.statement_id]]),
    )
    versions = apps.get_model("chronology", "VersionSet")
    _write(versions, ("question", "note"), lambda row: _marked(row, ("question", "note"), ""))


def mend_drafts(apps: Any, schema: Any) -> None:
    """Do the same in every stored version of an entry."""
    revision = apps.get_model("wagtailcore", "Revision")
    kept = revision.objects.filter(
        content_type__app_label="chronology", content_type__model="entry"
    )
    for batch in _batches(kept):
        for row in batch:
            mend(row.content)
        revision.objects.bulk_update(batch, ["content"])


def mend(content: dict[str, Any]) -> None:
    """Change the stored version of one entry in place."""
    language = content.pop("language", "") or ""
    content["text"] = _mark(content.get("text"), language)
    for statement in content.get("statements", ()):
        for name in STATEMENT:
            statement[name] = _mark(statement.get(name), language)
        statement["standing_note"] = _kept(statement.get("standing_note"), language)
        for part in statement.get("attributions", ()):
            for name in PART:
                part[name] = _mark(part.get(name), language)
            part["unnamed_reason"] = _kept(part.get("unnamed_reason"), language)


def _worded(row: Any, names: tuple[str, ...], plain: str, language: str) -> Any:
    """Return the row with its texts marked and its plain text made JSON."""
    setattr(row, plain, json.dumps(_kept(getattr(row, plain), language), ensure_ascii=False))
    return _marked(row, names, language)


def _marked(row: Any, names: tuple[str, ...], language: str) -> Any:
    """Return the row with its texts marked."""
    for name in names:
        setattr(row, name, _mark(getattr(row, name), language))
    return row


def _mark(texts: Any, language: str) -> dict[str, str]:
    order = [language, *(edition.language for edition in settings.SITE.editions)]
    return with_original_marked(texts or {}, order)


def _kept(text: Any, language: str) -> dict[str, str]:
    """Return a plain text as words in one language."""
    language = language or settings.SITE.editions[0].language
    return {language: text, ORIGINAL: language} if (text or "").strip() else {}


def _write(model: Any, names: tuple[str, ...], change: Any) -> None:
    """Change rows, some hundreds at a time."""
    for batch in _batches(model.objects.all()):
        model.objects.bulk_update([change(row) for row in batch], names)


def _batches(rows: Any) -> Iterator[list[Any]]:
    """Yield rows in the order of their keys."""
    last = 0
    while batch := list(rows.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        yield batch
        last = batch[-1].pk


def _words(label: str, limit: int) -> dateline.staff.fields.WordsField:
    return dateline.staff.fields.WordsField(
        blank=True, default=dict, limit=limit, verbose_name=label
    )


class Migration(migrations.Migration):
    dependencies = [
        ("chronology", "0003_refuted_by_our_own_proof"),
        ("stories", "0005_corrections_in_several_languages"),
        ("wagtailcore", "0094_alter_page_locale"),
    ]

    operations = [
        migrations.RemoveConstraint("statement", "standing_has_a_reason"),
        migrations.AlterField("attribution", "unnamed_reason", models.TextField(blank=True)),
        migrations.RunPython(mark_originals),
        migrations.RunPython(mend_drafts),
        migrations.AlterField(
            "statement", "standing_note", _words("reason for the standing", 1000)
        ),
        migrations.AlterField("attribution", "unnamed_reason", _words("why unnamed", 200)),
        migrations.AddConstraint(
            "statement",
            models.CheckConstraint(
                condition=models.Q(standing="claimed") | ~models.Q(standing_note={}),
                name="standing_has_a_reason",
                violation_error_message="A standing other than claimed needs its reason.",
            ),
        ),
        migrations.RemoveField("entry", "language"),
    ]
