"""How columns share the width of a table: by their shares, none below its least."""


def share_out(room: int, shares: list[int], least: list[int]) -> list[int]:
    """Divide `room` pixels by `shares`, none below its least; together they fill it exactly.

    Where the least widths need more than the room, each gets its least.
    """
    widths = list(least)
    free = set(range(len(shares)))
    left = room
    while free:
        total = sum(shares[i] for i in free)
        tight = {i for i in free if left * shares[i] < least[i] * total}
        if not tight:
            break
        left -= sum(least[i] for i in tight)
        free -= tight
    for i in sorted(free):
        total = sum(shares[j] for j in free if j >= i)
        widths[i] = left * shares[i] // total
        left -= widths[i]
    return widths


def as_far_as(room: int, bare: list[int], whole: list[int]) -> list[int]:
    """Widths between `bare` and `whole` that need no more than `room`.

    Where even `bare` needs more the table scrolls anyway, so that no word has to be broken.
    """
    spare, wish = room - sum(bare), sum(whole) - sum(bare)
    if spare < 0 or wish <= spare:
        return whole
    part = spare / wish
    return [low + int((high - low) * part) for low, high in zip(bare, whole, strict=True)]
