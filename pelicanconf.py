"""Settings of the programme. For another Landkreis, change the first block; the README says how.

Values only: nothing is computed here. A name that is not known stops the build and names the right one.
"""

# -- What another Landkreis changes ----------------------------------------------------------------------------------------------

SITENAME = "Interkulturelle Woche"
REGION = "Landkreis Hersfeld-Rotenburg"
# Where the site will live, without a slash at the end; also with a path: "https://www.example.org/ikw".
SITEURL = "https://ikw.example.org"
# Part of every calendar entry's identity. Never change it once people have subscribed, even if SITEURL changes.
CALENDAR_HOST = "ikw.example.org"
TIMEZONE = "Europe/Berlin"
# True: every page says that this is a sample programme, and search engines are asked to stay away.
SAMPLE = True
# Where visitors report that something on a page is wrong: an e-mail address. Without it, the repository below is used, or the contact page.
ERROR_ADDRESS = ""
# Where people send what they fill into the form under /mitmachen/: an e-mail address. Without it, the form names the contact page.
SUBMISSION_ADDRESS = "mitmachen@ikw.example.org"
# Where the programme's files are kept, as in the browser: "https://github.com/name/programm". "" where it is not public.
REPOSITORY = ""
# "github" or "gitlab", where the host's name does not tell.
REPOSITORY_KIND = ""
# The branch that proposals are made to, and the folder of the events in the repository.
REPOSITORY_BRANCH = "main"
REPOSITORY_EVENTS = "events"
# The first is the language event files are written in, and its pages stand at the root of the site.
DEFAULT_LANG = "de"
# "title" is SITENAME in that language. "reviewed": True once a native reader has signed off the words of the site; until then each page
# says that nobody has. "easy" marks German in Leichte Sprache.
LANGUAGES = {
    "de": {"name": "Deutsch", "dir": "ltr"},
    "de-simple": {"name": "Leichte Sprache", "path": "leicht", "locale": "de", "easy": True},
    "en": {"name": "English", "title": "Intercultural Week"},
    "uk": {"name": "Українська", "title": "Міжкультурний тиждень"},
    "ar": {"name": "العربية", "dir": "rtl", "title": "الأسبوع المتعدد الثقافات"},
    "fa": {"name": "فارسی", "dir": "rtl", "title": "هفته‌ی میان‌فرهنگی"},
    "tr": {"name": "Türkçe", "title": "Kültürlerarası Hafta"},
    "ru": {"name": "Русский", "title": "Межкультурная неделя"},
}
# The booklet: "A5", "A6" or "DIN lang" (narrow, as a letter's envelope).
BOOKLET_SIZE = "A5"
# Prose pages (content/pages) that stand in the main menu, by their slug.
MENU_PAGES = ["mitmachen", "kontakt"]

# -- How Pelican is used; no need to change --------------------------------------------------------------------------------------

PLUGIN_PATHS = ["plugins"]
PLUGINS = ["ikw.pelican_glue"]
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
# The programme's plugin makes every page but the prose pages; theme files are put in place by it as well.
ARTICLE_PATHS = []
PAGE_PATHS = ["pages"]
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
DIRECT_TEMPLATES = []
STATIC_PATHS = []
THEME_STATIC_PATHS = []
AUTHOR_SAVE_AS = ""
CATEGORY_SAVE_AS = ""
TAG_SAVE_AS = ""
ARCHIVES_SAVE_AS = ""
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
LOAD_CONTENT_CACHE = False
CACHE_CONTENT = False
DELETE_OUTPUT_DIRECTORY = False
# reStructuredText and raw HTML are not read: prose is Markdown.
READERS = {"rst": None, "html": None}
MARKDOWN = {
    "extension_configs": {"markdown.extensions.extra": {}, "markdown.extensions.meta": {}},
    "output_format": "html5",
}
