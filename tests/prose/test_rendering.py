"""Markdown to HTML: what people write, what attackers write, and that nothing but the allowed comes out."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from ikw.problems import Fault
from ikw.prose import TAGS, Prose, first_sentences, is_address, markup, nearest_address, render

# What people write

HTML = {
    "nothing": (" \n", "", ""),
    "paragraphs": (
        "Wir feiern\nund essen.\n\nKommt!", "<p>Wir feiern\nund essen.</p>\n<p>Kommt!</p>", "Wir feiern und essen.\nKommt!",
    ),
    "emphasis": (
        "**fett** und *schräg* und _so_", "<p><strong>fett</strong> und <em>schräg</em> und <em>so</em></p>",
        "fett und schräg und so",
    ),
    "line break": ("eins  \nzwei", "<p>eins<br>zwei</p>", "eins zwei"),
    "signs": ("3 < 4 & 5 > 4 <3 \"so\"", '<p>3 &lt; 4 &amp; 5 &gt; 4 &lt;3 "so"</p>', '3 < 4 & 5 > 4 <3 "so"'),
    "entities": ("18&nbsp;Uhr &copy; &lt;b&gt; &foo;", "<p>18&nbsp;Uhr © &lt;b&gt; &amp;foo;</p>", "18 Uhr © <b> &foo;"),
    "code": ("die Taste `a < b`", "<p>die Taste <code>a &lt; b</code></p>", "die Taste a < b"),
    "escaped": (r"5\*5 und a\_b\_c und \[x\]", "<p>5*5 und a_b_c und [x]</p>", "5*5 und a_b_c und [x]"),
    "broken emphasis around an escape": (r"*a**b*\![***2.", "<p>*a**b*![***2.</p>", "*a**b*![***2."),
    "words with strokes": ("haus_am_see", "<p>haus_am_see</p>", "haus_am_see"),
    "quote": ("> Ein Satz.", "<blockquote><p>Ein Satz.</p>\n</blockquote>", "Ein Satz."),
    # headings
    "headings": (
        "# Eins\n## Zwei\n### Drei\n#### Vier\nText", "<h2>Eins</h2>\n<h2>Zwei</h2>\n<h3>Drei</h3>\n<h3>Vier</h3>\n<p>Text</p>",
        "Eins\nZwei\nDrei\nVier\nText",
    ),
    "headings do not jump": ("### Eins\n### Zwei\n# Drei", "<h2>Eins</h2>\n<h3>Zwei</h3>\n<h2>Drei</h2>", "Eins\nZwei\nDrei"),
    "heading amid text": ("a\n## B\nc", "<p>a</p>\n<h2>B</h2>\n<p>c</p>", "a\nB\nc"),
    "hashtag": ("#dafür\nund #hier", "<p>#dafür\nund #hier</p>", "#dafür und #hier"),
    "empty heading": ("a\n\n## \n\nb", "<p>a</p>\n<p>## </p>\n<p>b</p>", "a\n##\nb"),
    "underlining": ("Titel\n=====\nText\n-----", "<p>Titel</p>\n<p>Text</p>", "Titel\nText"),
    "rule": ("a\n\n***\n\nb", "<p>a</p>\n<p>b</p>", "a\nb"),
    # lists
    "list": ("Bitte:\n- Tasse\n- Teller", "<p>Bitte:</p>\n<ul><li>Tasse</li>\n<li>Teller</li>\n</ul>", "Bitte:\nTasse\nTeller"),
    "bullets": ("• a\n• b", "<ul><li>a</li>\n<li>b</li>\n</ul>", "a\nb"),
    "nested list": ("- a\n  - b\n- c", "<ul><li>a<ul><li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>", "a\nb\nc"),
    "numbers": ("1. a\n2. b", "<ol><li>a</li>\n<li>b</li>\n</ol>", "a\nb"),
    "numbers with gaps": (
        "1. a\n\n2. b\n\n3. c", "<ol><li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n<li><p>c</p>\n</li>\n</ol>", "a\nb\nc",
    ),
    "same number": ("1. a\n1. b", "<ol><li>a</li>\n<li>b</li>\n</ol>", "a\nb"),
    "two lists": ("- a\n\n1. b\n2. c", "<ul><li>a</li>\n</ul>\n<ol><li>b</li>\n<li>c</li>\n</ol>", "a\nb\nc"),
    "empty items": ("- \n- a\n-", "<ul><li>a</li>\n</ul>", "a"),
    "empty quote": ("> \n\na", "<p>a</p>", "a"),
    # what is no list
    "date": ("14. September: Fest", "<p>14. September: Fest</p>", "14. September: Fest"),
    "first of May": ("1. Mai: Fest", "<p>1. Mai: Fest</p>", "1. Mai: Fest"),
    "ordinal": ("3. Integrativer Sporttag", "<p>3. Integrativer Sporttag</p>", "3. Integrativer Sporttag"),
    "date amid a sentence": ("Wir feiern am\n1. Mai.", "<p>Wir feiern am\n1. Mai.</p>", "Wir feiern am 1. Mai."),
    "numbers that do not count": ("1. a\n3. b", "<p>1. a\n3. b</p>", "1. a 3. b"),
    "date below a list": (
        "1. a\n2. b\n\n14. September", "<ol><li>a</li>\n<li>b</li>\n</ol>\n<p>14. September</p>", "a\nb\n14. September",
    ),
    "date in a quote": ("> 14. September", "<blockquote><p>14. September</p>\n</blockquote>", "14. September"),
    # what Markdown takes for code, references, rules
    "indented": ("    eingerückt\n      mehr", "<p>eingerückt\nmehr</p>", "eingerückt mehr"),
    "indented in a quote": (">     a\n>     b", "<blockquote><p>a\n    b</p>\n</blockquote>", "a b"),
    "indented by a tab": ("a\n\n\tb\nc", "<p>a</p>\n<p>b\nc</p>", "a\nb c"),
    "reference": (
        "[1]: https://example.org\n[x][1]", "<p>[1]: https://example.org\n[x][1]</p>", "[1]: https://example.org [x][1]",
    ),
    "footnote": ("Text [1] und (siehe [2])", "<p>Text [1] und (siehe [2])</p>", "Text [1] und (siehe [2])"),
    # links
    "link": ("[Verein](https://example.org/a?b=1&c=2)",
             '<p><a href="https://example.org/a?b=1&amp;c=2" rel="noopener">Verein</a></p>', "Verein"),
    "link with a title": ('[x](http://example.org "Titel")', '<p><a href="http://example.org" rel="noopener">x</a></p>', "x"),
    "letters like an entity": ("[x](https://example.org/?a=1&copy=2)",
                               '<p><a href="https://example.org/?a=1&amp;copy=2" rel="noopener">x</a></p>', "x"),
    "mail": (
        "[x](mailto:a@example.org?subject=Fest)",
        '<p><a href="mailto:a@example.org?subject=Fest" rel="noopener">x</a></p>', "x",
    ),
    "telephone": ("[x](tel:+496621-12)", '<p><a href="tel:+496621-12" rel="noopener">x</a></p>', "x"),
    "page of this site": (
        "[x](/2025/) [y](/)", '<p><a href="/2025/" rel="noopener">x</a> <a href="/" rel="noopener">y</a></p>', "x y",
    ),
    "bold link": ("[**x**](/a)", '<p><a href="/a" rel="noopener"><strong>x</strong></a></p>', "x"),
    "link in angles": (
        "<https://example.org>", '<p><a href="https://example.org" rel="noopener">https://example.org</a></p>',
        "https://example.org",
    ),
    "mail in angles": (
        "<a.b@example.org>", '<p><a href="mailto:a.b@example.org" rel="noopener">a.b@example.org</a></p>', "a.b@example.org",
    ),
    "address in brackets": (
        "[Köln](https://köln.de/größe_(x))", '<p><a href="https://köln.de/größe_(x)" rel="noopener">Köln</a></p>', "Köln",
    ),
    # other scripts
    "Arabic": ("مرحبا **بكم**", "<p>مرحبا <strong>بكم</strong></p>", "مرحبا بكم"),
    "emoji": ("Fest 👩\u200d🍳", "<p>Fest 👩\u200d🍳</p>", "Fest 👩\u200d🍳"),
    "hidden letters": ("a\u202eb\x00c\u2028d", "<p>abc d</p>", "abc d"),
    "Windows line ends": ("a\r\n\r\nb\rc", "<p>a</p>\n<p>b\nc</p>", "a\nb c"),
}


@pytest.mark.parametrize(("text", "html", "plain"), HTML.values(), ids=HTML)
def test_what_people_write_comes_out_as_they_mean_it(text: str, html: str, plain: str) -> None:
    assert render(text, 1) == (Prose(html=html, plain=plain), ())


def test_a_text_is_the_same_whatever_came_before() -> None:
    text = "14\\. und [x](https://example.org)\n\n- a"
    first = render(text, 1)
    render("[y](javascript:x) `a` <b> *c*\n\n1. d\n2. e", 1)
    assert render(text, 1) == first


def test_first_sentences_are_at_hand() -> None:
    assert first_sentences(render("Wir *feiern*. Alle kommen.", 1)[0].plain, 15) == "Wir feiern."


# What attackers write: exactly what comes out

ALLOWED = "Erlaubt sind Links ins Netz, an Postfächer, Telefone und auf diese Website: https://…, http://…, mailto:…, tel:…, /…"
ATTACKS = {
    "script": ("<script>alert(1)</script>", "<p>alert(1) </p>", ["prose-html"]),
    "image with a handler": ("<img src=x onerror=alert(1)>", "", ["prose-html"]),
    "open image": ("<img src=x onerror=alert(1)//", "<p>src=x onerror=alert(1)//</p>", ["prose-html"]),
    "svg": ("<svg/onload=alert(1)>", "", ["prose-html"]),
    "nested tags": ("<scr<script>ipt>alert(1)</scr</script>ipt>", "<p>ipt&gt;alert(1)  ipt&gt;</p>", ["prose-html"] * 2),
    "tag over blocks": ("<div\n\nonclick=x>a", "<p>a</p>", ["prose-html"]),
    "block of HTML": ("<div>\n**a**\n</div>", "<p><strong>a</strong></p>", ["prose-html"]),
    "comment": ("a<!--[if IE]><b>x</b><![endif]-->", "<p>a  x  </p>", ["prose-html"] * 2),
    "style": ("<style>@import 'x'</style>", "<p>@import 'x' </p>", ["prose-html"]),
    "greater in an attribute": ('<a title=">" onclick=x>y</a>', '<p>" onclick=x&gt;y </p>', ["prose-html"]),
    "javascript": ("[x](javascript:alert(1))", "<p>x</p>", ["prose-link"]),
    "capital javascript": ("[x](JaVaScRiPt:alert(1))", "<p>x</p>", ["prose-link"]),
    "javascript by entity": ("[x](java&#115;cript&colon;alert(1))", "<p>x</p>", ["prose-link"]),
    "javascript by entity twice": ("[x](java&amp;#115;cript:alert(1))", "<p>x</p>", ["prose-link"]),
    "javascript by tab": ("[x](java\tscript:alert(1))", "<p>x</p>", ["prose-link"]),
    "javascript by line": ("[x](java\nscript:alert(1))", "<p>x</p>", ["prose-link"]),
    "javascript by escape": (r"[x](javascript\:alert(1))", "<p>x</p>", ["prose-link"]),
    "javascript by a control": ("[x](\x01javascript:alert(1))", "<p>x</p>", ["prose-link"]),
    "javascript in angles": ("[x](<javascript:alert(1)>)", "<p>x</p>", ["prose-html", "prose-link"]),
    "javascript as autolink": ("<javascript://%0aalert(1)>", "<p>javascript://%0aalert(1)</p>", ["prose-link"]),
    "vbscript": ("[x](vbscript:x)", "<p>x</p>", ["prose-link"]),
    "data": ("[x](data:text/html;base64,PHNjcmlwdD4=)", "<p>x</p>", ["prose-link"]),
    "file": ("[x](file:///etc/passwd)", "<p>x</p>", ["prose-link"]),
    "no scheme": ("[x](//evil.example)", "<p>x</p>", ["prose-link"]),
    "no scheme by backslash": ("[x](/\\evil.example)", "<p>x</p>", ["prose-link"]),
    "no scheme by tab": ("[x](/\t/evil.example)", "<p>x</p>", ["prose-link"]),
    "no scheme by entity": ("[x](/&#47;evil.example)", "<p>x</p>", ["prose-link"]),
    "name before the host": ("[x](https://bank.example@evil.example)", "<p>x</p>", ["prose-link"]),
    "attribute out of a link": ('[x](https://a.example/"onmouseover="alert(1))', "<p>x)</p>", ["prose-link"]),
    "attribute out of a title": ("[x](https://a.example '\" onmouseover=x')",
                                 '<p><a href="https://a.example" rel="noopener">x</a></p>', []),
    "attribute out of an autolink": ('<https://a.example/"onclick=x>', '<p>https://a.example/"onclick=x</p>', ["prose-link"]),
    "attribute out of a mail": ('<"onclick=x"@a.example>', '<p>"onclick=x"@a.example</p>', ["prose-link"]),
    "picture": ("![x](javascript:alert(1))", "<p>x </p>", ["prose-image"]),
    "picture in a link": (
        "[![x](y)](https://a.example)", '<p><a href="https://a.example" rel="noopener"> x </a></p>', ["prose-image"],
    ),
    "reference": ("[x][y]\n\n[y]: javascript:alert(1)", "<p>[x][y]</p>\n<p>[y]: javascript:alert(1)</p>", []),
    "file of the machine": ("[x]({attach}../../etc/passwd)", "<p>x</p>", ["prose-include", "prose-link"]),
    "file by entity": ("[x](&#123;attach&#125;a)", "<p>x</p>", ["prose-link"]),
    "file in a path": ("[x](/a|filename|b)", "<p>x</p>", ["prose-include", "prose-link"]),
    "placeholder of Markdown": ("\x02klzzwxh:0000\x03 *a* \x02wzxhzdk:0\x03", "<p>klzzwxh:0000 <em>a</em> wzxhzdk:0</p>", []),
    "escape of Markdown": ("\x0260\x03script\x0262\x03", "<p>60script62</p>", []),
    "entities of tags": ("&lt;script&gt;", "<p>&lt;script&gt;</p>", []),
    "numbers of tags": ("&#60;script&#62;", "<p>&lt;script&gt;</p>", []),
    "reading order": ("a&#x202e;b", "<p>a b</p>", ["prose-character"]),
    "tag in code": ("`<script>`", "", ["prose-html"]),
    "many brackets": ("[" * 5000, "", ["prose-brackets"]),
    "deep quote": (">" * 5000, "", ["prose-depth"]),
    "deep list": ("- " * 50 + "a", "", ["prose-depth"]),
}


@pytest.mark.parametrize(("text", "html", "codes"), ATTACKS.values(), ids=ATTACKS)
def test_an_attack_is_named_and_comes_to_nothing(text: str, html: str, codes: list[str]) -> None:
    result, faults = render(text, 1)
    assert (result.html, [fault.code for fault in faults]) == (html, codes)


LINKS = {
    "no scheme at all": ("www.example.org/a", "Schreiben Sie: https://www.example.org/a"),
    "only a domain": ("example.org", "Schreiben Sie: https://example.org"),
    "two strokes": ("//example.org", "Schreiben Sie: https://example.org"),
    "mail": ("a@example.org", "Schreiben Sie: mailto:a@example.org"),
    "telephone": ("tel:+49 (6621) 12", "Schreiben Sie: tel:+49662112"),
    "space": ("https://example.org/a b", ALLOWED),
    "script": ("javascript:alert(1)", ALLOWED),
    "file beside": ("plakat.pdf", ALLOWED),
    "path": ("bilder/plakat", ALLOWED),
    "fragment": ("#unten", ALLOWED),
    "ftp": ("ftp://example.org", ALLOWED),
}


@pytest.mark.parametrize(("href", "mend"), LINKS.values(), ids=LINKS)
def test_a_refused_link_says_what_was_meant(href: str, mend: str) -> None:
    assert render(f"eins\n\n[x]({href})", 5)[1] == (
        Fault(code="prose-link", message=f"„{href}“ ist kein erlaubter Link.", mend=mend, line=7),
    )


def test_a_link_needs_words() -> None:
    assert render("a [](https://example.org) b", 1) == (Prose(html="<p>a  b</p>", plain="a b"), (Fault(
        code="prose-link", line=1, message="Der Link „https://example.org“ hat keinen Text.",
        mend="Schreiben Sie: [Worte, die man anklickt](https://example.org)",
    ),))


def test_a_link_needs_an_address() -> None:
    assert render("[x]()", 1)[1] == (Fault(
        code="prose-link", line=1, message="Einem Link fehlt das Ziel.",
        mend="Schreiben Sie: [Worte, die man anklickt](https://…)",
    ),)


def test_each_refused_link_has_its_line() -> None:
    faults = render("[a](x:1)\n\n- [b](x:2)\n\n[c](x:1)", 10)[1]
    assert [(fault.line, fault.message[:5]) for fault in faults] == [(10, "„x:1“"), (12, "„x:2“"), (14, "„x:1“")]


def test_a_long_address_is_shortened() -> None:
    assert render(f"[x](data:{'x' * 100})", 1)[1][0].message == f"„data:{'x' * 54}…“ ist kein erlaubter Link."


@pytest.mark.parametrize(
    "href", ["https://example.org", "HTTP://example.org:8080/a#b", "/", "/a/b?c", "mailto:a+b@example.org", "tel:112"],
)
def test_good_addresses(href: str) -> None:
    assert (is_address(href), nearest_address(href)) == (True, None)


@pytest.mark.parametrize("href", [
    "", "https://", "https:///a", "https://a b", "//a", "/\\a", "mailto:a", "mailto:a@b@c", "tel:", "a", "?a", "https://a/&lt;",
])
def test_bad_addresses(href: str) -> None:
    assert not is_address(href)


# Whatever is written


class Seen(HTMLParser):
    """Everything a page has, by a reader that knows nothing of us; refuses what HTML does not allow."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.hrefs: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self.open[-1] if self.open else ""
        assert tag in TAGS
        assert {name for name, _ in attrs} == ({"href", "rel"} if tag == "a" else set())
        assert (tag == "li") == (parent in ("ul", "ol"))
        assert tag != "a" or "a" not in self.open
        assert tag not in ("p", "h3", "h4", "ul", "ol", "blockquote") or parent in ("", "li", "blockquote")
        self.hrefs += [value or "" for name, value in attrs if name == "href"]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def check(text: str) -> None:
    begin = time.process_time()
    result, faults = render(text, 3)
    assert time.process_time() - begin < 2
    seen = Seen(result.html)
    assert all(re.match(r"https?://[^/@]|mailto:|tel:|/(?![/\\])", href, re.IGNORECASE) for href in seen.hrefs)
    assert nh3.clean(
        result.html, tags=set(TAGS), attributes={"a": {"href", "rel"}}, link_rel=None,
        url_schemes={"http", "https", "mailto", "tel"},
    ) == result.html
    assert not re.search(r"<(ul|ol|li|p|h3|h4|blockquote|em|strong|a)[^>]*>\s*</\1>|[\x00\x02\x03]", result.html)
    assert all(3 <= fault.line <= 4 + text.count("\n") + text.count("\r") and fault.message and fault.mend for fault in faults)
    assert "  " not in result.plain
    assert render(text, 3) == (result, faults)


