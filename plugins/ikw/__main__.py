"""`python -m ikw` is the program `ikw`."""

import sys

from ikw.cli import main

sys.exit(main())
