"""``python -m hegang_qa``, and the command ``hegang-qa``: the same.

Ctrl-C ends the program in silence from here on, as the rest of it takes a moment to load; later
`hegang_qa.cli.main` decides what it does.
"""

import os
import signal

_EARLY = signal.getsignal(signal.SIGINT) is signal.default_int_handler
if _EARLY:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def program() -> None:
    """Run the program and leave with its exit status."""
    from hegang_qa.cli.main import program

    try:
        if _EARLY:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        program()
    except KeyboardInterrupt:  # between here and there
        os._exit(130)


if __name__ == "__main__":
    program()
