"""PolNeAR as articles with gold attributions, read from where `SAYSO_DATA` points.

Offsets are code points into the text. Where several annotators read an article, the first by name counts. What the
brat files hold twice over, or broken by a line end, is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

Run = tuple[int, int]
ROLES = ("source", "cue", "content")


@dataclass(frozen=True)
class Gold:
    """One attribution; each role is the stretches of text that it covers, in order."""

    source: tuple[Run, ...] = ()
    cue: tuple[Run, ...] = ()
    content: tuple[Run, ...] = ()


@dataclass(frozen=True)
class Document:
    """One article."""

    name: str
    text: str
    gold: tuple[Gold, ...] = field(repr=False)


def polnear(root: Path, split: str = "dev", every: int = 1, first: int = 0) -> Iterator[Document]:
    """Read the articles of a split in order of their names, or every so manyth of them."""
    folder = root / "attribution_polnear" / split
    for path in sorted((folder / "text").glob("*.txt"))[first::every]:
        annotated = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if annotated:
            text = path.read_bytes().decode("utf-8")
            yield Document(path.stem, text, tuple(_attributions(annotated[0].read_bytes().decode("utf-8"))))


def _attributions(standoff: str) -> Iterator[Gold]:
    """Read brat's T lines (spans) and E lines (which spans belong together)."""
    spans: dict[str, tuple[Run, ...]] = {}
    events: list[list[str]] = []
    for line in standoff.split("\n"):
        parts = line.split("\t")
        if line.startswith("T") and len(parts) > 2:
            stretches = parts[1].partition(" ")[2].split(";")
            spans[parts[0]] = tuple((int(a), int(b)) for a, b in (stretch.split() for stretch in stretches))
        elif line.startswith("E") and len(parts) > 1:
            events.append(parts[1].split())
    for event in events:
        roles: dict[str, list[Run]] = {role: [] for role in ROLES}
        for name, _, target in (each.partition(":") for each in event):
            role = name.rstrip("0123456789").lower()
            if role in roles:
                roles[role] += spans.get(target, ())
        if roles["cue"] and roles["content"]:
            yield Gold(**{role: tuple(sorted(set(runs))) for role, runs in roles.items()})
