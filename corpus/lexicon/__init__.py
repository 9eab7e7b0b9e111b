"""What reading takes for granted, as data that a person can read and extend; see README.md beside this file."""

from corpus.lexicon.terms import Lexicon, Term, lexicon

__all__ = ["Lexicon", "Term", "lexicon"]
