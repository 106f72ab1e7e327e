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


def main() -> None:
    """Write the record of every file that is asked for, in order."""
    root, languages, with_matcher = json.loads(sys.stdin.readline())
    head, _problems = loader.read_head(Path(root))
    catalogs, _catalog_problems = load_catalogs(head.dossier, languages)
    matcher = matcher_of(head.dossier) if with_matcher else None
    job = Job(Path(root), head.references, tuple(languages), catalogs, matcher)
    for name, etag in json.loads(sys.stdin.readline()):
        pickle.dump(record(job, name, etag), sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
