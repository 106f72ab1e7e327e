"""``make fuzz``: inputs that nobody thought of, for as long as one has time.

Every target has a process of its own, so that one which hangs or is killed is a finding like any
other. A finding is written to a file; the exit code is 1 where there is any.
"""

from __future__ import annotations

import argparse
import ast
import os
import resource
import secrets
import subprocess
import sys
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.fuzz import faulty, search
from tests.fuzz.search import Finding
from tests.fuzz.target import Target, attempt
from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).parents[2]
FOLDER = Path(".fuzz")
MEMORY = 4 * 2**30
"""Bytes that a process may take: a thousand times the largest input and more."""

PATIENCE = 5.0
"""Seconds beside three times a target's limit, after which its process hangs."""

BY_NAME = {target.name: target for target in (*TARGETS, *faulty.TARGETS)}


def main(argv: list[str]) -> int:
    args = _arguments(argv)
    if args.repeat:
        return _repeat(args.repeat)
    if args.worker:
        return _work(BY_NAME[args.worker], args.seed, args.minutes * 60, args.findings)
    chosen = [BY_NAME[name] for name in args.only.split(",")] if args.only else list(TARGETS)
    number = secrets.randbelow(10**6) if args.seed is None else args.seed
    print(f"{len(chosen)} targets, {args.minutes:g} minutes, --seed {number}", flush=True)
    share = args.minutes * 60 * min(args.jobs, len(chosen)) / sum(t.share for t in chosen)
    chosen.sort(key=lambda target: -target.share)
    with ThreadPoolExecutor(args.jobs) as pool:
        work = [pool.submit(_watch, t, number, share * t.share, args.findings) for t in chosen]
        findings = [path for each in work for path in each.result()]
    for path in findings:
        print(f'To repeat it: make fuzz ARGS="--repeat {path}"')
    print(f"{len(findings)} findings" if findings else "No finding.")
    return 1 if findings else 0


def _arguments(argv: list[str]) -> argparse.Namespace:
    names = ", ".join(target.name for target in TARGETS)
    parser = argparse.ArgumentParser("make fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="for all targets together")
    parser.add_argument("--only", help=f"some targets, with commas between them: {names}")
    parser.add_argument("--seed", type=int, help="of the inputs; another one each time without it")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="targets at once")
    parser.add_argument("--findings", type=Path, default=FOLDER, help="the folder for findings")
    parser.add_argument("--repeat", type=Path, help="a finding's file, to try its input again")
    parser.add_argument("--worker", choices=BY_NAME, help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    unknown = set(args.only.split(",")) - set(BY_NAME) if args.only else set()
    if unknown:
        parser.error(f"no target {', '.join(sorted(unknown))}; there are: {names}")
    return args


def _repeat(path: Path) -> int:
    name, value = search.read(path)
    try:
        attempt(BY_NAME[name], value)
    except Exception as error:
        print(search.ascii_lines("".join(traceback.format_exception(error))))
        return 1
    print(f"{path}: nothing is wrong with this input any more")
    return 0


# One target, in a process of its own.


def _current(target: Target, folder: Path) -> Path:
    return folder / f".{target.name}"


def _work(target: Target, number: int, seconds: float, folder: Path) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    folder.mkdir(parents=True, exist_ok=True)
    current = _current(target, folder)
    found = search.search(
        target, number, seconds, lambda value: void(current.write_text(ascii(value)))
    )
    print(f"{target.name}: {found.tried:,} inputs", flush=True)
    if found.finding is None:
        return 0
    print(f"{target.name}: {search.ascii_lines(_last_line(found.finding))}")
    print(search.write(found.finding, folder))
    return 1


def void(_value: object) -> None:
    """Take what is of no interest."""


def _last_line(finding: Finding) -> str:
    return finding.report.rstrip().rpartition("\n")[2][:400]


def _watch(target: Target, number: int, seconds: float, folder: Path) -> list[Path]:
    """Run a target's process; return the files of its findings."""
    current = _current(target, folder)
    command = [sys.executable, "-m", "tests.fuzz", "--worker", target.name]
    options = ["--seed", str(number), "--minutes", str(seconds / 60), "--findings", str(folder)]
    started = time.time()
    with subprocess.Popen(
        [*command, *options], cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        hung = False
        while True:
            try:
                out, _ = process.communicate(timeout=PATIENCE / 5)
                break
            except subprocess.TimeoutExpired:
                since = max(current.stat().st_mtime if current.exists() else 0, started)
                if time.time() - since > 3 * target.seconds + PATIENCE:
                    hung = True
                    os.killpg(process.pid, 9)
    lines = out.splitlines()
    if process.returncode == 1 and lines and not hung:
        print("\n".join(lines[:-1]), flush=True)
        paths = [Path(lines[-1])]
    elif process.returncode or hung:
        how = "hangs" if hung else f"ends the process with {process.returncode}"
        print(f"{target.name}: an input {how}", flush=True)
        value = ast.literal_eval(current.read_text())
        paths = [search.write(Finding(target.name, value, f"This input {how}."), folder)]
    else:
        print("\n".join(lines), flush=True)
        paths = []
    current.unlink(missing_ok=True)
    return paths


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
