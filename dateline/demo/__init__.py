"""Fill a site with the sample newsroom."""
