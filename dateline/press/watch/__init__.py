"""The press compared with its records, counted, and explained."""
