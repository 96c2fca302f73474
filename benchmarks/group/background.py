"""Makes `src/sayso/group/background.txt`: in how many of some 1,100 open texts each everyday word stands.

    python benchmarks/group/background.py

Texts: UD English-EWT (CC BY-SA 4.0), GUM without its court transcripts (CC BY 4.0) and MEANTIME (CC BY 4.0), as
documents. Only words written small more often than not are counted (names are rare until the pile says otherwise), and
only those in at least `LEAST` documents.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from sayso.group.terms import COMMON, stem
from sayso.settings import data_dir
from sayso.spans import words

LEAST = 4
OUT = Path(__file__).parents[2] / "src/sayso/group/background.txt"


def main() -> None:
    carried: Counter[str] = Counter()
    documents = 0
    lower: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for text in texts(data_dir()):
        documents += 1
        terms = set()
        for start, end, word in words(text):
            if word in COMMON or not word[0].isalpha():
                continue
            term = stem(word)
            terms.add(term)
            seen[term] += 1
            lower[term] += text[start:end].islower()
        carried.update(terms)
    kept = {t: n for t, n in carried.items() if n >= LEAST and lower[t] > seen[t] / 2 and re.fullmatch(r"[a-z'-]+", t)}
    lines = [f"# documents {documents}"] + [f"{t} {n}" for t, n in sorted(kept.items(), key=lambda e: (-e[1], e[0]))]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{documents} documents, {len(kept)} words kept, {OUT.stat().st_size} bytes")


def texts(root: Path) -> Iterator[str]:
    """One text a document."""
    for path in sorted((root / "treebank_ewt").glob("*.conllu")):
        for document in path.read_text(encoding="utf-8").split("# newdoc")[1:]:
            yield "\n".join(re.findall(r"^# text = (.*)$", document, re.M))
    for path in sorted((root / "gum/dep").glob("*.conllu")):
        if "_court_" not in path.name:
            yield "\n".join(re.findall(r"^# text = (.*)$", path.read_text(encoding="utf-8"), re.M))
    for path in sorted((root / "time_meantime").glob("intra_cross-doc_annotation/*/*.xml")):
        yield " ".join(token.text or "" for token in ElementTree.parse(path).iter("token"))


if __name__ == "__main__":
    main()
