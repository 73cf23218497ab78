"""The process that `workshop` starts: takes a task from standard input, writes what it finds to standard output."""

from __future__ import annotations

import os
import signal
import struct
import sys
from collections.abc import Callable, Iterator
from typing import BinaryIO

import msgspec

from mithaq.errors import InputError
from mithaq.sources.items import Found
from mithaq.sources.kinds import Kind
from mithaq.sources.workshop import Task

_LENGTH = struct.Struct(">Q")


def main() -> None:
    """Do tasks until no more come."""
    _bound(int(sys.argv[1]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that started this process ends it
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what parsers print is no answer
    decode = msgspec.msgpack.Decoder(Task).decode
    encode = msgspec.msgpack.Encoder().encode
    while task := _next(sys.stdin.buffer):
        try:
            for found in _texts(decode(task)):
                _send(answers, encode(found))
        except InputError as wrong:
            _send(answers, encode(Found(fault=str(wrong), is_last=True)))
        except MemoryError:
            os._exit(1)  # little can be done in a process that has no memory left
        except Exception as wrong:  # noqa: BLE001  parsers of others raise what they like
            reason = f"{type(wrong).__name__}: {wrong}"[:200]
            fault = (
                f"expected a file that can be taken apart, found one that fails with {reason}; leave it out"
            )
            _send(answers, encode(Found(fault=fault, is_last=True)))
        _send(answers, encode(None))


def _bound(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # no Unix: time is bounded all the same
        return
    for what, most in ((resource.RLIMIT_AS, megabytes << 20), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # not on every system
            continue


def _texts(task: Task) -> Iterator[Found]:
    return _TAKERS[task.kind](task)


def _page(task: Task) -> Iterator[Found]:
    from mithaq.sources.html import read_page

    yield read_page(task.data, charset=task.charset, codec=task.codec)


def _pdf(task: Task) -> Iterator[Found]:
    from mithaq.sources.pdf import read_pdf

    title, text = read_pdf(task.data)
    yield Found(title=title, text=text)


def _word(task: Task) -> Iterator[Found]:
    from mithaq.sources.word import read_word

    yield read_word(task.data)


def _feed(task: Task) -> Iterator[Found]:
    from mithaq.sources.feeds import read_feed

    yield from read_feed(task.data, charset=task.charset, codec=task.codec)


def _parquet(task: Task) -> Iterator[Found]:
    from mithaq.sources.tables import read_parquet

    assert task.path
    yield from read_parquet(task.path, columns=task.columns)


_TAKERS: dict[Kind, Callable[[Task], Iterator[Found]]] = {
    Kind.PAGE: _page,
    Kind.PDF: _pdf,
    Kind.WORD: _word,
    Kind.FEED: _feed,
    Kind.PARQUET: _parquet,
}


def _next(stream: BinaryIO) -> bytes:
    head = stream.read(_LENGTH.size)
    return stream.read(_LENGTH.unpack(head)[0]) if len(head) == _LENGTH.size else b""


def _send(stream: BinaryIO, message: bytes) -> None:
    stream.write(_LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


if __name__ == "__main__":
    main()
