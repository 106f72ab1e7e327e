"""``python -m reader.library.part``: read some documents of a dossier for its index.

Standard input says which, in two lines of JSON; their records go to standard output, pickled.
"""

from __future__ import annotations

import json
import pickle
import sys
from pathlib import Path

from reader.dossiers import loader
from reader.library.records import Job, load_catalogs, matcher_of, record
from reader.library.sources import DossierFolder, etag


def main() -> None:
    """Write the record of every file that is asked for, in order."""
    # Both lines before any work: until then who asks starts no other part.
    asked, files = (json.loads(sys.stdin.readline()) for _line in range(2))
    root, languages, with_matcher = Path(asked[0]), tuple(asked[1]), bool(asked[2])
    head, _problems = loader.read_head(root)
    catalogs, _catalog_problems = load_catalogs(head.dossier, languages)
    matcher = matcher_of(head.dossier) if with_matcher else None
    source = DossierFolder(root, etag, head.dossier.id, head.references)
    job = Job(root, source, languages, catalogs, matcher)
    for name, state in files:
        pickle.dump(record(job, name, state), sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
