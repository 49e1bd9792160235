"""Dates as editors type them."""

from datetime import date

import pytest

from dateline.lib.edtf import BadDate
from dateline.newsroom.forms.typed_dates import read

TODAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("typed", "edtf", "basis"),
    [
        ("6 Aug", "2025-08-06", "year_inferred"),
        ("Aug 6, 2024", "2024-08-06", "stated"),
        ("yesterday", "2026-03-03", "relative"),
        ("monday", "2026-03-02", "relative"),
        ("from 14 Aug", "2025-08-14/..", "year_inferred"),
        ("by 8 August 2024", "../2024-08-08", "stated"),
        ("about 6 Aug", "2025-08-06~", "year_inferred"),
        ("6 Aug ?", "2025-08-06?", "year_inferred"),
        ("6-8 Aug", "2025-08-06/2025-08-08", "year_inferred"),
        ("August 2024", "2024-08", "stated"),
        ("вчора", "2026-03-03", "relative"),
        ("з 14 серпня", "2025-08-14/..", "year_inferred"),
        ("2024-08-06~", "2024-08-06~", "stated"),
        ("2024", "2024", "stated"),
    ],
)
def test_a_date_in_words_becomes_edtf(typed, edtf, basis):
    assert read(typed, today=TODAY) == (edtf, basis)


@pytest.mark.parametrize("typed", ["soon", "32 Aug", "6 Aug and then 8 Sept", "2024-13"])
def test_what_nobody_could_date_is_refused(typed):
    with pytest.raises(BadDate):
        read(typed, today=TODAY)
