"""Turn the bytes of a file into text, or say why that cannot be done."""

from __future__ import annotations

import codecs

from hegang_qa.text.escapes import without_escapes

__all__ = ["NotTextError", "decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file: convert it to text first (pdftotext)"),
    (b"{\\rtf", "an RTF file: save it as plain text first"),
)
# Control characters that no text file has; tab, newlines, form feed, escape and ^Z are left out.
_CONTROL = bytes([*range(1, 9), *range(14, 26), *range(28, 32)])
_SAMPLE = 256 * 1024
"""Bytes that the guess at an unknown encoding looks at."""


_FEW = 30
"""Bytes beyond ASCII that say too little of an encoding."""


class NotTextError(ValueError):
    """The bytes are not text; the message says what they are."""


def decode(data: bytes) -> str:
    """Return `data` as text, newlines made "\\n", without a byte order mark.

    A newline of two characters becomes a blank and one, so that places are those of the file, but
    for the escape sequences of a terminal, which are left out.

    UTF-8 and marked UTF-16/32 are read as such, other encodings are guessed. Raises
    `NotTextError` for binary data and when no encoding fits.
    """
    return without_escapes(_decode(data).replace("\r\n", " \n").replace("\r", "\n"))


def _decode(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                raise NotTextError(f"marked as {encoding} but not valid {encoding}") from None
    for magic, message in _MAGIC:
        if data.startswith(magic):
            raise NotTextError(message)
    if b"\0" in data:
        raise NotTextError("binary, not text")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)
    if _control_share(data) > 0.05:
        raise NotTextError("binary, not text")
    return text


def _control_share(data: bytes) -> float:
    sample = data[:_SAMPLE]
    return 1 - len(sample.translate(None, _CONTROL)) / len(sample) if sample else 0.0


def _western(data: bytes) -> str | None:
    """Return a text with a few letters and signs beyond ASCII ("caf\xe9", "\xa35") as Windows has
    them in the west: too few to guess by. None for any other text."""
    beyond = bytes(byte for byte in data[:_SAMPLE] if byte >= 0x80)
    if len(beyond) >= _FEW or len(data) > _SAMPLE or len(beyond) * 4 > len(data):
        return None
    try:
        signs = beyond.decode("cp1252")
    except UnicodeDecodeError:
        return None
    fit = all(sign.isalpha() or sign in "£€§°–—‘’“”…·²³½¼¾«»\xa0©®±" for sign in signs)
    return data.decode("cp1252") if fit else None


def _guess(data: bytes) -> str:
    if _control_share(data) > 0.02:
        raise NotTextError("binary, not text")
    if (western := _western(data)) is not None:
        return western
    import charset_normalizer  # 27 ms, and rarely needed

    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise NotTextError("in an unknown encoding: save it as UTF-8")
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError:
        raise NotTextError("in an unknown encoding: save it as UTF-8") from None
