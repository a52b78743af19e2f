"""Fuzzing: random programs go through all of minigo and must not find a bug in it.

`python -m tests.fuzz --count N [--seed S]` reports every kind of failure that it finds once, with a small program that
shows it. What was found and fixed is kept in regressions/.
"""
