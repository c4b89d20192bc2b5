"""Word: the programme as a document that an office can finish in Word or LibreOffice. Floor 4, the home of python-docx.

`styles` sets up an empty document, `writing` writes paragraphs in several languages, `document` says what stands where: the same
records as the booklet.
"""

from ikw.exports.word.document import word_document

__all__ = ["word_document"]
