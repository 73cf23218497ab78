"""The text of a Word document (DOCX), paragraph by paragraph, cells of tables among them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from mithaq.errors import InputError
from mithaq.sources.headlines import without_title
from mithaq.sources.items import Found

_LARGEST = 200_000_000  # bytes that all parts of a document may have unpacked, pictures included
_TEXT, _TAB = qn("w:t"), qn("w:tab")
_BREAKS = (qn("w:br"), qn("w:cr"))
_HYPHEN = qn("w:noBreakHyphen")
_UNSEEN = (qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:pPr"))
_OLDER = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read_word(data: bytes) -> Found:
    """The text of a document, with the title and language that its author gave it.

    The day of its making is not taken for that of publication: it is as often that of a template.

    Raises:
        InputError: it is no Word document, too large unpacked, or has no text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size > _LARGEST:
            raise InputError(
                f"expected a document of at most {_LARGEST // 1_000_000} MB unpacked, found {size // 1_000_000} MB; "
                "take its pictures out, or leave it out"
            )
        document = docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError) as wrong:
        raise InputError(
            f"expected a Word document (DOCX), found none: {wrong}; save it anew as DOCX"
        ) from None
    body = document.element.body
    lines = [line for paragraph in body.iter(qn("w:p")) if (line := _line(paragraph))]
    if not lines:
        raise InputError("expected a document with text, found none; fill it, or leave it out")
    title = " ".join((document.core_properties.title or "").split())
    if not title:
        title = _headline(document)
    return Found(
        text=without_title("\n".join(lines), title),
        title=title or None,
        lang=document.core_properties.language.strip() or None,
    )


def _headline(document: Document) -> str:
    """The first paragraph where its style is that of a title."""
    first = next(iter(document.paragraphs), None)
    style = first.style if first is not None else None
    return " ".join(first.text.split()) if first is not None and style and style.style_id == "Title" else ""


def _line(paragraph: etree._Element) -> str:
    return " ".join("".join(_runs(paragraph)).split())


def _runs(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in _UNSEEN or child.tag == _OLDER:
            continue
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag == _TAB or child.tag in _BREAKS:
            yield " "
        elif child.tag == _HYPHEN:
            yield "-"
        else:
            yield from _runs(child)
