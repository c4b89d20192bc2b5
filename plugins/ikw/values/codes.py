"""Codes: the codes of languages, and what people write instead of them. Floor 1, pure."""

from __future__ import annotations

import re

from ikw.problems import N_, Fault
from ikw.values.lines import short_name

# All two-letter codes of ISO 639-1; of the thousands with three letters, only the form is looked at.
_ISO_639_1 = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et
eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk
kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny
oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk
tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_TWO_LETTERS = frozenset(_ISO_639_1.split())
_CODE = re.compile(r"(?P<language>[a-z]{2,3})(?:-[a-z0-9]{2,8})*")

# Names, codes of countries, and codes that have a shorter form.
_MEANT = {
    "de": "deutsch ger deu d at dt deut", "en": "englisch eng gb us engl", "uk": "ukrainisch ua ukr ukrain", "ar": "arabisch ara arab sy",
    "fa": "persisch farsi dari per fas ir prs pers", "tr": "türkisch tur türk", "ru": "russisch rus russ",
    "ro": "rumänisch ron rum md rumän", "pl": "polnisch pol poln", "bg": "bulgarisch bul bulg",
    "ti": "tigrinya tigrinisch tigrigna tir er", "fr": "französisch fra fre franz frz",
    "ku": "kurdisch kurd kurmandschi kurmanji kur kmr", "ckb": "sorani zentralkurdisch", "so": "somali som", "es": "spanisch spa span",
    "it": "italienisch ita ital", "pt": "portugiesisch por", "el": "griechisch gr ell griech", "cs": "tschechisch cz ces",
    "sk": "slowakisch slk", "hu": "ungarisch hun", "sr": "serbisch rs srp", "hr": "kroatisch hrv",
    "bs": "bosnisch bos", "sq": "albanisch al sqi xk", "mk": "mazedonisch mkd", "sl": "slowenisch slv",
    "vi": "vietnamesisch vn vie", "zh": "chinesisch cn zho", "ja": "japanisch jp", "ko": "koreanisch",
    "ps": "paschtu paschto pus", "ur": "urdu pk", "hi": "hindi", "am": "amharisch amh", "hy": "armenisch",
    "ka": "georgisch ge", "az": "aserbaidschanisch aze", "he": "hebräisch il", "nl": "niederländisch nld",
    "da": "dänisch dk", "sv": "schwedisch", "no": "norwegisch", "fi": "finnisch", "lt": "litauisch", "lv": "lettisch",
    "et": "estnisch", "rom": "romanes romani", "arc": "aramäisch", "de-simple": "leichte-sprache leicht",
    "gsg": "gebärdensprache deutsche-gebärdensprache dgs",
}
_NEAREST = {word: code for code, words in _MEANT.items() for word in words.split()}


def is_language(code: str) -> bool:
    """Whether a text is the code of a language: "de", "gsg", "de-simple" (BCP 47, in small letters)."""
    match = _CODE.fullmatch(code)
    if match is None:
        return False
    language = match["language"]
    return language in _TWO_LETTERS if len(language) == 2 else language not in _NEAREST


def nearest_language(words: str) -> str | None:
    """Return the code that was meant: `Ukrainisch`, `ua` and `UK` are `uk`."""
    word = "-".join(words.lower().replace("_", "-").split())
    return word if is_language(word) else _NEAREST.get(word)


def language_name(code: str) -> str | None:
    """Return what a language is called in German, by the word that is known to mean it: `uk` → `Ukrainisch`."""
    word = _MEANT.get(code, "").partition(" ")[0]
    return word[:1].upper() + word[1:] if word else None


def language_fault(code: str) -> Fault:
    """Return the fault of a language that is no code."""
    near = nearest_language(code)
    mend = N_("Schreiben Sie zwei oder drei kleine Buchstaben, zum Beispiel de, uk oder ar.")
    if near:
        mend = N_("Schreiben Sie „{near}“.").format(near=near)
    message = N_("„{value}“ ist kein Kürzel einer Sprache.").format(value=short_name(code))
    return Fault(code="language-unknown", message=message, mend=mend)
