"""Prose texts: what can be wrong with a text, as one table of German texts. Floor 1, pure. A form can show all of them."""

from __future__ import annotations

from ikw.problems import N_, Template

_WRITE = N_("Schreiben Sie: {near}")

TEMPLATES = {
    "prose-long": Template(
        "prose-length", N_("Der Text hat {count} Zeichen, erlaubt sind {limit}."),
        N_("Kürzen Sie ihn; ein langer Text gehört auf eine eigene Seite, auf die ein Link führt."),
    ),
    "prose-brackets": Template(
        "prose-brackets", N_("Der Text enthält {count} Mal „{bracket}“, erlaubt sind {limit}."),
        N_("Schreiben Sie den Text mit weniger davon."),
    ),
    "prose-deep": Template(
        "prose-depth", N_("Listen oder Zitate sind {depth} Mal ineinander geschachtelt, erlaubt sind {limit}."),
        N_("Rücken Sie weniger ein."),
    ),
    "prose-image": Template(
        "prose-image", N_("„{seen}“ ist ein Bild mitten im Text."),
        N_("Löschen Sie es hier, und nennen Sie das Bild oben im Feld image, mit image_alt und image_credit."),
        in_form=N_("Löschen Sie es hier, und wählen Sie das Bild unten bei „Bild“ aus."),
    ),
    "prose-include": Template(
        "prose-include", N_("„{seen}“ ist im Text nicht erlaubt."), N_("Löschen Sie es; Links beginnen mit https://."),
    ),
    "prose-hidden": Template("prose-character", N_("„{seen}“ steht für ein unsichtbares Zeichen."), N_("Löschen Sie es.")),
    "prose-www": Template(
        "prose-link", N_("„{seen}“ ist kein vollständiger Link."), N_("Schreiben Sie: <https://{host}>"),
    ),
    "prose-html": Template(
        "prose-html", N_("„{seen}“ ist HTML, das geht im Text nicht."),
        N_("Löschen Sie es; **so** schreiben Sie fett und *so* kursiv."),
    ),
    # links
    "link-without-goal": Template(
        "prose-link", N_("Einem Link fehlt das Ziel."), N_("Schreiben Sie: [Worte, die man anklickt](https://…)"),
    ),
    "link-without-words": Template(
        "prose-link", N_("Der Link „{seen}“ hat keinen Text."), N_("Schreiben Sie: [Worte, die man anklickt]({near})"),
    ),
    "link-near": Template("prose-link", N_("„{seen}“ ist kein erlaubter Link."), _WRITE),
    "link-wrong": Template(
        "prose-link", N_("„{seen}“ ist kein erlaubter Link."),
        N_(
            "Erlaubt sind Links ins Netz, an Postfächer, Telefone und auf diese Website: "
            "https://…, http://…, mailto:…, tel:…, /…"
        ),
    ),
}
