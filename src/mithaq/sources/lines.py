"""Lines of a JSON Lines file, one at a time, however long the file and whatever stands in it."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from mithaq.errors import InputError
from mithaq.sources.decode import UTF8_MARK, decode, marked_codec, unmarked_remedy
from mithaq.sources.items import LARGEST

_CHUNK = 1 << 16
_TOO_LONG = f"expected at most {LARGEST // 1_000_000} MB a document, found a longer line; split it, or check for lost line ends"

BROKEN = "\udfff"  # stands where bytes could not be decoded: no decoder makes half of a surrogate pair
MARKING = "mithaq.sources.broken"
codecs.register_error(MARKING, lambda error: (BROKEN, error.end))  # type: ignore[attr-defined]


def read_lines(stream: BinaryIO, *, codec: str | None) -> Iterator[tuple[int, bytes | InputError]]:
    """Number, from 1, and UTF-8 bytes of each line that is not blank, or what is wrong with it.

    Never holds more than one line of at most LARGEST bytes; of a longer one, the rest is passed over.

    Args:
        stream: opened for bytes.
        codec: how it is encoded; None reads UTF-16 with its mark, and else UTF-8.
    """
    first = stream.readline(LARGEST + 1)
    codec = codec or marked_codec(first[:4])
    if codec and codec != "utf-8":
        yield from _decoded(stream, first, codec)
        return
    if remedy := unmarked_remedy(first):
        yield 1, InputError(remedy)
        return
    line = first.removeprefix(UTF8_MARK)
    number = 1
    while line:
        if len(line) > LARGEST and not line.endswith(b"\n"):
            _pass_over(stream)
            yield number, InputError(_TOO_LONG)
        elif line.strip():
            yield number, _checked(line)
        line = stream.readline(LARGEST + 1)
        number += 1


def _checked(line: bytes) -> bytes | InputError:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        try:
            decode(line, is_line=True)
        except InputError as wrong:
            return wrong
    return line


def _pass_over(stream: BinaryIO) -> None:
    while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
        pass


def _decoded(stream: BinaryIO, first: bytes, codec: str) -> Iterator[tuple[int, bytes | InputError]]:
    decoder = codecs.getincrementaldecoder(codec)(errors=MARKING)
    number, parts, length = 1, list[str](), 0
    for chunk in chain((first,), iter(lambda: stream.read(_CHUNK), b""), (b"",)):
        text = decoder.decode(chunk, final=not chunk)
        lines = text.split("\n")
        for place, piece in enumerate(lines):
            if length <= LARGEST:
                parts.append(piece)
            length += len(piece)
            if place < len(lines) - 1 or not chunk:
                yield from _finished(number, parts, length, codec)
                number, parts, length = number + 1, [], 0


def _finished(
    number: int, parts: list[str], length: int, codec: str
) -> Iterator[tuple[int, bytes | InputError]]:
    line = "".join(parts).removeprefix("\ufeff") if length <= LARGEST else ""
    if BROKEN in line:
        yield (
            number,
            InputError(
                f"expected {codec.upper()}, found bytes that are not; mend the line, or give the encoding that the file "
                "has with --encoding"
            ),
        )
        return
    data = line.encode("utf-8", "surrogatepass")
    if length > LARGEST or len(data) > LARGEST:
        yield number, InputError(_TOO_LONG)
    elif data.strip():
        yield number, data
