"""Sayso: what the articles about a running story agree on, where they conflict, and on whose say-so.

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> import sayso
>>> with TemporaryDirectory() as folder:
...     page = Path(folder, "harbour.txt")
...     _ = page.write_text("Norvik Ferries delivered its first electric ferry on Monday, the company said.")
...     found = sayso.brief([page])
>>> [problem.detail for problem in found.problems]
[]

Nothing heavy is imported before it is used, so that `import sayso` and `sayso --help` are instant.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.errors import InputError, ModelError, SaysoError, UsageError
    from sayso.pipeline import brief
    from sayso.report import Brief
    from sayso.settings import Settings

__version__ = "0.1.0"
__all__ = ["Brief", "InputError", "ModelError", "SaysoError", "Settings", "UsageError", "__version__", "brief"]

_HOME = {
    "Brief": "sayso.report",
    "InputError": "sayso.errors",
    "ModelError": "sayso.errors",
    "SaysoError": "sayso.errors",
    "Settings": "sayso.settings",
    "UsageError": "sayso.errors",
    "brief": "sayso.pipeline",
}

if not TYPE_CHECKING:  # a type checker reads the imports above instead, and so still finds misspelt names

    def __getattr__(name: str) -> object:
        """Fetch a public name from the module it lives in, when it is first asked for (PEP 562)."""
        if name not in _HOME:
            raise AttributeError(f"module 'sayso' has no attribute {name!r}")
        return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
