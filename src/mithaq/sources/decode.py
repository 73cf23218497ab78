"""Bytes to text: UTF-8, UTF-16 with its mark, or the encoding that the user names."""

from __future__ import annotations

import codecs
from mithaq.errors import InputError, UsageError

UTF8_MARK = codecs.BOM_UTF8
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def find_codec(name: str) -> str:
    """The codec that a user's `--encoding` names.

    Raises:
        UsageError: Python knows none by that name, or it is no encoding of text.
    """
    try:
        codec = codecs.lookup(name)
        if codec._is_text_encoding:  # type: ignore[attr-defined]  # how the standard library tells them apart
            return codec.name
    except (LookupError, ValueError):
        pass
    raise UsageError(f"--encoding: expected an encoding such as cp1256 or utf-16, found {name!r}")


def marked_codec(head: bytes) -> str | None:
    """The codec that the mark at the head of a file tells, or None where there is no mark or it is UTF-8's."""
    if head.startswith(_UTF32_MARKS):
        return "utf-32"
    return "utf-16" if head.startswith(_UTF16_MARKS) else None


def decode(data: bytes, *, codec: str | None = None) -> str:
    """The text that bytes hold.

    Args:
        data: the whole document.
        codec: how it is encoded; None reads UTF-16 with its mark, and else UTF-8.

    Raises:
        InputError: they are not encoded so; the message names the first bad byte, its line and the remedy.
    """
    chosen = codec or marked_codec(data[:4]) or "utf-8"
    try:
        return data.decode(chosen).removeprefix("\ufeff")
    except UnicodeDecodeError as broken:
        at = broken.start
        line = data.count(b"\n", 0, at) + 1
        found = f"found byte 0x{data[at]:02x} at offset {at} (line {line})" if at < len(data) else "found a cut end"
        raise InputError(f"expected {chosen.upper()}, {found}; {_remedy(data, codec)}") from None


def _remedy(data: bytes, codec: str | None) -> str:
    if codec:
        return "give the encoding that the file has with --encoding"
    if b"\x00" in data:
        return "it looks like no text; leave the file out, or name its encoding with --encoding"
    return (
        "if it is Windows Arabic, convert it (iconv -f cp1256 -t utf-8 OLD > NEW) or add --encoding cp1256; "
        "else name its encoding with --encoding"
    )


def zero_remedy(data: bytes) -> str | None:
    """What to say of a text full of zero bytes: that it may be UTF-16 without its mark; None where it holds few."""
    head = data[:4096]
    if len(head) >= 4 and head.count(0) * 10 >= len(head):
        guess = "utf-16-le" if head[1::2].count(0) >= head[0::2].count(0) else "utf-16-be"
        return f"expected text, found zero bytes; if it is UTF-16 without a mark, add --encoding {guess}"
    return None
