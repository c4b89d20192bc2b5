"""Settings of the zoo: nothing but what is needed."""

SITENAME = "Woche im Zoo"
CALENDAR_HOST = ""
SITEURL = "https://zoo.example"
LANGUAGES = {"de": {"name": "Deutsch", "dir": "ltr"}, "uk": {"name": "Українська"}}
