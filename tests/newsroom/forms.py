"""Fill in the newsroom's real forms: what the page shows is what is sent back."""

from __future__ import annotations

import json

from django.urls import reverse
from lxml import html


def address(model, name, *args):
    """Return the address of a view of a kind of record."""
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


def fields_of(page):
    """Return what a browser would send of the editor's form, untouched; lists where many."""
    form = html.fromstring(page.content.decode()).get_element_by_id("w-editor-form")
    found = {}
    for name, value in [*form.form_values(), *_empty_boxes(form)]:
        if "__prefix__" not in name:
            found.setdefault(name, []).append(value)
    return {name: values if len(values) > 1 else values[0] for name, values in found.items()}


def _empty_boxes(form):
    """Return the boxes without a value, which a browser sends as empty."""
    boxes = form.xpath(".//input[@name and not(@value)][@type='hidden' or @type='text']")
    return [(box.get("name"), "") for box in boxes if box.value is None]


def opened(client, model, name, *args, query=""):
    """Open a form and return its fields; a script draws the body, so it is made here."""
    page = client.get(address(model, name, *args) + query)
    assert page.status_code == 200, page.content[:500]
    found = fields_of(page)
    if any(field.name == "body" for field in model._meta.fields):
        found |= body_of("The first ferry left at six.")
    return found


def sent(client, model, name, *args, fields, action="", query=""):
    """Send a form back, with one of its buttons."""
    body = dict(fields)
    if action:
        body[f"action-{action}"] = f"action-{action}"
    return client.post(address(model, name, *args) + query, body)


def add_row(fields, prefix, **values):
    """Add a row to an inline panel, as the page's script does; return its prefix."""
    number = int(fields.get(f"{prefix}-TOTAL_FORMS", 0))
    fields[f"{prefix}-TOTAL_FORMS"] = str(number + 1)
    fields.setdefault(f"{prefix}-INITIAL_FORMS", "0")
    row = f"{prefix}-{number}"
    defaults = {"id": "", "ORDER": str(number + 1), "DELETE": ""}
    for name, value in {**defaults, **values}.items():
        fields[f"{row}-{name}"] = str(value)
    return row


def body_of(*paragraphs):
    """Return the fields of an article's body: paragraphs, as Draftail sends them."""
    fields = {"body-count": str(len(paragraphs))}
    for number, text in enumerate(paragraphs):
        block = {"key": "a", "text": text, "type": "unstyled", "depth": 0}
        block |= {"inlineStyleRanges": [], "entityRanges": []}
        fields |= {
            f"body-{number}-deleted": "",
            f"body-{number}-order": str(number),
            f"body-{number}-type": "paragraph",
            f"body-{number}-id": "",
            f"body-{number}-value": json.dumps({"blocks": [block], "entityMap": {}}),
        }
    return fields


def errors_of(page):
    """Return the sentences of a form that was refused."""
    tree = html.fromstring(page.content.decode())
    found = tree.xpath(
        "//*[contains(@class,'error-message') or contains(@class,'messages')]//text()"
    )
    return " ".join(" ".join(found).split())


def refusals(page):
    """Return the errors of a form that was refused, its rows' and their rows' too."""

    def of(form):
        found = dict(form.errors)
        for name, rows in getattr(form, "formsets", {}).items():
            found |= {f"{name}-{n}": of(row) for n, row in enumerate(rows.forms) if of(row)}
            if rows.non_form_errors():
                found[name] = rows.non_form_errors()
        return found

    return of(page.context["form"])
