"""A review as a Word document: paragraphs and runs marked as running from the right where they do."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from mithaq.publish import tree
from mithaq.publish.formats.pdf import picture_as_png
from mithaq.publish.words import is_rtl

_FONT = "Amiri"
_ACCENT, _SOFT = RGBColor(0x7A, 0x1F, 0x2B), RGBColor(0x5F, 0x5B, 0x53)
_NEVER = dt.datetime(2000, 1, 1)
"""A document tells when it was made; one tree makes the same bytes."""

_WIDTH = Mm(150)
_DARKEST = (0x1F, 0x5F, 0x8B)
_LONGEST_PROPERTY = 255
_ISOLATED = re.compile("\u2068([^\u2069]*)\u2069")
_INVALID = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_docx(review: tree.Review) -> bytes:
    """The Word document of a review. The same tree gives the same bytes."""
    return _Document(review).write()


class _Document:
    def __init__(self, review: tree.Review) -> None:
        self.review = review
        self.from_right = review.direction == "rtl"
        self.document: Any = docx.Document()
        self._marks = 0

    def write(self) -> bytes:
        self._set_styles()
        review = self.review
        self._paragraph(review.kicker, bold=True, colour=_ACCENT)
        self._heading(review.title, 0)
        self._paragraph(review.subtitle, colour=_SOFT, size=13)
        self._paragraph(" ".join(text.text for text in review.lead))
        for section in review.sections:
            self._heading(section.title, 1)
            for block in section.blocks:
                self._block(block)
        self._paragraph(review.footer, colour=_SOFT, size=9)
        properties = self.document.core_properties
        properties.title = _INVALID.sub("", review.title)[:_LONGEST_PROPERTY]
        properties.author, properties.comments = "Mithaq", ""
        properties.language = review.lang
        properties.created = properties.modified = _NEVER
        written = io.BytesIO()
        self.document.save(written)
        return _without_times(written.getvalue())

    def _set_styles(self) -> None:
        for name in ("Normal", "Title", "Heading 1", "Heading 2", "List Bullet", "List Number"):
            style = self.document.styles[name]
            style.font.name = _FONT
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for script in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{script}"), _FONT)
            for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
            if name.startswith("Heading") or name == "Title":
                style.font.color.rgb = _ACCENT if name == "Heading 2" else RGBColor(0, 0, 0)
        self.document.styles["Normal"].font.size = Pt(12)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), self.review.lang)
        language.set(qn("w:bidi"), self.review.lang)
        self.document.styles["Normal"].element.get_or_add_rPr().append(language)

    def _block(self, block: tree.Block) -> None:
        match block:
            case tree.Text():
                self._paragraph(block.text, colour=_SOFT if block.is_note else None)
            case tree.Cards():
                self._table([], [[str(card.number), card.label] for card in block.cards])
            case tree.Timeline() | tree.Map() | tree.Network() | tree.Comparison():
                self._picture(block)
                if block.numbers.rows and not self.review.is_brief:
                    self._block(block.numbers)
            case tree.Items():
                if block.title:
                    self._heading(block.title, 2)
                if block.more:
                    self._paragraph(block.more, colour=_SOFT)
                for item in block.items:
                    self._item(item)
            case tree.Table():
                shades = _shades(block)
                self._table(block.columns, [[cell.text for cell in row] for row in block.rows], shades)
            case tree.Lines():
                for line in block.lines:
                    self._line(line)
            case tree.Sources():
                for source in block.sources:
                    self._source(source, style="List Number", with_title=True)

    def _item(self, item: tree.Item) -> None:
        paragraph = self._paragraph(item.sentence, keep=True)
        self._mark(paragraph, item.id)
        if item.tag:
            self._run(paragraph, f" [{item.tag}]", colour=_SOFT)
        if item.history:
            self._paragraph(item.history, colour=_SOFT, size=11, keep=True)
        for conflict in item.conflicts:
            self._paragraph(conflict, colour=_ACCENT, size=11, keep=True)
        self._paragraph(item.summary, colour=_SOFT, size=10, keep=not self.review.is_brief)
        for source in () if self.review.is_brief else item.sources:
            self._source(source, style="List Bullet", size=10)
            for quote in source.quotes:
                from_right = quote.direction == "rtl"
                shown = self._paragraph(quote.text, size=10, from_right=from_right)
                shown.paragraph_format.left_indent = shown.paragraph_format.right_indent = Pt(24)

    def _source(self, source: tree.Source, *, style: str, size: int = 11, with_title: bool = False) -> None:
        paragraph = self._paragraph(source.outlet, style=style, bold=True, size=size)
        if source.date:
            self._run(paragraph, f" · {source.date}", size=size)
        if with_title and source.title:
            self._run(paragraph, " — ", size=size)
            self._run(paragraph, f"\u2068{source.title}\u2069", size=size)
        if source.link:
            self._run(paragraph, " · ", size=size)
            self._link(paragraph, source.link)

    def _line(self, line: tree.Line) -> None:
        paragraph = self._paragraph("", style="List Bullet")
        for place, part in enumerate(line.parts):
            if place:
                self._run(paragraph, " ")
            if isinstance(part, str):
                self._run(paragraph, part)
            else:
                self._run(paragraph, part.label, anchor=f"e-{part.id}")
                if part.when:
                    self._run(paragraph, f" ({part.when})", colour=_SOFT)
        for conflict in line.conflicts:
            self._paragraph(conflict, colour=_ACCENT, size=11)

    def _heading(self, text: str, level: int) -> None:
        paragraph = self.document.add_heading("", level)
        self._direct(paragraph, self.from_right)
        self._run(paragraph, text, colour=None)

    def _paragraph(
        self,
        text: str,
        *,
        style: str | None = None,
        bold: bool = False,
        colour: RGBColor | None = None,
        size: float | None = None,
        keep: bool = False,
        from_right: bool | None = None,
    ) -> Any:
        paragraph = self.document.add_paragraph(style=style)
        self._direct(paragraph, self.from_right if from_right is None else from_right)
        paragraph.paragraph_format.keep_with_next = keep or None
        paragraph.paragraph_format.space_after = Pt(4)
        self._run(paragraph, text, bold=bold, colour=colour, size=size)
        return paragraph

    def _direct(self, paragraph: Any, from_right: bool) -> None:
        """Marks a paragraph as running from the right; Word then takes its beginning for the left of what it calls so."""
        if from_right:
            mark = OxmlElement("w:bidi")
            paragraph._p.get_or_add_pPr().append(mark)

    def _run(
        self,
        paragraph: Any,
        text: str,
        *,
        bold: bool = False,
        colour: RGBColor | None = None,
        size: float | None = None,
        anchor: str | None = None,
    ) -> None:
        """Adds a text, cut where its direction changes: Word orders signs and numbers by the mark of their run."""
        for part, from_right in _directed(_INVALID.sub("", text), self.from_right):
            run = paragraph.add_run(part)
            run.bold = bold or None
            if colour is not None:
                run.font.color.rgb = colour
            if size:
                run.font.size = Pt(size)
                complex_size = OxmlElement("w:szCs")
                complex_size.set(qn("w:val"), str(int(size * 2)))
                run._r.get_or_add_rPr().append(complex_size)
            if bold:
                run._r.get_or_add_rPr().append(OxmlElement("w:bCs"))
            if from_right:
                run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
            if anchor:
                link = OxmlElement("w:hyperlink")
                link.set(qn("w:anchor"), anchor)
                run._r.addprevious(link)
                link.append(run._r)

    def _link(self, paragraph: Any, address: str) -> None:
        relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), relation)
        before = len(paragraph.runs)
        self._run(paragraph, self.review.labels.link, colour=_ACCENT)
        runs = [run._r for run in paragraph.runs[before:]]
        runs[0].addprevious(link)
        link.extend(runs)

    def _mark(self, paragraph: Any, name: str) -> None:
        """A place that references point to."""
        self._marks += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(tag)
            mark.set(qn("w:id"), str(self._marks))
            if tag.endswith("Start"):
                mark.set(qn("w:name"), f"e-{name}")
            paragraph._p.append(mark)

    def _picture(self, block: tree.Pictured) -> None:
        """A picture as an image, with what it shows in words for those who do not see it."""
        drawn = picture_as_png(block, from_right=self.from_right)
        paragraph = self.document.add_paragraph()
        shape = paragraph.add_run().add_picture(io.BytesIO(drawn), width=_WIDTH)
        shape._inline.docPr.set("descr", _INVALID.sub("", block.about))

    def _table(
        self, heads: list[str], rows: list[list[str]], shades: dict[tuple[int, int], str] | None = None
    ) -> None:
        table = self.document.add_table(rows=0, cols=len(heads or rows[0]))
        table.style = "Light Grid" if heads else "Table Grid"
        if self.from_right:
            table._tbl.tblPr.append(OxmlElement("w:bidiVisual"))
        for number, row in enumerate([heads, *rows] if heads else rows):
            cells = table.add_row().cells
            for place, text in enumerate(row):
                paragraph = cells[place].paragraphs[0]
                self._direct(paragraph, self.from_right)
                self._run(paragraph, text, size=10.5, bold=place == 0 or (bool(heads) and number == 0))
                shade = (shades or {}).get((number - bool(heads), place))
                if shade:
                    fill = OxmlElement("w:shd")
                    fill.set(qn("w:val"), "clear")
                    fill.set(qn("w:fill"), shade)
                    cells[place]._tc.get_or_add_tcPr().append(fill)
                if place and re.fullmatch(r"[\d.,\s–]+", text):
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self.document.add_paragraph()


def _shades(table: tree.Table) -> dict[tuple[int, int], str]:
    """The colours of the cells that are shaded, by row and column."""
    numbers = {
        (at, place): row[place].number or 0 for at, row in enumerate(table.rows) for place in table.shades
    }
    most = max(numbers.values(), default=0) or 1
    return {
        key: "".join(f"{round(255 + (dark - 255) * 0.55 * n / most):02X}" for dark in _DARKEST)
        for key, n in numbers.items()
        if n
    }


def _directed(text: str, from_right: bool) -> Iterator[tuple[str, bool]]:
    """The parts of a text with their directions: what stands between isolates has its own."""
    at = 0
    for found in _ISOLATED.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], from_right
        yield found[1], is_rtl(found[1])
        at = found.end()
    if text[at:]:
        yield text[at:], from_right


def _without_times(written: bytes) -> bytes:
    """The same archive with the times of its files at one day."""
    renewed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(written)) as old,
        zipfile.ZipFile(renewed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            new.writestr(
                zipfile.ZipInfo(info.filename, (2000, 1, 1, 0, 0, 0)),
                old.read(info.filename),
                zipfile.ZIP_DEFLATED,
            )
    return renewed.getvalue()
