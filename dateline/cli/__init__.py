"""The command line `dateline`: its commands and what they share."""
