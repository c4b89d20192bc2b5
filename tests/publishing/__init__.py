"""Publishing: headers, packed files, releases, and the ways they go live."""
