"""Exact comparators that match and reconcile share: quantities, times and names, each explained in words.

Every comparator takes two records of one kind and gives a `Comparison`; none looks at anything but the two records.
"""
