"""Texts from pages, PDFs and the like, taken out in a process of its own, within bounds of time and memory.

What a stranger wrote may be made to crash a parser, to keep it busy for hours or to fill the memory. Here it ends one
document: the process is stopped, the reason told, and the next document gets a new process.
"""

from __future__ import annotations

import os
import struct
import sys
import time
from collections.abc import Iterator
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self

import msgspec

from mithaq.errors import InputError
from mithaq.sources.items import Found
from mithaq.sources.kinds import Kind

SECONDS = 60.0
"""How long one document may take."""

MEGABYTES = 2048
"""How much memory the process may take."""

if TYPE_CHECKING:
    import subprocess

_LENGTH = struct.Struct(">Q")
_decode = msgspec.msgpack.Decoder(Found | None).decode
_encode = msgspec.msgpack.Encoder().encode


class Task(msgspec.Struct, kw_only=True, omit_defaults=True):
    """One thing to take texts out of: its bytes, or the path of a file that is larger than one document may be."""

    kind: Kind
    data: bytes = b""
    path: str | None = None
    charset: str | None = None
    codec: str | None = None
    columns: dict[str, str] = {}


class Workshop:
    """A process that takes texts out of files, started when the first task comes."""

    def __init__(self, *, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        self._seconds = seconds
        self._megabytes = megabytes
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop the process, if one runs."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def texts(self, task: Task) -> Iterator[Found]:
        """What is found in a file, one text at a time; a text that could not be taken out has its `fault`.

        Raises:
            InputError: nothing can be taken out of the file, or of what is left of it.
        """
        try:
            process = self._running()
            assert process.stdin and process.stdout
            _write(process.stdin, _encode(task))
            while (found := _decode(self._reply(process.stdout))) is not None:
                if found.is_last:
                    self._reply(process.stdout)  # that this is all
                    raise InputError(found.fault)
                yield found
        except (BrokenPipeError, EOFError):
            raise InputError(self._why_it_ended()) from None
        except TimeoutError:
            self.close()
            raise InputError(
                f"expected {task.kind} that is read within {self._seconds:g} seconds, found one that takes longer; "
                "it may be damaged or made to do harm: leave it out"
            ) from None
        except GeneratorExit:
            self.close()  # whoever asked has left in the midst of an answer
            raise

    def _running(self) -> subprocess.Popen[bytes]:
        import subprocess  # not for texts alone

        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "mithaq.sources.worker", str(self._megabytes)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process

    def _reply(self, stream: IO[bytes]) -> bytes:
        deadline = time.monotonic() + self._seconds
        (length,) = _LENGTH.unpack(_read(stream, _LENGTH.size, deadline))
        return _read(stream, length, deadline)

    def _why_it_ended(self) -> str:
        process = self._process
        assert process
        process.kill()
        code = process.wait()
        self.close()
        how = f"stopped by signal {-code}" if code < 0 else f"left with code {code}"
        return (
            f"expected a file that can be taken apart, found one that the parser failed on ({how}; it may take "
            f"{self._megabytes} MB of memory); it may be damaged or made to do harm: leave it out"
        )


def _read(stream: IO[bytes], length: int, deadline: float) -> bytes:
    import select

    parts = []
    while length:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([stream], [], [], left)[0]:
            raise TimeoutError
        part = os.read(stream.fileno(), min(length, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def _write(stream: IO[bytes], message: bytes) -> None:
    stream.write(_LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()
