"""``python -m reader.library.own.candidate_part``: read some files for the library.

Standard input says which, in two lines of JSON; what each holds goes to standard output, pickled.
"""

from __future__ import annotations

import json
import pickle
import sys

from reader.library.own.candidates import Asked, Reader


def main() -> None:
    """Write what every file that is asked for holds, in order."""
    # Both lines before any work: until then who asks starts no other part.
    (root, time), files = (json.loads(sys.stdin.readline()) for _line in range(2))
    reader = Reader.of(root, time)
    for file in files:
        asked = Asked(*file)
        pickle.dump((asked.path, reader.file(asked)), sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
