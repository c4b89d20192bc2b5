"""Views: what a page shows, in one language, ready to print. Floor 3: no disk, no clock, no decision about days."""
