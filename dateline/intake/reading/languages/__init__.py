"""Rule packs of the importer, one module a language: its lists of words as PACK."""
