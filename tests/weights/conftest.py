import pytest

from sayso.weights import READER, load_encoder, load_reader
from sayso.weights.files import FOLDER
from sayso.weights.pieces import tokenizer_of


@pytest.fixture(scope="session")
def reader():
    return load_reader()


@pytest.fixture(scope="session")
def encoder():
    return load_encoder()


@pytest.fixture(scope="session")
def tokenizer():
    return tokenizer_of((FOLDER / READER / "tokenizer.json").read_bytes())
