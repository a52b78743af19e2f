"""The order and number of the errors gc prints."""

from __future__ import annotations

from minigo.check import limit_diagnostics, sort_diagnostics
from minigo.source import Diagnostic, make_pos


def at(line: int, column: int, message: str) -> Diagnostic:
    return Diagnostic(make_pos(1, line, column), message)


def test_errors_are_sorted_and_duplicates_dropped() -> None:
    found = [at(3, 1, "c"), at(1, 5, "a"), at(1, 5, "a"), at(1, 2, "b"), at(3, 1, "c")]
    assert [d.message for d in sort_diagnostics(found)] == ["b", "a", "c"]


def test_a_message_repeated_on_its_line_is_dropped_even_elsewhere_on_it() -> None:
    found = [at(1, 2, "x"), at(1, 9, "x"), at(2, 1, "x")]
    assert [d.pos for d in sort_diagnostics(found)] == [make_pos(1, 1, 2), make_pos(1, 2, 1)]


def test_the_limit_counts_errors_in_the_order_of_finding() -> None:
    found = [at(20 - i, 1, f"e{i}") for i in range(12)]
    shown = limit_diagnostics(found)
    assert [d.message for d in shown] == [f"e{i}" for i in reversed(range(10))] + ["too many errors"]
    assert shown[-1].pos == found[9].pos


def test_fewer_errors_than_the_limit_are_all_shown() -> None:
    found = [at(i, 1, f"e{i}") for i in range(1, 10)]
    assert limit_diagnostics(found) == found
