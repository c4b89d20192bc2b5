"""Publishing: from a checked build to the live site: what is sent beside a file, how it is packed, how it goes live and back. Floor 5."""
