"""The database, the bucket and the caches with which a site is hosted."""
