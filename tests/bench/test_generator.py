"""The digests of the bench are the same everywhere, and like the real ones."""

import hashlib
from pathlib import Path
from statistics import mean, median

from curator.codec.document import Document
from curator.codec.reader import read
from tests.bench.generator import digest_text, key_of, texts, write_folder
from tests.bench.vocabulary import ASKED, SPELLINGS, THEMES, rare_word, themes

COUNT = 300


def documents() -> list[Document]:
    return [read(text, key=name.removesuffix(".md")) for name, text in texts(COUNT)]


def test_the_same_bytes_come_out_every_time() -> None:
    found = hashlib.sha256()
    for name, text in texts(40):
        found.update(f"{name}\n{text}".encode())
    assert found.hexdigest() == "d1a674538bfd0d1c6da33611c1b7b61088c7c815bca1b8217439d1dc806c6c53"


def test_a_digest_can_be_made_alone() -> None:
    assert digest_text(17, COUNT) == list(texts(COUNT))[17]


def test_the_reader_refuses_none_and_finds_a_little_to_say() -> None:
    read_ = documents()
    assert [document.refusal for document in read_ if document.refusal] == []
    assert 0.2 < mean(len(document.findings) for document in read_) < 3


def test_they_are_as_long_as_real_ones() -> None:
    assert 4_300 < median(len(text.encode()) for _, text in texts(COUNT)) < 5_300
    assert 5 < mean(len(document.whole.signals) for document in documents()) < 6


def test_they_have_both_layouts_and_rows_of_all_kinds() -> None:
    wholes = [document.whole for document in documents()]
    assert len({whole.digest.layout for whole in wholes}) == 2
    assert len({row.kind for whole in wholes for row in whole.signals}) == 5
    assert any(not whole.digest.date for whole in wholes)


def test_most_links_lead_to_a_digest_of_the_collection() -> None:
    keys = {key_of(number) for number in range(COUNT)}
    targets = [link.target_key for document in documents() for link in document.whole.closest]
    dangling = sum(target not in keys for target in targets)
    assert 0 < dangling < len(targets) / 20


def test_themes_come_in_several_spellings() -> None:
    known = {spelling for spellings in themes() for spelling in spellings}
    assert len(themes()) == THEMES
    assert 0.8 * SPELLINGS < len(known) < 1.2 * SPELLINGS


def test_words_have_the_frequency_that_they_are_asked_for() -> None:
    found = [text.lower() for _, text in texts(COUNT)]
    shares = {
        kind: mean(sum(f" {word}" in text for text in found) / COUNT for word in words)
        for kind, words in ASKED.items()
    }
    assert sorted(shares, key=shares.__getitem__) == list(reversed(ASKED))
    assert sum(rare_word(7) in text for text in found) < 3


def test_a_folder_has_one_file_for_each(tmp_path: Path) -> None:
    write_folder(tmp_path / "digests", 12)
    assert len({path.name for path in (tmp_path / "digests").iterdir()}) == 12
