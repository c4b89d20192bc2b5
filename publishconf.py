"""Settings of the published site: everything in pelicanconf.py, and what differs only there."""

from pelicanconf import *  # noqa: F403 -- Pelican's own way of layering settings

# Where the published site lives; see pelicanconf.py.
SITEURL = "https://ikw.example.org"
