"""The samples that a new user meets first."""

from curator.domain.listing import Listing
from curator.workspace.reading import digest_ids, findings, targets, whole
from curator.workspace.samples import import_samples, sample_folder
from curator.workspace.workspace import Workspace


def test_the_samples_come_in_whole_linked_and_with_things_to_find(workspace: Workspace) -> None:
    report = import_samples(workspace)
    assert report.new == len(list(sample_folder().iterdir())) >= 24
    assert report.broken == ()
    ids = digest_ids(workspace, Listing())
    records = [whole(workspace, id_) for id_ in ids]
    assert {record.digest.layout for record in records} >= {"A", "B"}
    keys = [link.target_key for record in records for link in record.closest]
    assert len(targets(workspace, keys)) >= 20
    noticed = [finding.message for id_ in ids for finding in findings(workspace, id_)]
    for words in ("not in this library", "future", "N/A", "itself", "single character"):
        assert any(words in message for message in noticed), words
