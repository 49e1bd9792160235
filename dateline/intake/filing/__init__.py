"""Files what an editor kept of a draft into the rooms below: one module a kind of record."""
