from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.project.conftest import ROOT

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
        check=False,
    )


def test_make_alone_lists_every_command() -> None:
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"run", "test", "lint", "types", "catalogs", "bench", "picture", "clean"} <= TARGETS
    for target in TARGETS:
        assert f"make {target} " in done.stdout


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/development.md", ".ci/run"])
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


def test_every_dependency_has_a_tested_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {
        re.split(r"[<>=!~\[ ]", requirement)[0].lower()
        for requirement in (
            *project["project"]["dependencies"],
            *project["dependency-groups"]["dev"],
            *project["build-system"]["requires"],
        )
    }
    pinned = [
        line.split("==")[0].lower()
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    assert wanted <= set(pinned)
    assert len(pinned) == len(set(pinned))


def test_constraints_are_names_and_versions_only() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"#.*|[\w.-]+==[\w.]+", line) for line in lines)
