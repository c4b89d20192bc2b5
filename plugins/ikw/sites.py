"""Sites: what was read, as the site in every language. Floor 5."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ikw.cache import Cache, code_digest, digest_folder, fingerprint
from ikw.loaded import Contents, Loaded
from ikw.places import Places
from ikw.programme import Programme
from ikw.prose_frames import page_titles
from ikw.prose_headers import Header
from ikw.settings import Language, Settings
from ikw.site import Site
from ikw.urls import Urls


def read_catalogs(places: Places, settings: Settings) -> tuple[Mapping[str, bytes], str]:
    """Return the compiled catalog of each language but the default one, and the digest of what they were made from.

    They are kept, since to compile them takes Babel and its time.
    """
    from ikw import texts  # noqa: PLC0415 -- not needed by a check

    folder, cache = places.theme / "translations", Cache(places.cache)
    digest = digest_folder(folder, ".po")
    key = fingerprint(digest, code_digest(), *(language.code for language in settings.languages))
    known: Mapping[str, bytes] | None = cache.load("catalogs", key)
    if known is None:
        others = (language.code for language in settings.languages if language != settings.default)
        known = {lang: texts.compiled(folder, lang) for lang in others}
        cache.save("catalogs", key, known)
    return known, digest


def make_sites(
    places: Places, settings: Settings, loaded: Loaded, headers: tuple[Header, ...],
    catalogs: Mapping[str, bytes] | None = None,
) -> Iterator[Site]:
    """Yield the site in every language."""
    programmes = tuple(map(programme_of, loaded.editions))
    if catalogs is None:
        catalogs, _ = read_catalogs(places, settings)
    for language in settings.languages:
        yield site_in(settings, loaded, programmes, language, catalogs.get(language.code, b""), headers)


def site_in(
    settings: Settings, loaded: Loaded, programmes: tuple[Programme, ...], language: Language, catalog: bytes,
    headers: tuple[Header, ...] = (),
) -> Site:
    """Return the site in a language, with the words of its compiled catalog."""
    from ikw.formats import Formats  # noqa: PLC0415 -- Babel is not needed by a check
    from ikw.texts import Texts  # noqa: PLC0415 -- not needed by a check
    from ikw.views.form import form_title  # noqa: PLC0415 -- as above

    words = Texts.of(language.code, catalog, settings.default.code)
    return Site(
        settings=settings, language=language, programmes=programmes, texts=words, urls=Urls.of(settings, language),
        formats=Formats(language.locale, words, easy=language.is_easy),
        pages=(*page_titles(headers, language.code, words), form_title(language.code, words)),
        as_of=loaded.as_of,
    )


def programme_of(contents: Contents) -> Programme:
    """Make the programme of an edition."""
    return Programme(
        edition=contents.edition, events=contents.events, categories=contents.categories,
        municipalities=contents.municipalities, venues=contents.venues, organisers=contents.organisers,
        printed=contents.printed,
    )
