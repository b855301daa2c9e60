"""Documents."""

from curator.codec.document import Document
from curator.codec.limits import MOST_FINDINGS
from curator.codec.reader import read


def test_an_empty_document_is_neither_curated_nor_refused() -> None:
    document = Document("")
    assert not document.curated
    assert document.refusal is None
    assert document.blocks == ()
    assert (document.closest_lines, document.unsaid) == ((), 0)


def test_documents_of_the_same_text_are_equal() -> None:
    text = "# T\n## Keywords\n* a"
    assert read(text) == read(text)
    assert read(text) != read(text + "b")


def test_all_findings_count_told_or_not() -> None:
    assert read("# T\n## Keywords\n* a").noticed == len(read("# T\n## Keywords\n* a").findings)
    many = read("# T\n## Keywords\n* a\n## Themes\n* b\n" + "## Odd\n" * (MOST_FINDINGS + 50))
    assert many.noticed > MOST_FINDINGS + 50
