"""Judges of the built site: what others wrote (vnu, axe, khal, vobject, linkinator, jsonschema) and what they miss."""
