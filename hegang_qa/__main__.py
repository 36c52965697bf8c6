"""``python -m hegang_qa``: the same as the command ``hegang-qa``."""

import sys

from hegang_qa.cli.main import main

sys.exit(main())
