"""Claims of the built-in dossier check out; with one thing changed they do not."""

from __future__ import annotations

import random
from collections import Counter

from bench import mutants


def test_claims_of_the_dossier_and_some_mutants_of_them() -> None:
    drawn = random.Random(7)
    found: Counter[str] = Counter()
    made: Counter[str] = Counter()
    for number, (_pair, case) in enumerate(mutants.cases()):
        assert case.verifier.verify(case.claim).findings == (), case.claim
        if number % 8:
            continue
        for mutant in list(mutants.mutants(case, drawn))[::3]:
            made[mutant.kind] += 1
            found[mutant.kind] += case.verifier.verify(mutant.claim).state == "failed"
    for kind, count in made.items():
        least = {"name": 0.95, "citation": 0.97, "one citation": 0.7}.get(kind, 1.0)
        assert found[kind] >= least * count, (kind, found[kind], count)
    assert set(made) >= {"number", "date", "name", "citation", "quotation, invented"}
