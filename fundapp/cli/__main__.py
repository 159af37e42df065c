"""`python -m fundapp.cli` is the command."""

import sys

from fundapp.cli import main

sys.exit(main())
