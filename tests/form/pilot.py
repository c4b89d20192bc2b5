"""A pilot: fills the form in a browser as people do, and reads what it says."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Page

CONCERT = {
    "title": "Konzert: Lieder der Welt", "category": "musik", "text": "Wir singen Lieder aus aller Welt.\n\nAlle dürfen mitsingen.", "when.0.day": "2025-09-20",
    "when.0.from": "19:30", "venues.0.name": "Bürgerhaus", "venues.0.street": "Am Ring 1", "venues.0.postcode": "36179", "venues.0.town": "Bebra",
    "organisers.0.name": "Chor der Nationen", "cost.kind": "free",
}
CONCERT_FILE = """---
title: "Konzert: Lieder der Welt"
when: Sa 20.09.2025, 19.30 Uhr
venue:
  name: Bürgerhaus
  street: Am Ring 1
  postcode: 36179
  town: Bebra
  municipality: bebra
organisers:
  - Chor der Nationen
category: musik
languages: [de]
cost: free
---
Wir singen Lieder aus aller Welt.

Alle dürfen mitsingen.
"""


def unfold(tab: Page) -> None:
    """Open everything that is folded up."""
    tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


def fill(tab: Page, values: Mapping[str, str]) -> None:
    """Give answers by the names of the controls, with rows added as they are needed, and wait until the form has read them."""
    unfold(tab)
    for name, value in values.items():
        parts = name.split(".")
        if len(parts) > 1 and parts[1].isdigit():
            rows = tab.locator(f"[data-rows={parts[0]}] > .one")
            while rows.count() <= int(parts[1]):
                tab.locator(f"[data-rows={parts[0]}] > .add button").click()
                unfold(tab)
        if parts[0] == "when" and parts[-1] == "text" and not tab.locator(f'[name="{name}"]').is_visible():
            tab.locator("[data-rows=when] > .one").nth(int(parts[1])).locator(".swap button").click()
        controls = tab.locator(f'[name="{name}"]')
        kind = controls.first.get_attribute("type") or controls.first.evaluate("(one) => one.localName")
        if kind == "radio" or (kind == "checkbox" and value not in ("", "ja")):
            for one in value.split():
                tab.locator(f'[name="{name}"][value="{one}"]').check()
        elif kind == "checkbox":
            controls.first.set_checked(value == "ja")
        elif kind == "select":
            controls.first.select_option(value)
        else:
            controls.first.fill(value)
    tab.wait_for_selector(".card[aria-busy=false]")


def hand_in(tab: Page) -> None:
    """Ask to hand in, and wait for the answer: what is wrong, or how to hand in."""
    tab.locator("button[type=submit]").click()
    tab.wait_for_selector(".summary:not([hidden]), .done:not([hidden])")


def letter_file(tab: Page) -> str:
    """Return the event file that stands in the letter, between its two lines."""
    _, _, rest = tab.input_value("#letter").partition(".md -----\n")
    text, end, _ = rest.partition("----- ende -----")
    assert end, tab.input_value("#letter")
    return text


def faults(tab: Page) -> dict[str, str]:
    """Return what is said at the questions, by the name of the control."""
    found: dict[str, str] = tab.evaluate("""() => Object.fromEntries([...document.querySelectorAll(".fault")].map((one) => {
        const box = one.parentElement;
        const control = box.querySelector("input:not([type=hidden]), textarea, select");
        return [control.name || control.id, one.innerText.replace(/\\s+/g, " ").trim()];
    }))""")
    return found
