"""Sentences: cut the blocks of a document into sentences whose spans are kept from the start."""

from hegang_qa.sentences.document import split_document
from hegang_qa.sentences.model import Sentence, SentenceStore
from hegang_qa.sentences.splitting import split_text

__all__ = ["Sentence", "SentenceStore", "split_document", "split_text"]
