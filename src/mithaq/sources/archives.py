"""What is packed: the files of a zip and the pages of a web archive, one at a time, each as large as a document may be."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Any, BinaryIO, NamedTuple

from mithaq.errors import InputError
from mithaq.sources.items import LARGEST
from mithaq.sources.kinds import TYPES, Kind, kind_by_name

_MOST_FILES = 200_000
_UNPACKED = 100_000_000  # bytes from which a zip is looked at for being a bomb
_RATIO = 100  # times its own size that such a zip may have unpacked; text has 3 to 10


class Member(NamedTuple):
    """A file of a zip: its name there, and a stream of its bytes, or what is wrong with it."""

    name: str
    stream: BinaryIO | None
    fault: str | None = None


class Capture(NamedTuple):
    """A page of a web archive: its address, kind and bytes, or what is wrong with it."""

    url: str
    kind: Kind | None
    data: bytes
    charset: str | None = None
    fault: str | None = None


def zip_members(stream: BinaryIO, size: int) -> Iterator[Member]:
    """The files of a zip that documents come from, by name; others in it are passed over.

    Args:
        stream: the zip; it must be one that can be sought in.
        size: of the zip, in bytes.

    Raises:
        InputError: it is no zip, or has more files or bytes than any zip of texts.
    """
    try:
        packed = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as wrong:
        raise InputError(f"expected a zip, found none or a damaged one: {wrong}; pack it anew") from None
    with packed:
        members = [member for member in packed.infolist() if _is_source(member)]
        if len(members) > _MOST_FILES:
            raise InputError(
                f"expected at most {_MOST_FILES} files in a zip, found {len(members)}; divide it"
            )
        budget = _Budget(size)
        for member in sorted(members, key=lambda each: each.filename):
            if kind_by_name(member.filename) is Kind.ZIP:
                yield Member(
                    member.filename,
                    None,
                    "expected a text, found a zip within a zip; unpack the outer one first",
                )
                continue
            try:
                file = packed.open(member)
            except RuntimeError:
                yield Member(
                    member.filename, None, "expected a file, found one locked by a password; unlock it first"
                )
                continue
            except (zipfile.BadZipFile, NotImplementedError) as wrong:
                yield Member(
                    member.filename, None, f"expected a file, found a damaged one: {wrong}; pack it anew"
                )
                continue
            with file:
                yield Member(member.filename, io.BufferedReader(_Metered(file, budget)))
            if budget.is_spent:
                raise InputError(budget.fault)


def _is_source(member: zipfile.ZipInfo) -> bool:
    parts = member.filename.split("/")
    is_hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    return not member.is_dir() and not is_hidden and kind_by_name(member.filename) is not None


class _Budget:
    """How many bytes a zip may give."""

    def __init__(self, size: int) -> None:
        self._most = max(_UNPACKED, _RATIO * size)
        self._given = 0
        self.fault = (
            f"expected texts, found a zip of {size} bytes with more than {self._most // 1_000_000} MB in it, as in one "
            "that is made to do harm; the rest of it is not read"
        )

    def spend(self, count: int) -> None:
        self._given += count

    @property
    def is_spent(self) -> bool:
        return self._given > self._most


class _Metered(io.RawIOBase):
    """The stream of a member, that ends with an InputError where it is damaged or the zip gives too much."""

    def __init__(self, file: IO[bytes], budget: _Budget) -> None:
        self._file = file
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._file.read(len(buffer))
        except (zipfile.BadZipFile, zlib.error, EOFError) as wrong:
            raise InputError(f"expected a file, found a damaged one: {wrong}; pack it anew") from None
        self._budget.spend(len(data))
        if self._budget.is_spent:
            raise InputError(self._budget.fault)
        buffer[: len(data)] = data
        return len(data)


def captures(stream: BinaryIO) -> Iterator[Capture]:
    """The pages and documents of a web archive; redirects, pictures, failures and requests are passed over.

    Raises:
        InputError: it is no web archive, or damaged from here on.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        for record in ArchiveIterator(stream):
            if record.rec_type not in ("response", "resource", "conversion"):
                continue
            http = record.http_headers
            if http is not None and http.get_statuscode() != "200":
                continue
            told = (http.get_header("content-type") if http is not None else record.content_type) or ""
            media, _, parameters = told.partition(";")
            media = media.strip().lower()
            kind = TYPES.get(media)
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            if (media and kind is None) or not url.startswith(("http://", "https://")):
                continue
            yield _capture(url, kind, record.content_stream(), charset_of(parameters))
    except (ArchiveLoadFailed, EOFError, zlib.error, ValueError, OSError, AttributeError) as wrong:
        raise InputError(
            f"expected a web archive (WARC), found none or one damaged from here on: {wrong!s:.200}; get it anew"
        ) from None


def _capture(url: str, kind: Kind | None, content: IO[bytes], charset: str | None) -> Capture:
    parts, length = [], 0
    while length <= LARGEST and (part := content.read(1 << 16)):
        parts.append(part)
        length += len(part)
    if length > LARGEST:
        fault = f"expected at most {LARGEST // 1_000_000} MB a document, found more; leave it out"
        return Capture(url, kind, b"", fault=fault)
    return Capture(url, kind, b"".join(parts), charset)


def charset_of(parameters: str) -> str | None:
    """The encoding that the parameters of a media type tell."""
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None
