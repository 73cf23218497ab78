"""What is packed: the files of a zip and the pages of a web archive, one at a time, each as large as a document may be."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any, BinaryIO, NamedTuple

from mithaq.errors import InputError
from mithaq.sources.budget import Budget
from mithaq.sources.items import LARGEST
from mithaq.sources.kinds import TYPES, Kind, kind_by_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from fastwarc.stream_io import WarcReader
    from fastwarc.warc import WarcRecord

_HEAD = 4096
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_NO_ARCHIVE = "expected a web archive (WARC), found none or one that is damaged"
_TOO_LARGE = f"expected at most {LARGEST // 1_000_000} MB a document, found more; leave it out"
_MOST_FILES = 200_000


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
        budget = Budget("a zip", size)
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
            budget.check()


def _is_source(member: zipfile.ZipInfo) -> bool:
    parts = member.filename.split("/")
    is_hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    return not member.is_dir() and not is_hidden and kind_by_name(member.filename) is not None


class _Metered(io.RawIOBase):
    """The stream of a member, that ends with an InputError where it is damaged or the zip gives too much."""

    def __init__(self, file: IO[bytes], budget: Budget) -> None:
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
        buffer[: len(data)] = data
        return len(data)


def captures(stream: BinaryIO, size: int) -> Iterator[Capture]:
    """The pages and documents of a web archive; redirects, pictures, failures and requests are passed over.

    Args:
        stream: the archive, whether packed or not.
        size: of it, in bytes.

    Raises:
        InputError: it is no web archive, or damaged from here on.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    budget = Budget("a web archive", size)
    _check_beginning(stream)
    try:
        for record in ArchiveIterator(
            stream, record_types=wanted, parse_http=True, auto_decode="none", fsspec_args=False
        ):
            http = record.http_headers
            if http is not None and http.status_code != 200:
                continue
            told = (
                http.get("Content-Type") if http is not None else record.headers.get("Content-Type")
            ) or ""
            media, _, parameters = told.partition(";")
            kind = TYPES.get(media.strip().lower())
            url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
            if (media and kind is None) or not url.startswith(("http://", "https://")):
                continue
            capture = _capture(url, kind, _content(record), charset_of(parameters))
            budget.spend(len(capture.data) or LARGEST * bool(capture.fault))
            yield capture
    except (OSError, ValueError) as wrong:
        raise InputError(f"{_NO_ARCHIVE} from here on: {wrong!s:.200}; get it anew") from None


def _check_beginning(stream: BinaryIO) -> None:
    """Refuse what does not begin as an archive does, before all of it is searched for a beginning."""
    head = stream.read(_HEAD)
    stream.seek(0)
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, _HEAD)
        except zlib.error:
            head = b""
    if not head.startswith((b"WARC/", _ZSTD)):
        raise InputError(f"{_NO_ARCHIVE}; get it anew")


def _capture(url: str, kind: Kind | None, data: bytes | str, charset: str | None) -> Capture:
    return Capture(url, kind, b"", fault=data) if isinstance(data, str) else Capture(url, kind, data, charset)


def _content(record: WarcRecord) -> bytes | str:
    """What a record holds, unpacked as its head says, or what is wrong with it; all of it is read in any case."""
    from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader

    data = _bounded(record.reader)
    while len(data) > LARGEST and record.reader.read(1 << 20):
        pass  # the next record begins where this one ends
    http = record.http_headers
    if http is None or len(data) > LARGEST:
        return _TOO_LARGE if len(data) > LARGEST else data
    if (http.get("Transfer-Encoding") or "").strip().lower() == "chunked":
        try:
            data = _bounded(ChunkedReader(io.BytesIO(data)))
        except OSError:
            pass  # many archives put the pieces together and leave the head as it was
    coding = (http.get("Content-Encoding") or "").strip().lower()
    readers: dict[str, Callable[[BinaryIO], WarcReader]] = {
        "gzip": GzipReader,
        "x-gzip": GzipReader,
        "deflate": lambda packed: GzipReader(packed, zlib=True),
        "br": BrotliReader,
    }
    if coding in readers:
        try:
            data = _bounded(readers[coding](io.BytesIO(data)))
        except OSError as wrong:
            return f"expected a page packed as {coding}, found: {wrong!s:.100}; get it anew"
    return _TOO_LARGE if len(data) > LARGEST else data


def _bounded(reader: WarcReader) -> bytes:
    """What a reader gives, one byte more than a document may have at most."""
    parts, length = [], 0
    while length <= LARGEST and (part := reader.read(1 << 16)):
        parts.append(part)
        length += len(part)
    return b"".join(parts)


def charset_of(parameters: str) -> str | None:
    """The encoding that the parameters of a media type tell."""
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None
