"""Sentences: where one ends, so that a summary stops there. Floor 1, standard library only."""

from __future__ import annotations

import re

# followed by a gap and something that can begin a sentence; letters without capitals (Arabic, Georgian) can
_END = re.compile(r"[.!?…؟۔።][\"'”“»’›)\]]*(?=\s+(?P<next>\S)|$)")
_WORD_BEFORE = re.compile(r"[^\s(„“\"'/]*$")
_OPENING = "\"'„“»«‚‘(["
# z. B., d. h., u. a., e. V., A. Müller are letters; 14. September, 3. Preis are numbers
_NO_END = re.compile(
    r"(?:.*\.)?\w|\d{1,2}|"
    r"(?:abs|allg|bes|bzw|ca|dr|dipl|ehem|einschl|engl|evtl|ev|exkl|ff|fr|geb|gegr|gem|ggf|hl|hr|hrn|ing|inkl|jh|kath|kl|lfd|"
    r"max|mind|min|mio|mrd|nr|od|pfr|prof|rd|s\.o|sog|std|st|str|tel|tsd|u\.a|urspr|usf|vgl|vorm|wg|zzgl|zzt|"
    r"jan|feb|mär|apr|jun|jul|aug|sept|sep|okt|nov|dez|mo|di|mi|do|sa|so|mr|mrs|ms)",
    re.IGNORECASE,
)


def first_sentences(plain: str, limit: int) -> str:
    """Return as many whole sentences as fit into `limit` letters; where none does, whole words and "…"."""
    # so many words fill the limit, and most texts are many times as long
    text = " ".join(plain.split(maxsplit=limit // 2 + 2))
    if len(text) <= limit:
        return text
    end = 0
    for match in _END.finditer(text[:limit + 2]):
        if match.end() <= limit and _ends_sentence(text, match):
            end = match.end()
    if end:
        return text[:end]
    words = text[:limit].rpartition(" ")[0] if text[limit - 1:limit] != " " else text[:limit - 1]
    return f"{(words or text[:limit - 1]).rstrip(' ,;:–-')}…"


def one_a_line(plain: str) -> str:
    """Return a text with each of its sentences on a line of its own."""
    text = " ".join(plain.split())
    ends = [match.end() for match in _END.finditer(text) if _ends_sentence(text, match)]
    starts = [0, *ends]
    parts = (text[start:end].strip() for start, end in zip(starts, [*ends, len(text)], strict=True))
    return "\n".join(part for part in parts if part)


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    following = match["next"] or ""
    if following.islower():
        return False
    if text[match.start()] != ".":
        return True
    word = _WORD_BEFORE.search(text[:match.start()].rpartition(" ")[2])
    return not (word and _NO_END.fullmatch(word[0]))
