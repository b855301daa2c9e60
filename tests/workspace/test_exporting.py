"""Markdown out: byte for byte where nothing was edited, and only the block where something was."""

import difflib
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.domain.errors import CuratorError, InvalidRecord, UnknownRecord
from curator.domain.link import RELATIONS
from curator.domain.listing import Listing
from curator.domain.review import REVIEWS
from curator.domain.signal import Signal
from curator.exports.folder import MANIFEST
from curator.failpoints import VARIABLE
from curator.workspace.exporting import export
from curator.workspace.fields import set_field
from curator.workspace.importing import import_paths
from curator.workspace.reading import digest_by_key, digest_ids, whole
from curator.workspace.reviewing import trash
from curator.workspace.workspace import Workspace
from tests.codec.texts import hostile_line, hostile_text
from tests.digests import KEY_A, KEY_B, LAYOUT_A

WORDS = [*RELATIONS, *REVIEWS, "", "one, two", "2024-08-18"]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.md")}


def test_what_was_not_edited_comes_out_byte_for_byte(
    stocked: Workspace, inbox: Path, tmp_path: Path
) -> None:
    report = export(stocked, tmp_path / "out")
    assert (report.written, report.same, report.conflict) == (2, 0, ())
    assert files(tmp_path / "out") == files(inbox)
    assert export(stocked, tmp_path / "out").same == 2


def test_where_the_disk_fails_it_is_told_how_far_it_came(
    stocked: Workspace, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "export.placed=broken")
    with pytest.raises(CuratorError) as caught:
        export(stocked, tmp_path / "out")
    assert "Written so far: 1 file;" in caught.value.hint
    monkeypatch.delenv(VARIABLE)
    assert export(stocked, tmp_path / "out").conflict == ()
    assert files(tmp_path / "out") == files(inbox)


def test_an_edit_changes_its_table_and_nothing_else(stocked: Workspace, tmp_path: Path) -> None:
    digest_id = digest_by_key(stocked, KEY_A).id
    stocked.do(set_field, digest_id, "signals.0.change", "A much longer change than before")
    export(stocked, tmp_path / "out")
    text = (tmp_path / "out" / f"{KEY_A}.md").read_text()
    touched = [line[2:] for line in difflib.ndiff(LAYOUT_A.split("\n"), text.split("\n"))
               if line[:2] in ("- ", "+ ")]  # fmt: skip
    assert touched
    assert all(line.startswith("|") for line in touched)
    stocked.undo()
    export(stocked, tmp_path / "out")
    assert (tmp_path / "out" / f"{KEY_A}.md").read_text() == LAYOUT_A


def test_only_the_digests_asked_for_are_written(stocked: Workspace, tmp_path: Path) -> None:
    export(stocked, tmp_path / "out", keys=[KEY_B])
    assert list(files(tmp_path / "out")) == [f"{KEY_B}.md"]
    with pytest.raises(UnknownRecord, match="nobody"):
        export(stocked, tmp_path / "out", keys=["nobody"])
    with pytest.raises(InvalidRecord, match="fancy"):
        export(stocked, tmp_path / "out", layout="fancy")


def test_what_is_in_the_trash_stays_there(stocked: Workspace, tmp_path: Path) -> None:
    stocked.do(trash, [digest_by_key(stocked, KEY_A).id])
    export(stocked, tmp_path / "out")
    assert list(files(tmp_path / "out")) == [f"{KEY_B}.md"]


def test_a_foreign_file_in_the_folder_is_reported(stocked: Workspace, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / f"{KEY_A}.md").write_text("mine")
    report = export(stocked, out)
    assert report.conflict == (f"{KEY_A}.md",)
    assert (out / f"{KEY_A}.md").read_text() == "mine"


def test_a_folder_that_takes_no_file_is_named(stocked: Workspace, tmp_path: Path) -> None:
    (tmp_path / "out" / MANIFEST).mkdir(parents=True)
    with pytest.raises(CuratorError, match=MANIFEST):
        export(stocked, tmp_path / "out")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / ".curator").mkdir()

    def vanish(done: int, total: int, what: str) -> None:
        (tmp_path / "full" / ".curator").rmdir()
        (tmp_path / "full").rmdir()

    with pytest.raises(CuratorError, match="can't be written"):
        export(stocked, tmp_path / "full", progress=vanish)


