"""Judgement: review states, relations, tags and the trash."""

import pytest

from curator.domain.errors import InvalidRecord
from curator.domain.listing import ALL, TRASH, Listing
from curator.domain.review import DONE, TO_DO
from curator.workspace.reading import counts, digest_by_key, digest_ids, whole
from curator.workspace.reviewing import restore, set_relation, set_review, set_tags, trash
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, KEY_B


def test_review_states_move_digests_between_the_views(stocked: Workspace) -> None:
    ids = [digest_by_key(stocked, key).id for key in (KEY_A, KEY_B)]
    assert stocked.do(set_review, ids, "Done").label == "Mark 2 digests as done"
    assert counts(stocked)[DONE] == 2
    stocked.undo()
    assert counts(stocked)[TO_DO] == 2
    with pytest.raises(InvalidRecord):
        stocked.do(set_review, ids, "perhaps")


def test_the_trash_gives_back_what_it_took(stocked: Workspace) -> None:
    digest = digest_by_key(stocked, KEY_A)
    stocked.do(trash, [digest.id])
    again = stocked.do(trash, [digest.id])
    assert again.is_empty
    assert list(digest_ids(stocked, Listing(TRASH))) == [digest.id]
    assert digest.id not in digest_ids(stocked, Listing(ALL))
    label = stocked.do(restore, [digest.id]).label
    assert label == "Restore “Harbours Learn to Charge Ships” from the trash"
    assert digest_by_key(stocked, KEY_A) == digest


def test_links_are_judged_by_relation_and_tags(stocked: Workspace) -> None:
    digest_id = digest_by_key(stocked, KEY_A).id
    first, second = whole(stocked, digest_id).closest
    tagged = stocked.do(set_relation, [first.id], "Supports")
    assert tagged.label == "Tag closest “Ferries on Batteries” as supports"
    stocked.do(set_tags, first.id, "drones,, ai policy , drones")
    link = whole(stocked, digest_id).closest[0]
    assert (link.relation, link.tags) == ("supports", ("drones", "ai policy"))
    both = stocked.do(set_relation, [first.id, second.id], "")
    assert both.label == "Clear relation of 2 closest"
    assert len(both.items) == 1
    with pytest.raises(InvalidRecord):
        stocked.do(set_relation, [first.id], "likes")
