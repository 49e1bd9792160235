"""People, organisations and outlets that are quoted, and the programmes they speak in."""
