"""Hold pure helpers, one topic a module: dates, words, slugs, addresses."""
