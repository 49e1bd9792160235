"""The dates that texts print: their forms, their calendars, what they mean."""
