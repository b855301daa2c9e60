"""`curator export`."""

from pathlib import Path

from tests.cli.conftest import Curator
from tests.digests import KEY_A, KEY_B, LAYOUT_A


def test_it_writes_what_came_and_says_how_much(stocked: Curator, tmp_path: Path) -> None:
    out = tmp_path / "out"
    answer = stocked("export", "--to", out, "--json")
    assert (answer.code, answer.json) == (0, {"written": 2, "same": 0, "conflict": []})
    assert (out / f"{KEY_A}.md").read_bytes() == LAYOUT_A.encode()
    assert stocked("export", "--to", out).out.startswith("Wrote 0 to")


def test_only_some_in_the_curated_layout(stocked: Curator, tmp_path: Path) -> None:
    out = tmp_path / "out"
    stocked("set", KEY_B, "review", "done")
    assert stocked("export", "--to", out, "--layout", "curated", KEY_B).code == 0
    assert [path.name for path in out.glob("*.md")] == [f"{KEY_B}.md"]
    assert "review: done" in (out / f"{KEY_B}.md").read_text()


def test_foreign_files_are_named_and_left_alone(stocked: Curator, tmp_path: Path) -> None:
    (tmp_path / f"{KEY_A}.md").write_text("mine")
    answer = stocked("export", "--to", tmp_path)
    assert answer.code == 1
    assert f"{KEY_A}.md: not written by Curator" in answer.err
    assert stocked("export", "--to", tmp_path / f"{KEY_A}.md" / "x").code == 2


def test_names_that_are_not_safe_everywhere_are_told(
    stocked: Curator, inbox: Path, tmp_path: Path
) -> None:
    (inbox / "nul.md").write_text(LAYOUT_A)
    stocked("import", inbox)
    assert "nul.md: written as _nul.md" in stocked("export", "--to", tmp_path / "out").err


def test_names_of_strangers_do_not_write_over_the_terminal(
    curator: Curator, inbox: Path, tmp_path: Path
) -> None:
    text = next(inbox.glob("*.md")).read_bytes()
    (tmp_path / "a\x1b[2J\nb.md").write_bytes(text)
    assert curator("import", tmp_path / "a\x1b[2J\nb.md").code == 0
    answer = curator("export", "--to", tmp_path / "out")
    assert "a‹ESC›[2J b.md: written as a_[2J_b.md" in answer.err
    assert len(answer.err.splitlines()) == 1
