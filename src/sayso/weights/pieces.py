"""Words to what the models read: word pieces and a word shape.

The models' vocabulary is uncased, so the shape of each word (``NATO``, ``Paris``, ``iPhone``, ``2024``) is an input of
its own beside its word pieces. Training and run time share this module, so that they cannot drift apart.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenizers import Tokenizer

PAD, UNKNOWN, START, END = 0, 100, 101, 102
"""Ids of the vocabulary's special pieces."""

MAX_PIECES_PER_WORD = 8
"""A word keeps its first pieces only: the longest word of the treebanks that is not an address has 8."""

MAX_CHARACTERS_PER_WORD = 64
"""Longer words are read by their beginning, so that a hostile word costs no more than a long one."""

SHAPES = ("none", "lower", "title", "upper", "initial", "mixed", "number", "code", "unit", "symbol", "other")
"""A shape's id is its place here. ``none`` is for special pieces, ``code`` is ``A320``, ``unit`` is ``5km``."""

_SHAPE_ID = {shape: position for position, shape in enumerate(SHAPES)}


def word_shape(word: str) -> int:
    """The id in ``SHAPES`` of how a word is written (reads at most ``MAX_CHARACTERS_PER_WORD`` characters)."""
    return _SHAPE_ID[_shape(word[:MAX_CHARACTERS_PER_WORD])]


def _shape(word: str) -> str:
    letters = [character for character in word if character.isalpha()]
    has_digit = any(character.isdigit() for character in word)
    if not letters:
        return "number" if has_digit else "symbol"
    has_upper = any(letter.isupper() for letter in letters)
    if has_digit:
        return "code" if has_upper else "unit"
    if not has_upper:
        return "lower" if any(letter.islower() for letter in letters) else "other"
    if len(letters) == 1:
        return "initial"
    if all(letter.isupper() for letter in letters):
        return "upper"
    if letters[0].isupper() and not any(letter.isupper() for letter in letters[1:]):
        return "title"
    return "mixed"


def tokenizer_of(content: bytes) -> Tokenizer:
    """The tokenizer of the bytes of a ``tokenizer.json``, neither padding nor truncating."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_buffer(content)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def readable(text: str) -> str:
    """A text of as many characters that the tokenizer takes: lone surrogates, which are no characters, become ``?``."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def word_splitter(tokenizer: Tokenizer) -> Callable[[str], tuple[tuple[int, ...], int]]:
    """A remembering function from a word to its piece ids (1 to ``MAX_PIECES_PER_WORD``) and its shape id.

    A word of which the vocabulary's normaliser leaves nothing (a zero-width joiner, say) becomes one unknown piece, so
    that every word has a place in the input.
    """

    @lru_cache(maxsize=65_536)
    def split(word: str) -> tuple[tuple[int, ...], int]:
        ids = tokenizer.encode(readable(word), add_special_tokens=False).ids[:MAX_PIECES_PER_WORD]
        return tuple(ids) or (UNKNOWN,), word_shape(word)

    def split_bounded(word: str) -> tuple[tuple[int, ...], int]:
        return split(word[:MAX_CHARACTERS_PER_WORD])  # cut first, so that the memory holds no long words

    return split_bounded
