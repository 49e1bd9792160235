"""Look at the demo site in Chromium, as a reader would."""
