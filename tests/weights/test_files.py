import hashlib
import shutil
import subprocess
import sys

import pytest

from sayso.errors import ModelError
from sayso.weights import ENCODER, READER, encoder, load_encoder, load_reader, reader
from sayso.weights.files import DIGESTS, FOLDER, checked_files

MODELS = [(READER, reader.read_model), (ENCODER, encoder.read_model)]


@pytest.fixture
def copies(tmp_path):
    for name, _ in MODELS:
        shutil.copytree(FOLDER / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(("name", "read"), MODELS)
@pytest.mark.parametrize("file", ["model.onnx", "tokenizer.json", DIGESTS])
def test_a_missing_file_is_a_clear_error(copies, name, read, file):
    (copies / name / file).unlink()
    with pytest.raises(ModelError, match=f"{name}/{file} cannot be read"):
        read(copies / name)


@pytest.mark.parametrize(("name", "read"), MODELS)
def test_an_altered_file_is_a_clear_error(copies, name, read):
    content = bytearray((copies / name / "model.onnx").read_bytes())
    content[1_000_000] ^= 1
    (copies / name / "model.onnx").write_bytes(content)
    with pytest.raises(ModelError, match=f"{name}/model.onnx is not the one"):
        read(copies / name)


@pytest.mark.parametrize(("name", "read"), MODELS)
def test_a_file_without_a_digest_is_a_clear_error(copies, name, read):
    (copies / name / DIGESTS).write_text("")
    with pytest.raises(ModelError, match=name):
        read(copies / name)


@pytest.mark.parametrize("name", [READER, ENCODER])
def test_the_pinned_digests_hold(name):
    for file, content in checked_files(FOLDER / name).items():
        assert f"{hashlib.sha256(content).hexdigest()}  {file}" in (FOLDER / name / DIGESTS).read_text()
        assert len(content) <= 25_000_000


def test_models_are_loaded_once():
    assert load_reader() is load_reader()
    assert load_encoder() is load_encoder()


def test_importing_loads_no_model_library():
    code = "import sayso.weights, sys; print([m for m in ('numpy', 'onnxruntime', 'tokenizers') if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
