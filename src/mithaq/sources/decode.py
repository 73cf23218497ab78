"""Bytes to text: UTF-8, UTF-16 with its mark, or the encoding that the user names."""

from __future__ import annotations

import codecs

from mithaq.errors import InputError, UsageError

UTF8_MARK = codecs.BOM_UTF8
LINE_END = b"\n"
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def find_codec(name: str) -> str:
    """The codec that a user's `--encoding` names.

    Raises:
        UsageError: Python knows none by that name, or it is no encoding of text.
    """
    try:
        codec = codecs.lookup(name)
        if codec._is_text_encoding:  # how the standard library tells them apart
            return codec.name
    except (LookupError, ValueError):
        pass
    raise UsageError(f"--encoding: expected an encoding such as cp1256 or utf-16, found {name!r}")


def marked_codec(head: bytes) -> str | None:
    """The codec that the mark at the head of a file tells, or None where there is no mark or it is UTF-8's."""
    if head.startswith(_UTF32_MARKS):
        return "utf-32"
    return "utf-16" if head.startswith(_UTF16_MARKS) else None


def decode(data: bytes, *, codec: str | None = None, is_line: bool = False) -> str:
    """The text that bytes hold.

    Args:
        data: the whole document, or one line of a file.
        codec: how it is encoded; None reads UTF-16 with its mark, and else UTF-8.
        is_line: it is a line: no mark stands at its head, and the caller names its number.

    Raises:
        InputError: they are not encoded so; the message names the first bad byte, its line and the remedy.
    """
    chosen = codec or (None if is_line else marked_codec(data[:4])) or "utf-8"
    try:
        return data.decode(chosen).removeprefix("\ufeff")
    except UnicodeDecodeError as broken:
        at = broken.start
        where = "of the line" if is_line else f"(line {data.count(LINE_END, 0, at) + 1})"
        found = f"found byte 0x{data[at]:02x} at offset {at} {where}" if at < len(data) else "found a cut end"
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


def unmarked_remedy(data: bytes) -> str | None:
    """What to say of bytes that look like UTF-16 without its mark; None where they do not.

    Every other byte of such a text is the high byte of a character: 0x00 in Latin script, 0x06 in Arabic.
    """
    head = data[:4096]
    high = [sum(byte in (0x00, 0x06) for byte in head[place::2]) * 2 / max(len(head), 1) for place in (0, 1)]
    if len(head) < 4 or max(high) < 0.8 or min(high) > 0.5:
        return None
    guess = "utf-16-be" if high[0] > high[1] else "utf-16-le"
    return f"expected UTF-8, or UTF-16 with its mark, found what looks like UTF-16 without it; add --encoding {guess}"


_UTF8_NAMES = ("utf-8", "utf8", "utf-8-sig")


def decode_declared(
    data: bytes, *, declared: str | None, told: str | None = None, codec: str | None = None
) -> str:
    """The text of a page or feed that says itself how it is encoded.

    What is UTF-8 with letters beyond ASCII is that, whatever it says: by chance no other text looks so.

    Args:
        data: the whole of it.
        declared: the encoding that it names.
        told: the encoding that the server named.
        codec: the encoding that the user named, which holds.

    Raises:
        InputError: it is not encoded as it says.
    """
    if codec or marked_codec(data[:4]):
        return decode(data, codec=codec)
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as broken:
        at = broken.start
    names = [name for name in (declared, told) if name and name.lower() not in _UTF8_NAMES]
    for name in names:
        try:
            return data.decode(_web_codec(name))
        except (UnicodeDecodeError, LookupError, UsageError):
            continue
    says = f"{names[0]!r:.60} as it says" if names else "UTF-8"
    raise InputError(
        f"expected {says}, found byte 0x{data[at]:02x} at offset {at} (line {data.count(LINE_END, 0, at) + 1}), which "
        "is not; if it is Windows Arabic, add --encoding cp1256; else name its encoding with --encoding"
    )


def _web_codec(name: str) -> str:
    """What pages that claim Latin-1 are written in is its superset of Windows, as browsers take it."""
    found = find_codec(name.strip())
    return "cp1252" if found in ("iso8859-1", "ascii") else found
