"""Train the spaCy peer on what our reader was trained on: one command, one configuration, one seed.

    python benchmarks/reader/train_peer.py PYTHON FOLDER     PYTHON has spaCy; the pipeline ends in FOLDER/model-best

The examples are those of `training/reader.toml`, and EWT's dev split chooses the best step, as it did for ours. The names
are taught in the three types that are scored: a name of another type is none, and where a corpus leaves open what a word
is, so does the example. About three quarters of an hour on one core; the configuration is `spacy.cfg`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from training.corpora import ANY, Example, english_web_treebank
from training.prepare import train_corpora
from training.scores import SCORED_KINDS
from training.settings import load_settings

from sayso.settings import data_dir

REPOSITORY = Path(__file__).resolve().parents[2]
PEER = Path(__file__).with_name("spacy_peer.py")


def name_tag(pattern: str) -> str:
    """A pattern of tags as spaCy has them: a scored tag, `O` for what is none, nothing where a corpus says nothing.

    Of the ways to begin a person with a title it is the one without.

    >>> [name_tag(pattern) for pattern in ("B-ORG", "I-?", "O?", "?", "O/B-PER", "B-PER/I-PER")]
    ['B-ORG', 'O', 'O', '', 'O', 'B-PER']
    """
    first = pattern.split("/")[0]
    return "" if first == ANY else first if first[2:] in SCORED_KINDS else "O"


def as_line(example: Example) -> str:
    """One example in the peer's terms."""
    row = {"words": example.words, "entities": [name_tag(pattern) for pattern in example.entities]}
    if example.heads:
        row |= {"upos": example.upos, "xpos": example.xpos, "heads": example.heads, "deprels": example.deprels}
    return json.dumps(row)


def main() -> None:
    python, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    settings = load_settings(REPOSITORY / "training" / "reader.toml")
    train = [example for examples in train_corpora(settings, data_dir()).values() for example in examples]
    for name, examples in {"train": train, "dev": english_web_treebank(data_dir(), "dev")}.items():
        lines, docs = folder / f"{name}.jsonl", folder / f"{name}.spacy"
        lines.write_text("\n".join(map(as_line, examples)) + "\n", encoding="utf-8")
        subprocess.run([python, str(PEER), "convert", str(lines), str(docs)], check=True)
    command = [python, "-m", "spacy", "train", str(PEER.with_name("spacy.cfg")), "--output", str(folder)]
    paths = [f"--paths.{name}={folder / name}.spacy" for name in ("train", "dev")]
    subprocess.run([*command, *paths], check=True)


if __name__ == "__main__":
    main()