def test_published_files_follow_the_umask_and_odd_names_are_told(
    stocked: Workspace, inbox: Path, tmp_path: Path
) -> None:
    (inbox / "CON.md").write_text(LAYOUT_A)
    import_paths(stocked, [inbox])
    report = export(stocked, tmp_path / "out")
    assert report.renamed == (("CON.md", "_CON.md"),)
    plain = tmp_path / "plain.txt"
    plain.write_text("as the umask has it")
    assert (tmp_path / "out" / "_CON.md").stat().st_mode == plain.stat().st_mode


def test_a_cancelled_export_says_so(stocked: Workspace, tmp_path: Path) -> None:
    seen: list[int] = []
    report = export(
        stocked, tmp_path, progress=lambda done, *_: seen.append(done), cancelled=lambda: True
    )
    assert report.cancelled
    assert (report.written, seen) == (0, [])


def test_a_curated_export_gives_back_the_same_library(
    stocked: Workspace, inbox: Path, tmp_path: Path
) -> None:
    first, second = (digest_by_key(stocked, key).id for key in (KEY_A, KEY_B))
    edits = {
        "title": "A | new [title] __here__",
        "review": "second look",
        "closest.0.relation": "same story",
        "closest.0.tags": "one, ai [policy], three",
        "signals.1.horizon": "Line one\nline | two",
        "themes.0": "Energy: the new # one",
        "summary": "One paragraph.\n\n## Not a heading\n\n* not a list",
    }
    for path, value in edits.items():
        stocked.do(set_field, first, path, value)
    stocked.do(set_field, second, "review", "done")
    export(stocked, tmp_path / "out", layout="curated")
    other = Workspace.open(tmp_path / "other.curator")
    report = import_paths(other, [tmp_path / "out"])
    assert (report.new, report.broken) == (2, ())
    for key in (KEY_A, KEY_B):
        assert said(other, key) == said(stocked, key)
    export(other, tmp_path / "again")
    export(stocked, tmp_path / "faithful")
    assert files(tmp_path / "again") == files(tmp_path / "faithful")
    other.close()


EDITS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *("title", "summary", "origin", "origin_url", "source_url", "category", "type"),
                *("review", "themes.0", "keywords.1", "closest.0.title", "closest.0.key"),
                *("closest.0.relation", "closest.0.tags", "closest.1.tags"),
                *(f"signals.1.{name}" for name in Signal.TEXT_FIELDS),
            ]
        ),
        st.one_of(hostile_text, hostile_line, st.text(max_size=20), st.sampled_from(WORDS)),
    ),
    max_size=6,
)


@settings(max_examples=20)
@given(edits=EDITS)
def test_any_edits_come_back_from_a_curated_export(edits: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / f"{KEY_A}.md").write_bytes(LAYOUT_A.encode())
        first = Workspace.open(folder / "first.curator")
        import_paths(first, [folder / f"{KEY_A}.md"])
        digest_id = digest_by_key(first, KEY_A).id
        for path, value in edits:
            with suppress(InvalidRecord):  # such as a relation that there is not
                first.do(set_field, digest_id, path, value)
        export(first, folder / "out", layout="curated")
        second = Workspace.open(folder / "second.curator")
        report = import_paths(second, [folder / "out"])
        assert (report.new, report.broken) == (1, ())
        assert said(second, KEY_A) == said(first, KEY_A)
        first.close()
        second.close()


def said(workspace: Workspace, key: str) -> object:
    """All that a digest says and was judged, without ids and places."""
    record = whole(workspace, digest_by_key(workspace, key).id)
    digest = record.digest
    return (
        [getattr(digest, name) for name in (*digest.TEXT_FIELDS, "key", "file_name", "review")],
        [(term.kind, term.name) for term in (*record.themes, *record.keywords)],
        [
            (row.kind, row.extra, *(getattr(row, name) for name in row.TEXT_FIELDS))
            for row in record.signals
        ],
        [(link.title, link.target_key, link.relation, link.tags) for link in record.closest],
    )


def test_the_real_collection_goes_out_as_it_came(
    workspace: Workspace, corpus: Path, tmp_path: Path
) -> None:
    import_paths(workspace, [corpus / "digests"])
    export(workspace, tmp_path / "out")
    assert files(tmp_path / "out") == files(corpus / "digests")
    export(workspace, tmp_path / "curated", layout="curated")
    other = Workspace.open(tmp_path / "other.curator")
    assert import_paths(other, [tmp_path / "curated"]).new == 104
    export(other, tmp_path / "again")
    assert files(tmp_path / "again") == files(corpus / "digests")
    assert len(digest_ids(other, Listing())) == 104
    other.close()
