"""Caches before the site: the addresses that they must forget, and how they are told."""
