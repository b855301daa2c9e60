"""`curator export`: write digests back as Markdown files."""

from pathlib import Path

import click

from curator.cli.import_digests import INCOMPLETE
from curator.cli.options import WORDS, NamedPath, library_options, opened_to_read
from curator.cli.output import print_json, progress_bar, say
from curator.workspace.exporting import export as export_digests
from curator.workspace.reading import FAITHFUL, LAYOUTS


@click.command("export")
@click.argument("keys", nargs=-1, type=WORDS, metavar="[KEY]...")
@click.option(
    "--to", "folder", required=True, type=NamedPath(file_okay=False),
    help="The folder to write to; made if it is not there.",
)  # fmt: skip
@click.option(
    "--layout", type=click.Choice(LAYOUTS), default=FAITHFUL, show_default=True,
    help="faithful: as imported, with your edits; curated: with review states, relations and tags.",
)  # fmt: skip
@library_options
def export(
    keys: tuple[str, ...], folder: Path, layout: str, library: Path | None, as_json: bool
) -> int:
    """Write digests as Markdown, each under the name it came with; all of them, or those named.

    Files that Curator did not write, or that were changed since, are left alone and named.

    \b
    Examples:
      curator export --to out
      curator export --to site --layout curated
      curator export --to out 6860a1a22c22dc8bdb8a95d66320925b
    """
    with (
        opened_to_read(library, any_version=True) as workspace,
        progress_bar("Exporting") as progress,
    ):
        report = export_digests(workspace, folder, layout=layout, keys=keys, progress=progress)
    if as_json:
        value = {"written": report.written, "same": report.same, "conflict": list(report.conflict)}
        print_json(value)
    else:
        click.echo(
            f"Wrote {report.written:,} to {folder}; {report.same:,} were the same, "
            f"{len(report.conflict):,} left alone."
        )
        for wanted, name in report.renamed:
            say(f"{wanted}: written as {name}, which is safe on every system.")
        for name in report.conflict:
            say(f"{name}: not written by Curator, or changed since; left alone.")
    return INCOMPLETE if report.conflict else 0