NASTY = st.text(alphabet="ab<>/&;:#\"'()[]{}|!*_`\\ \n\t=-+.1@\x02\x03\u202e\u200b", max_size=120)
PARTS = st.lists(st.sampled_from([
    "<script>", "</p>", "<b ", "onclick=", "javascript:", "[x](", "](", ")", "https://a.de", "//a.de", "**", "*", "__",
    "_", "`", "\n", "\n\n",
    "- ", "1. ", "2. ", "> ", "    ", "# ", "### ", "&lt;", "&#58;", "&#x202e;", "![", "{attach}", "<a@b.de>",
    "<https://a.de>", "\\", "  \n",
    "\x02amp\x03", "klzzwxh:0001", "a", "<!--", "-->", "\"", "'", "===", "[", "]", "•", "14. ",
]), max_size=30).map("".join)


@settings(deadline=None, max_examples=600)
@given(NASTY | PARTS)
def test_whatever_is_written_only_the_allowed_comes_out(text: str) -> None:
    check(text)


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=200))
def test_whatever_script_it_is_written_in(text: str) -> None:
    check(text)


REPEATED = [
    "*a ", "_a ", "*", "_", "`", "\\", "&", "<", "!", "**a* ", "- ", "> ", "# ", "1. ", "1. a\n", "(a", "*_", "a@b ",
    "- a\n", "> a\n\n", "<a",
    "&amp;", "  \n", "- \n", "![a", "{attach}", "*a*", "***a** ", "_*a*_ ", "• ", "  - a\n", "    a\n\n", "- a\n\n",
    "<a@b.de>", "<http://a>", "\\*", "=\n", "* * x ", "#\n", "a\n- b\n", "a  \n", "&#8238;", '"', "[x](", "[x](\"",
    "- - x ", "_ _ x ", " ", "\t",
    "<!--", "&#", "</",
]


@pytest.mark.parametrize("part", REPEATED)
def test_no_text_takes_long(part: str) -> None:
    check((part * 20_000)[:19_999] + "x")


def test_every_inline_pattern_of_markdown_is_known() -> None:
    """A new version that brings another must not bring it to our pages unseen."""
    patterns = markup._CONVERTER.inlinePatterns
    assert [name for name in markup._SIGNS if name not in patterns] == []
    assert len(patterns) == len(markup._SIGNS)


def test_a_plain_markdown_would_have_let_it_through() -> None:
    """The attack table is no theory."""
    assert "<script>" in Markdown().convert("<script>alert(1)</script>")
