"""Small PDFs and DOCX files made for tests, so that none has to be kept."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import docx
import pypdf
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject


def pdf(pages: Sequence[Sequence[str]], *, password: str = "", **about: str) -> bytes:
    """A PDF with these lines on its pages; ``about`` are its properties (Title, CreationDate...)."""
    writer = pypdf.PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
                NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        drawn = [b"BT /F1 11 Tf 14 TL 60 800 Td"]
        for line in lines:
            escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            drawn.append(b"(" + escaped.encode("cp1252") + b") Tj T*")
        stream = DecodedStreamObject()
        stream.set_data(b"\n".join([*drawn, b"ET"]))
        page[NameObject("/Contents")] = writer._add_object(stream)
    if about:
        writer.add_metadata({f"/{name}": value for name, value in about.items()})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def document(
    paragraphs: Sequence[tuple[str, str]],
    *,
    created: datetime | None = None,
    title: str = "",
    author: str = "",
) -> Any:
    """A DOCX document of paragraphs: (style, text)."""
    made = docx.Document()
    for style, text in paragraphs:
        made.add_paragraph(text, style=style or None)
    made.core_properties.title = title
    made.core_properties.author = author
    if created:
        made.core_properties.created = created
    return made


def saved(made: Any) -> bytes:
    """The bytes of a DOCX document."""
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()
