from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.project.conftest import ROOT
from tools.lock import DEVELOPMENT, packages

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE))


def set_up(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the set-up in ``folder``, on a machine with neither Python nor uv, up to where it stops."""
    tools = folder / "tools"
    tools.mkdir()
    for name in ("cat", "rm", "rmdir"):
        (tools / name).symlink_to(shutil.which(name) or name)
    return subprocess.run(
        ["/bin/sh", str(ROOT / "tools" / "set-up.sh"), "venv", "run"],
        cwd=folder,
        env={"PATH": str(tools), **environment},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


def test_make_alone_lists_every_command() -> None:
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {
        "run",
        "test",
        "lint",
        "types",
        "catalogs",
        "bench",
        "picture",
        "cast",
        "clean",
    } <= TARGETS
    for target in TARGETS:
        assert f"make {target} " in done.stdout


@pytest.mark.parametrize(
    "page", ["README.md", "README.ru.md", "CONTRIBUTING.md", "docs/development.md", ".ci/run"]
)
def test_every_make_command_that_a_page_names_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`|\$ |exec )make ([a-z]+)\b", text, re.MULTILINE))
    assert named
    assert named <= TARGETS


def test_without_a_python_the_set_up_says_so_in_one_line(tmp_path: Path) -> None:
    done = set_up(tmp_path)
    assert done.returncode == 1
    assert "reader needs Python 3.11 or newer" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_python_that_is_too_old_is_named(tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    done = set_up(tmp_path, PYTHON=str(old))
    assert done.returncode == 1
    assert str(old) in done.stderr
    assert "Python 3.11" in done.stderr


def test_a_python_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = set_up(tmp_path, PYTHON="no-such-python")
    assert done.returncode == 1
    assert "no-such-python" in done.stderr


def test_a_python_without_its_venv_module_is_told_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "ensurepip.py").write_text("raise ImportError", encoding="utf-8")
    done = set_up(tmp_path, PYTHON=sys.executable, PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert "python3-venv" in done.stderr
    assert not (tmp_path / "venv").exists()


def test_a_folder_that_is_not_a_virtual_environment_is_left_alone(tmp_path: Path) -> None:
    kept = tmp_path / "venv" / "letters.txt"
    kept.parent.mkdir()
    kept.write_text("Dear friend", encoding="utf-8")
    done = set_up(tmp_path, PYTHON=sys.executable)
    assert done.returncode == 1
    assert "not a virtual environment" in done.stderr
    assert kept.is_file()


@pytest.mark.parametrize(
    ("name", "cause"),
    [("a:b", "a colon"), ("a\nb", "line break"), ("a ", "a space at its end")],
)
def test_a_folder_where_nothing_can_be_set_up_is_named_with_the_cause(
    tmp_path: Path, name: str, cause: str
) -> None:
    folder = tmp_path / name
    folder.mkdir()
    done = set_up(folder, PYTHON=sys.executable)
    assert done.returncode == 1
    assert cause in done.stderr
    assert str(folder) in done.stderr
    assert not (folder / "venv").exists()


def test_a_folder_whose_name_is_not_in_utf8_is_named_with_the_cause(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"a\xff")
    folder.mkdir()
    done = set_up(folder, PYTHON=sys.executable)
    assert done.returncode == 1
    assert "is not in UTF-8" in done.stderr
    assert not (folder / "venv").exists()


UV = """\
#!/bin/sh
# Does what uv does to the folder of a virtual environment, and writes down what it was asked.
printf '%s ' "$@" >>"$ASKED"
printf '\\n' >>"$ASKED"
if [ "$1" = venv ]; then
    for venv; do :; done
    mkdir -p "$venv/bin"
    printf '#!/bin/sh\\nexec "$REAL_PYTHON" "$@"\\n' >"$venv/bin/python"
    printf '#!/no/such/python\\n' >"$venv/bin/reader"
    chmod +x "$venv/bin/python" "$venv/bin/reader"
    : >"$venv/pyvenv.cfg"
fi
"""


@pytest.mark.parametrize("part", ["run", "dev"])
@pytest.mark.parametrize("name", ["plain", """it's "a" `b` $HOME; #c=%d & (ё) \\""", "-dash"])
def test_the_program_starts_wherever_it_is_set_up_and_only_files_of_the_lock_are_taken(
    tmp_path: Path, name: str, part: str
) -> None:
    folder, tools = tmp_path / name, tmp_path / "bin"
    folder.mkdir()
    tools.mkdir()
    (tools / "uv").write_text(UV, encoding="utf-8")
    (tools / "uv").chmod(0o755)
    shutil.copy(ROOT / "constraints.txt", folder)
    environment = {
        **os.environ,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "ASKED": str(tmp_path / "asked"),
        "REAL_PYTHON": sys.executable,
    }
    subprocess.run(
        ["/bin/sh", str(ROOT / "tools" / "set-up.sh"), ".venv", part],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=True,
    )
    _, packages, program = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
    assert "--require-hashes --only-binary :all: -r " in packages
    assert "--no-deps --no-build-isolation -e . " in program
    locked = (folder / ".venv" / "lock.txt").read_text(encoding="utf-8")
    assert "\ntextual==" in locked
    assert ("\npytest==" in locked) == (part == "dev")
    link = tmp_path / "reader"
    link.symlink_to(folder / ".venv" / "bin" / "reader")
    for command in (folder / ".venv" / "bin" / "reader", link):
        done = subprocess.run(
            [command, "--version"], cwd="/", env=environment, capture_output=True, check=True
        )
        assert done.stdout.startswith(b"reader ")


LOCK = (ROOT / "constraints.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUN = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
ADMITTED = [*RUN, *PROJECT["project"]["optional-dependencies"]["pdf"]]
LINUX_AND_MACOS = [
    {"python_version": f"3.{minor}", "python_full_version": f"3.{minor}.1", "extra": ""}
    | {"sys_platform": system, "platform_system": name, "os_name": "posix"}
    for minor in range(11, 15)
    for system, name in (("linux", "Linux"), ("darwin", "Darwin"))
]


def versions(lock: str) -> dict[str, str]:
    found = [lines.partition(" \\")[0] for lines in packages(lock).values()]
    return {
        canonicalize_name(pin.partition("==")[0]): pin.partition("==")[2].partition(" ;")[0]
        for pin in found
    }


def test_every_package_of_the_lock_has_one_version_and_hashes() -> None:
    locked = packages(LOCK)
    assert len(locked) == len(re.findall(r"^\S+==", LOCK, re.MULTILINE))
    for lines in locked.values():
        first, *hashes = lines.rstrip("\n").split(" \\\n")
        assert re.fullmatch(r"[a-z0-9.-]+==[\w.]+( ; .+)?", first)
        assert hashes
        assert all(re.fullmatch(r" +--hash=sha256:[0-9a-f]{64}", line) for line in hashes)


@pytest.mark.parametrize("part", ["run", "dev"])
def test_the_lock_has_whatever_each_part_needs_for_every_python_and_system(part: str) -> None:
    lock = LOCK.partition(DEVELOPMENT)[0] if part == "run" else LOCK
    locked = versions(lock)
    wanted = RUN if part == "run" else [*RUN, *PROJECT["dependency-groups"]["dev"]]
    left, seen = [Requirement(text) for text in wanted], set()
    while left:
        needed = left.pop()
        name = canonicalize_name(needed.name)
        assert needed.specifier.contains(locked[name]), needed
        if name in seen or name not in INSTALLED:
            continue
        seen.add(name)
        for text in metadata.requires(name) or ():
            other = Requirement(text)
            if other.marker is None or any(map(other.marker.evaluate, LINUX_AND_MACOS)):
                left.append(other)
    assert {"textual", "hatchling"} <= seen


INSTALLED = {canonicalize_name(found.name) for found in metadata.distributions()}


def test_every_dependency_of_the_program_is_bounded_above_the_tested_version() -> None:
    locked = versions(LOCK)
    for text in ADMITTED:
        needed = Requirement(text)
        assert needed.specifier.contains(locked[canonicalize_name(needed.name)])
        assert any(bound.operator == "<" for bound in needed.specifier), text
