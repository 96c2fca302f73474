"""Training of the models that Sayso ships: prepare, train, evaluate, export. Never installed with the package."""
