"""``python -m reader.library.own.part``: read some own articles for their index.

Standard input says which, in two lines of JSON; what is made of them goes to standard output,
pickled.
"""

from __future__ import annotations

import json
import pickle
import sys
from pathlib import Path

from reader.library.own import made


def main() -> None:
    """Write what the index holds of every file that is asked for, in order."""
    # Both lines before any work: until then who asks starts no other part.
    root, files = (json.loads(sys.stdin.readline()) for _line in range(2))
    for name, state in files:
        each = made.read_file(Path(root), name, state)
        pickle.dump(each, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
