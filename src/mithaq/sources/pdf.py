"""The text of a PDF, in the order in which it is read: lines by where their glyphs stand, lines to paragraphs."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from mithaq.errors import InputError
from mithaq.sources.bidi import Glyph, has_right_to_left, is_right_to_left, logical_text
from mithaq.sources.headlines import without_title

_SAME_LINE = 0.25  # of the size of type: how far base lines of one line may lie apart
_LOOKED_BACK = 3  # pieces
_JOINED = 1.5  # sizes of type: how far apart pieces of one line may lie
_SAME_SIZE = 0.15
_LOOSE = 1.4  # usual distances between lines, from which a line begins a paragraph
_HYPHENS = (
    "\ufffe",
    "\x02",
    "\u00ad",
)  # what stands for a hyphen that only divides a word at the end of a line
_DIGITS = re.compile(r"\d+")
_NO_TEXT = (
    "expected a PDF with text, found none; if it is a scan, have its letters recognised first, "
    "for example by ocrmypdf"
)


class Line(NamedTuple):
    """A line of a page: its text as it is read, and where it stands."""

    text: str
    left: float
    right: float
    base: float
    size: float


def read_pdf(data: bytes) -> tuple[str | None, str]:
    """The title that a PDF gives itself, if it is one, and its text.

    Raises:
        InputError: it is no PDF, is locked, or has no text.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as wrong:
        raise InputError(_fault(wrong)) from None
    with document:
        pages = [_lines(page) for page in document]
        title = _title(document.get_metadata_value("Title"))
    pages = [page for page in _without_running_heads(pages) if page]
    if not pages:
        raise InputError(_NO_TEXT)
    text = "\n".join(_paragraphs(pages))
    return title, without_title(text, title)


def _fault(wrong: pypdfium2.PdfiumError) -> str:
    code = getattr(wrong, "err_code", None)
    if code == pdfium.FPDF_ERR_PASSWORD:
        return "expected a PDF that can be read, found one locked by a password; unlock it first"
    return "expected a PDF, found a broken one or another kind of file; get it anew"


def _title(found: str) -> str | None:
    """A title, where it is more than the name of a file or what a program writes by itself."""
    title = " ".join(found.split())
    is_made = re.search(
        r"\.\w{2,5}$|^(untitled|about:blank|microsoft word|document\d*$)", title, re.IGNORECASE
    )
    return title if title and not is_made else None


def _lines(page: Any) -> list[Line]:
    textpage = page.get_textpage()
    try:
        pieces = [
            piece for piece in _pieces(textpage.raw) if any(not glyph.char.isspace() for glyph in piece)
        ]
    finally:
        textpage.close()
        page.close()
    runs_left = is_right_to_left("".join(glyph.char for piece in pieces for glyph in piece))
    merged = _merged(pieces) if runs_left or any(map(_has_right, pieces)) else pieces
    return [line for piece in merged if (line := _line(piece, runs_left)).text]


def _has_right(piece: Sequence[Glyph]) -> bool:
    return has_right_to_left("".join(glyph.char for glyph in piece))


def _pieces(textpage: Any) -> Iterator[list[Glyph]]:
    """Runs of glyphs that PDFium takes for lines, in its order, which is that of columns."""
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    piece: list[Glyph] = []
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        char = chr(pdfium.FPDFText_GetUnicode(textpage, index))
        if char in "\r\n":
            if piece:
                yield piece
                piece = []
            continue
        if char == "\x00" or 0xD800 <= ord(char) < 0xE000:
            continue
        pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(textpage, index, box)
        size = pdfium.FPDFText_GetFontSize(textpage, index)
        if piece and abs(piece[-1].base - y.value) > max(
            piece[-1].size, size
        ):  # after a word divided by a hyphen
            yield piece
            piece = []
        left, right = round(box.left, 2), round(box.right, 2)
        piece.append(Glyph(char, round(x.value, 2), left, right, round(y.value, 1), size))
    if piece:
        yield piece


def _merged(pieces: list[list[Glyph]]) -> list[list[Glyph]]:
    """Pieces of one line put together again: text in two directions is often cut where they meet."""
    found: list[list[Glyph]] = []
    for piece in pieces:
        for place in range(len(found) - 1, max(len(found) - 1 - _LOOKED_BACK, -1), -1):
            if _is_one_line(found[place], piece):
                found[place] = found[place] + piece
                break
        else:
            found.append(piece)
    return found


