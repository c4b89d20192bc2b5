"""Easy Language: what in a text is hard to read, with the easier words. Floor 1, standard library only.

After „Die Regeln für Leichte Sprache“ (Netzwerk Leichte Sprache) and „Empfehlungen für Deutsche Leichte Sprache“ (DIN SPEC
33429): short sentences, one to a line, active, without genitive or subjunctive; long words with a hyphen or a mediopoint;
digits, but no abbreviations and no special characters. Only what can be told from the letters is judged, and rather too little
than too much: whether a text is easy, its readers say. So these are warnings, with the better form where there is one.

`reading` takes a text apart, each kind of rule has a module, `judging` runs them all, `word_lists` holds the words they know.
"""

from ikw.easy_language.judging import WARNINGS_OF_A_KIND, check

__all__ = ["WARNINGS_OF_A_KIND", "check"]
