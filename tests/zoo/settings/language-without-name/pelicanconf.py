"""Settings of the zoo: nothing but what is needed."""

SITENAME = "Woche im Zoo"
CALENDAR_HOST = "zoo.example"
SITEURL = "https://zoo.example"
LANGUAGES = {"de": {"name": "Deutsch", "dir": "ltr"}, "uk": {"dir": "ltr"}}
