"""The gate of matching (see `benchmarks/floors.py`): parts of the sets of distort.py, relate_sets.py, stance.py and ecb.py.

`noticed` is the share of distorted sentences that are not confirmed, `calm` that of rewrites that raise no alarm, `conll` the
CoNLL F1 of the mentions of one topic, its subtopics given. The margin is what two pairs would change, which another
reader of the grammar may do.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

import distort
import ecb
import ecb_mentions
import relate_sets
import sentences as bank
import stance
from conll import clusters, conll

from floors import Figures, digest, held
from sayso.pipeline import relate
from sayso.settings import data_dir

FLOORS = Path(__file__).resolve().with_name("floors.json")
EACH, PAIRS, HEADLINES, TOPICS = 5, 60, 100, range(3, 4)


def distortions() -> dict[str, Figures]:
    """A few sentences distorted and rewritten in each way; those with trees of their own and ours."""
    told = [*bank.own(), *bank.treebank(data_dir())]
    distort.learn(told)
    figures: dict[str, Figures] = {}
    for name, makers, wrong in (
        ("noticed", distort.DISTORTIONS, distort.CONFIRMED),
        ("calm", distort.REWRITES, distort.ALARM),
    ):
        cases = list(distort.cases(makers, told, EACH))
        found = [answer.kind not in wrong for answer in relate([(c.left, c.right) for c in cases])]
        figures[f"distort {name}"] = _figures(name, sum(found) / len(found), len(found), [bank.said(s) for s in told])
    return figures


def _figures(name: str, figure: float, size: int, inputs: object) -> Figures:
    return {name: round(figure, 4), "margin": round(2 / size, 4), "digest": digest(inputs)}


def judged() -> dict[str, Figures]:
    """Accuracy on parts of two sets of pairs."""
    figures: dict[str, Figures] = {}
    for name in ("fever", "breaking_nli"):
        pairs = relate_sets.taken(list(relate_sets.SETS[name]()), PAIRS)
        said = [relate_sets.WAY[a.kind] for a in relate([(p.left, p.right) for p in pairs])]
        right, _ = relate_sets.score([p.way for p in pairs], said)
        figures[name] = _figures("accuracy", right, len(pairs), pairs)
    return figures


def headlines() -> dict[str, Figures]:
    """Accuracy of stances on a part of Emergent."""
    rows = relate_sets.taken(stance.emergent(), HEADLINES)
    said = [stance.stance(a) for a in relate([(claim, headline) for claim, headline, _ in rows])]
    figures = stance.score([s for _, _, s in rows], said)
    return {"emergent": _figures("accuracy", figures["accuracy"], len(rows), rows)}


def events() -> dict[str, Figures]:
    """CoNLL F1 of event mentions."""
    documents = list(ecb_mentions.documents(data_dir(), TOPICS))
    told = [ecb.read(d) for d in documents]
    gold = clusters({f"{d.article.id} {n}": m.chain for d in documents for n, m in enumerate(d.mentions)})
    found = ecb.within({d.article.id: d.subtopic for d in documents}, told, ecb.mentions)
    return {"ecb": _figures("conll", conll(gold, clusters(found)).f1, sum(map(len, gold)), documents)}


if __name__ == "__main__":
    held(FLOORS, {**distortions(), **judged(), **headlines(), **events()})
