"""The sentences of a text: quotations, clauses, who says what."""
