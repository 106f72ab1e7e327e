"""Measures, one a module that can be run: ``python -m bench.start``. ``make bench`` runs them all."""
