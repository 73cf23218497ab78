"""Say in one line why this Python cannot set Mithaq up, before anything is installed. Runs on any Python 3."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  runs before the version is known
    found = ".".join(map(str, sys.version_info[:2]))
    sys.exit(f"Mithaq needs Python 3.11 or newer, found {found}; name one: make PYTHON=python3.11 ...")
try:
    import ensurepip  # noqa: F401  what Debian leaves out of python3
    import venv  # noqa: F401
except ImportError:
    sys.exit("Mithaq needs Python's venv; on Debian or Ubuntu: sudo apt install python3-venv")
