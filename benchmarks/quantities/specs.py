"""Recognizers-Text's English specifications (MIT): the share of stated values that Sayso finds, model by model.

Constructed and command-like sentences; what they hold of spellings, units and currencies is wide, so they guard the
lexicon.
"""

from __future__ import annotations

import json
from pathlib import Path

from sayso.extract.quantities import quantities

MODELS = ("AgeModel", "PercentModel", "TemperatureModel", "DimensionModel", "CurrencyModel")


def found_share(folder: Path, model: str) -> float:
    """The share of a model's expected values among the values (or range ends) that Sayso finds in the same sentence."""
    wanted = hits = 0
    for row in json.loads((folder / f"{model}.json").read_text(encoding="utf-8-sig")):
        values = {v for q in quantities(row["Input"]) for v in (q.value, q.low, q.high) if v is not None}
        for result in row["Results"]:
            value = _number((result.get("Resolution") or {}).get("value"))
            if value is not None:
                wanted += 1
                hits += any(abs(v - value) <= 1e-6 * max(1.0, abs(value)) for v in values)
    return hits / wanted


def _number(written: object) -> float | None:
    try:
        return float(str(written).rstrip("%"))
    except ValueError:
        return None


def main() -> None:
    from sayso.settings import data_dir

    for model in MODELS:
        print(f"{model:18} {found_share(data_dir() / 'quantities_specs', model):.3f}")


if __name__ == "__main__":
    main()
