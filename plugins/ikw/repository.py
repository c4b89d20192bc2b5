"""Repository: addresses into the repository of the programme, on GitHub and GitLab. Floor 3, pure.

They lead people who have an account there to a form that is filled in as far as we know; nothing is asked of the host before
somebody follows one.
"""

from __future__ import annotations

from urllib.parse import urlencode

from ikw.settings import GITLAB, Settings

# The issue form (.github/ISSUE_TEMPLATE) in which a fault of a page is reported, and its field for the page.
ERROR_FORM, PAGE_FIELD = "fehler.yml", "seite"
# GitHub refuses addresses of more bytes, and so do most servers in front of a GitLab.
LONGEST_ADDRESS = 8000


def error_report(settings: Settings, title: str, page: str, questions: str) -> str:
    """Return the address at which a fault of a page is reported; "" where the programme has no public repository.

    GitHub asks the questions in a form of its own and is told the page; GitLab is given them as the text to begin with.
    """
    if not settings.repository:
        return ""
    if settings.repository_kind == GITLAB:
        return f"{settings.repository}/-/issues/new?{urlencode({'issue[title]': title, 'issue[description]': questions})}"
    fields = {"template": ERROR_FORM, "title": title, PAGE_FIELD: page}
    return f"{settings.repository}/issues/new?{urlencode({key: value for key, value in fields.items() if value})}"
