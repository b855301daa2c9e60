"""How far the judgement of a digest has come."""

from curator.domain.errors import InvalidRecord

TO_DO = "to do"
IN_WORK = "in work"
DONE = "done"
SECOND_LOOK = "second look"
REVIEWS = (TO_DO, IN_WORK, DONE, SECOND_LOOK)
"""The states in the order of work."""


def review_named(text: str) -> str:
    """The state that `text` means, however its words are joined.

    Raises:
        InvalidRecord: no state has that name.
    """
    wanted = "".join(text.lower().replace("-", " ").replace("_", " ").split())
    for state in REVIEWS:
        if state.replace(" ", "") == wanted:
            return state
    raise InvalidRecord(f"“{text}” is no review state.", f"Use one of: {', '.join(REVIEWS)}.")
