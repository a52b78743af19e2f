"""Programs that start no goroutine run without the detector, all others with it."""

from __future__ import annotations

import pytest

from minigo.analysis.race.options import RaceOptions
from minigo.session import Options, Session

PROGRAMS = {
    "nothing": ("", "", False),
    "other packages": ('"fmt"; "sync"; "time"', "var mu sync.Mutex; mu.Lock(); fmt.Println(time.Second)", False),
    "go statement": ("", "f := func() { go func() {}() }; f()", True),
    "timer": ('"time"', "time.AfterFunc(1, func() {})", True),
    "function value": ('"time"', "f := time.AfterFunc; f(1, func() {})", True),
    "WaitGroup": ('"sync"', "var wg sync.WaitGroup; wg.Go(func() {}); wg.Wait()", True),
    "context": ('"context"', "context.AfterFunc(context.Background(), func() {})", True),
    "package": ('"golang.org/x/sync/errgroup"', "var g errgroup.Group; _ = g.Wait()", True),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_is_watched(name: str) -> None:
    imports, body, watched = PROGRAMS[name]
    text = f"package main\nimport ({imports})\nfunc main() {{ {body} }}\n"
    loaded = Session(Options(race=RaceOptions())).load_text(text)
    assert (loaded.instrument is not None) == watched
