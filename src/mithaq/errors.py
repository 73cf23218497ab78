"""Everything that Mithaq raises on purpose.

    MithaqError
    ├── InputError      a text, file or record that cannot be read
    ├── LexiconError    word data that does not hold to its form
    ├── RegisterError   a register that cannot be opened, read or written
    └── UsageError      options that do not go together

A message says where, what was expected, what was found and how to mend it.
"""

from __future__ import annotations


class MithaqError(Exception):
    """The base of all errors of this package."""


class InputError(MithaqError):
    """A text, file or record that cannot be read: names the file, the line and the remedy."""


class LexiconError(MithaqError):
    """Word data that does not hold to its form: one line a fault, all faults at once."""


class RegisterError(MithaqError):
    """A register that cannot be opened, read or written."""


class UsageError(MithaqError):
    """Options that do not go together, or a value that is none."""
