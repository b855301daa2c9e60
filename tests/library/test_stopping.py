"""A question that is stopped ends at once, and the next user of its connection notices nothing."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from sqlalchemy import Connection, event, text

from curator.domain.errors import Interrupted
from curator.library.library import Library
from curator.library.stopping import Stop

ENDLESS = text(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
)
SHORT = text("SELECT count(*) FROM digest")
Moment = Callable[[], object]


def asks(library: Library, stop: Stop, *, before: Moment) -> None:
    """A short question and one without end, and what happens between them."""
    with library.reading(stop) as connection:
        connection.execute(SHORT)
        before()
        connection.execute(ENDLESS)


@pytest.mark.fault("F40")
def test_a_question_that_runs_for_ever_is_stopped_from_another_thread(library: Library) -> None:
    for _ in range(20):
        stop, together = Stop(), Barrier(2)
        other = Thread(target=_stops, args=(stop, together))
        other.start()
        with pytest.raises(Interrupted):
            asks(library, stop, before=together.wait)
        other.join()


def _stops(stop: Stop, together: Barrier) -> None:
    together.wait(5)
    stop.now()


def test_a_stop_that_came_before_the_question_holds(library: Library) -> None:
    stop, begun = Stop(), list[bool]()
    stop.now()
    with pytest.raises(Interrupted):
        asks(library, stop, before=lambda: begun.append(True))
    assert begun == []


def test_a_stop_between_two_statements_stops_the_second(library: Library) -> None:
    stop = Stop()
    with pytest.raises(Interrupted):
        asks(library, stop, before=stop.now)


def test_a_stop_in_the_moment_before_a_statement_begins_stops_it(library: Library) -> None:
    stop = Stop()
    with pytest.raises(Interrupted):
        _asks_and_stops_at_the_last_moment(library, stop)


def _asks_and_stops_at_the_last_moment(library: Library, stop: Stop) -> None:
    def stops(*_: object) -> None:
        stop.now()

    with library.reading(stop) as connection:
        connection.execute(SHORT)
        event.listen(connection, "before_cursor_execute", stops)
        connection.execute(ENDLESS)


def test_a_stop_after_the_last_statement_is_not_lost(library: Library) -> None:
    stop = Stop()
    with pytest.raises(Interrupted), library.reading(stop):
        stop.now()


def test_the_next_user_of_the_connection_is_not_stopped(library: Library) -> None:
    late, stopped = Stop(), Stop()
    with library.reading(late) as connection:
        _all_is_well(connection)
    late.now()
    with pytest.raises(Interrupted), library.reading(stopped):
        stopped.now()
    with library.reading() as connection:
        late.now()
        stopped.now()
        _all_is_well(connection)


def test_one_stop_ends_all_that_it_was_handed_to(library: Library) -> None:
    stop = Stop()
    with pytest.raises(Interrupted), library.reading(stop):
        asks(library, stop, before=stop.now)
    with pytest.raises(Interrupted):
        stop.check()
    assert stop.is_asked


def test_an_error_of_the_question_itself_passes(library: Library) -> None:
    stop = Stop()
    with pytest.raises(ZeroDivisionError), library.reading(stop):
        raise ZeroDivisionError
    with library.reading(stop) as connection:
        _all_is_well(connection)
    assert not stop.is_asked


def _all_is_well(connection: Connection) -> None:
    assert connection.scalar(SHORT) == 0
