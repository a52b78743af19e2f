"""Sends and closes are left out of the watch only where nothing can race. In the programs `c <- 1` and `close(c)` that
are watched stand on lines that end with `// watched`."""

from __future__ import annotations

import pytest

from minigo.analysis.race.options import RaceOptions
from minigo.session import Options, Session
from minigo.source import pos_line

PROGRAMS = {
    "one goroutine does both": """
c := make(chan int)
go func() {
    defer func() { close(c) }()
    c <- 1
}()
for range c {
}
""",
    "the maker does both": """
c := make(chan int, 1)
go func() { <-c }()
c <- 1
close(c)
""",
    "somebody else closes": """
c := make(chan int, 1)
go func() {
    c <- 1 // watched
}()
close(c) // watched
""",
    "nobody closes": """
c := make(chan int, 1)
d := make(chan string)
for range 2 {
    go func() { c <- 1 }()
}
go func() { d <- "" }()
""",
    "nobody closes one of that type": """
c := make(chan int, 1)
d := make(chan string, 1)
go func() { c <- 1 }()
go func() {
    d <- "" // watched
}()
close(d) // watched
""",
    "many goroutines": """
c := make(chan int, 1)
for range 2 {
    go func() {
        c <- 1 // watched
        close(c) // watched
    }()
}
""",
    "a channel for each": """
for range 2 {
    c := make(chan int, 1)
    go func() {
        c <- 1
        close(c)
    }()
}
""",
    "a loop variable": """
for c := make(chan int, 1); ; {
    go func() {
        c <- 1 // watched
        close(c) // watched
    }()
}
""",
    "other names": """
c := make(chan int, 1)
d := c
go func() {
    c <- 1 // watched
    close(c) // watched
}()
d <- 1 // watched
""",
    "an argument": """
c := make(chan int, 1)
go fill(c)
c <- 1 // watched
close(c) // watched
""",
    "go close": """
c := make(chan int, 1)
c <- 1 // watched
go close(c) // watched
""",
    "a literal that is kept": """
c := make(chan int, 1)
f := func() {
    c <- 1 // watched
    close(c) // watched
}
go f()
go f()
""",
    "a goroutine in a goroutine": """
c := make(chan int, 1)
go func() {
    go func() { c <- 1; close(c) }()
}()
""",
    "jumps": """
c := make(chan int, 1)
again:
go func() {
    c <- 1 // watched
    close(c) // watched
}()
goto again
""",
    "a package variable": """
go func() {
    global <- 1 // watched
}()
close(global) // watched
""",
    "a nil channel": """
var c chan int
c = global
c <- 1 // watched
go func() {
    close(c) // watched
}()
""",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_is_watched(name: str) -> None:
    body = PROGRAMS[name]
    text = f"package main\nvar global = make(chan int, 1)\nfunc fill(chan int) {{}}\nfunc main() {{\n{body}\n}}\n"
    loaded = Session(Options(race=RaceOptions())).load_text(text)
    assert loaded.instrument is not None
    free = {pos_line(pos) for pos in loaded.instrument.unwatched}
    for number, line in enumerate(text.splitlines(), 1):
        if "<- " in line or "close(" in line:
            assert (number in free) == (not line.endswith("// watched")), line


def test_type_parameters_may_stand_for_any_type() -> None:
    text = """package main
func end[T any](c chan T) {
    close(c)
}
func main() {
    c := make(chan int, 1)
    go end(c)
    c <- 1
}
"""
    loaded = Session(Options(race=RaceOptions())).load_text(text)
    assert loaded.instrument is not None
    assert not loaded.instrument.unwatched