def _is_one_line(one: Sequence[Glyph], other: Sequence[Glyph]) -> bool:
    a, b = _span(one), _span(other)
    size = max(a.size, b.size)
    is_one_letter = min(len(one), len(other)) < 4  # may be placed by the mark above it
    if abs(a.base - b.base) > _SAME_LINE * size * (1 + is_one_letter):
        return False
    gap = max(a.left, b.left) - min(a.right, b.right)
    return -_SAME_LINE * size < gap < _JOINED * size


def _span(piece: Sequence[Glyph]) -> Line:
    solid = [glyph for glyph in piece if not glyph.char.isspace()]
    return Line(
        "",
        min(glyph.left for glyph in solid),
        max(glyph.right for glyph in solid),
        median(glyph.base for glyph in solid),
        median(glyph.size for glyph in solid),
    )


def _line(piece: Sequence[Glyph], runs_left: bool) -> Line:
    text = "".join(glyph.char for glyph in piece)
    has_right = has_right_to_left(text)
    has_letters = any(char.isalpha() for char in text)
    if has_right or (runs_left and not has_letters):
        text = logical_text(piece, right_to_left=is_right_to_left(text) if has_letters else runs_left)
    return _span(piece)._replace(text=" ".join(text.split()))


def _without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without page numbers, and without first and last lines that most of them share."""
    edges = Counter(
        _masked(line.text)
        for page in pages
        for line in {id(line): line for line in page[:1] + page[-1:]}.values()
    )
    found = []
    for page in pages:
        kept = list(page)
        for end in (0, -1):
            if kept and (
                _DIGITS.fullmatch(kept[end].text.strip(" -\u2013|/."))
                or (len(pages) > 2 and 2 * edges[_masked(kept[end].text)] > len(pages))
            ):
                kept.pop(end)
        found.append(kept)
    return found


def _masked(text: str) -> str:
    return _DIGITS.sub("#", text)


def _paragraphs(pages: list[list[Line]]) -> list[str]:
    words = Counter(word for page in pages for line in page for word in re.findall(r"[\w-]+", line.text))
    found: list[str] = []
    before: Line | None = None
    ends_paragraph = True
    for page in pages:
        runs_left = is_right_to_left("".join(line.text for line in page))
        usual = _usual_distance(page)
        for line in page:
            if before is None or ends_paragraph or _begins_paragraph(before, line, usual, runs_left):
                found.append(line.text)
            else:
                found[-1] = _joined(found[-1], line.text, words)
            ends_paragraph = False
            before = line
        if before is not None and page:
            # the next page goes on where this one ends, unless its last line was left short
            column = _column(before, page)
            ends_paragraph = _room(before, column, runs_left) > 6 * before.size
    return found


def _usual_distance(page: Sequence[Line]) -> float:
    """From one line of a paragraph to the next, in sizes of type."""
    steps = [
        (one.base - other.base) / one.size
        for one, other in pairwise(page)
        if 0.5 * one.size < one.base - other.base < 4 * one.size
    ]
    return sorted(steps)[len(steps) // 4] if steps else 0.0


def _column(line: Line, page: Sequence[Line]) -> tuple[float, float]:
    near = [each for each in page if min(each.right, line.right) > max(each.left, line.left)]
    return min(each.left for each in near), max(each.right for each in near)


def _room(line: Line, column: tuple[float, float], runs_left: bool) -> float:
    """What is left free at the end of a line."""
    return line.left - column[0] if runs_left else column[1] - line.right


def _begins_paragraph(before: Line, line: Line, usual: float, runs_left: bool) -> bool:
    if abs(before.size - line.size) > _SAME_SIZE * max(before.size, line.size):
        return True
    step = before.base - line.base
    if step <= 0:  # the next column or page
        return False
    if usual and step > _LOOSE * usual * before.size:
        return True
    # A word that would have fitted on the line before was not put there: that line was the last of its paragraph.
    if max(before.left, line.left) >= min(before.right, line.right):
        return True
    column = min(before.left, line.left), max(before.right, line.right)
    first = line.text.split(" ", 1)[0]
    width = (line.right - line.left) * (len(first) + 1) / max(len(line.text), 1)
    return _room(before, column, runs_left) > width + 0.5 * line.size


def _joined(text: str, line: str, words: Counter[str]) -> str:
    if text.endswith(_HYPHENS):
        return text[:-1] + line
    if text.endswith("-") and line[:1].islower():
        head, tail = re.search(r"[\w-]*$", text), re.match(r"[\w-]+", line)
        whole = f"{head[0] if head else ''}{tail[0] if tail else ''}"
        return text + line if words[whole] or not words[whole.replace("-", "")] else text[:-1] + line
    return f"{text} {line}"
