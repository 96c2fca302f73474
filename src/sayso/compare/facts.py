"""The predicates of what is said of a person in passing: extract gives them, match and reconcile know them by these names."""

TITLE = "bear the title"  # "Acme CEO Ann Roe"
AGE = "be aged"  # "Ann Roe, 44"
FACTS = frozenset({TITLE, AGE})
