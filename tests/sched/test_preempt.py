"""Time slices, preemption modes, sysmon, and the proofs that a run starves."""

from __future__ import annotations

import pytest

from minigo.runtime.panics import FatalError, LimitExceeded
from minigo.runtime.sched.starvation import Starvation
from minigo.runtime.sched.state import Hooks, Settings
from tests.sched.world import World


def spin_with_other(w: World, *, kind: str) -> None:
    """Main spins for ever, in loops or in function calls; another goroutine waits for its turn, then ends the run."""

    def other() -> None:
        w.log.append(w.m.now())
        w.m.stop_run(None)

    def main() -> None:
        w.go(other)
        while True:
            if kind == "loop":
                w.tick()
            else:
                w.entry()

    w.run(main)


def test_a_spinning_goroutine_is_preempted_after_its_slice() -> None:
    w = World()
    spin_with_other(w, kind="loop")
    assert 10_000_000 <= w.log[0] <= 20_100_000
    assert w.m.stats.preemptions == 1


def test_cooperative_preemption_needs_function_entries() -> None:
    w = World(preempt="cooperative")
    spin_with_other(w, kind="entry")
    assert w.m.stats.preemptions == 1
    w = World(preempt="cooperative", max_steps=500_000)
    with pytest.raises(LimitExceeded):
        spin_with_other(w, kind="loop")


def test_without_preemption_nobody_else_runs() -> None:
    w = World(preempt="none", max_steps=500_000)
    with pytest.raises(LimitExceeded) as caught:
        spin_with_other(w, kind="entry")
    assert (caught.value.limit, caught.value.value) == ("max-steps", 500_000)
    assert w.m.steps == 500_000
    assert w.log == []


def test_between_load_and_store_nobody_is_preempted() -> None:
    w = World(max_steps=500_000)

    def main() -> None:
        w.go(lambda: w.log.append("other"))
        while True:
            w.m.budget -= 1
            if w.m.budget < 0:
                w.m.pause_rmw()

    with pytest.raises(LimitExceeded):
        w.run(main)
    assert w.log == []


def test_runnext_inherits_the_time_slice() -> None:
    w = World()

    def main() -> None:
        ping, pong = w.chan(), w.chan()

        def partner() -> None:
            while True:
                w.m.chan_send(pong, w.m.chan_recv(ping))

        w.go(lambda: w.log.append(w.m.now()))
        w.go(partner)
        while not w.log:
            w.tick()
            w.m.chan_send(ping, 1)
            w.m.chan_recv(pong)

    w.run(main)
    assert w.log[0] <= 20_100_000


# ---------------------------------------------------------------- starvation


def numbers_then_spin(w: World, line: int = 7) -> None:
    def numbers() -> None:
        for i in range(10):
            w.log.append(i)

    def main() -> None:
        w.go(numbers)
        while True:
            w.pure(line)

    w.run(main)


def test_spinning_alone_is_proven_after_the_others_ended() -> None:
    w = World()
    with pytest.raises(Starvation) as caught:
        numbers_then_spin(w)
    assert w.log == list(range(10))
    assert [g.id for g in caught.value.hogs] == [1]
    spin = caught.value.hogs[0].spin
    assert spin is not None
    assert spin.line == 7
    assert caught.value.starved == []
    assert 10_000_000 <= caught.value.now <= 21_000_000


@pytest.mark.parametrize("mode", ["cooperative", "none"])
def test_without_preemption_it_is_proven_at_once(mode: str) -> None:
    w = World(preempt=mode)
    with pytest.raises(Starvation) as caught:
        numbers_then_spin(w)
    assert w.log == []
    assert [g.id for g in caught.value.hogs] == [1]
    (starved,) = caught.value.starved
    assert (starved.id, starved.creator_name, starved.go_pos) == (2, "main.main", "main.go:1")
    assert starved.since <= caught.value.now < 100_000


def test_gosched_lets_the_others_run_even_without_preemption() -> None:
    w = World(preempt="none")

    def main() -> None:
        w.go(lambda: w.log.extend(range(10)))
        while True:
            w.pure()
            w.m.gosched()

    with pytest.raises(Starvation) as caught:
        w.run(main)
    assert w.log == list(range(10))
    assert caught.value.starved == []


def test_several_that_spin_and_yield_to_each_other() -> None:
    w = World()

    def spinner() -> None:
        while True:
            w.pure()
            w.m.gosched()

    def main() -> None:
        for _ in range(3):
            w.go(spinner)
        w.m.chan_recv(w.chan())

    with pytest.raises(Starvation) as caught:
        w.run(main)
    assert [g.id for g in caught.value.hogs] == [2, 3, 4]
    assert [g.id for g in caught.value.blocked] == [1]


@pytest.mark.parametrize("procs", [2, 4])
def test_several_ps_spin_without_preemption(procs: int) -> None:
    w = World(procs=procs, preempt="none")

    def spinner() -> None:
        while True:
            w.pure()

    def main() -> None:
        for _ in range(procs):
            w.go(spinner)
        spinner()

    with pytest.raises(Starvation) as caught:
        w.run(main)
    assert len(caught.value.hogs) == procs
    assert len(caught.value.starved) == 1


def waits_for(w: World, start: object) -> None:
    """Main spins until a flag is set by what `start` sets going."""
    flag: list[bool] = []

    def main() -> None:
        start(flag)  # type: ignore[operator]
        while not flag:
            w.pure()
        w.log.append(w.m.now())

    w.run(main)


def test_no_report_while_a_timer_may_change_something() -> None:
    w = World()
    waits_for(w, lambda flag: w.m.timer_arm(w.m.call_later(lambda: flag.append(True)), 5_000_000_000))
    assert 5_000_000_000 <= w.log[0] <= 5_020_000_000


@pytest.mark.parametrize("procs", [1, 2, 4])
def test_no_report_while_another_works(procs: int) -> None:
    w = World(procs=procs)

    def worker(flag: list[bool]) -> None:
        w.spin(30_000_000)
        flag.append(True)

    waits_for(w, lambda flag: w.go(worker, flag))
    assert w.log[0] >= 30_000_000


def test_no_report_while_a_sleeper_may_come() -> None:
    w = World()

    def sleeper(flag: list[bool]) -> None:
        w.m.sleep(1_000_000)
        flag.append(True)

    waits_for(w, lambda flag: w.go(sleeper, flag))
    assert w.log[0] >= 1_000_000


def test_no_report_during_a_system_call() -> None:
    w = World()

    def reader(flag: list[bool]) -> None:
        w.m.syscall(lambda: flag.append(True), 3_000_000)

    def start(flag: list[bool]) -> None:
        w.go(reader, flag)
        w.m.gosched()

    waits_for(w, start)
    assert w.log[0] >= 3_000_000


def test_two_that_spin_for_each_others_signal_make_progress() -> None:
    w = World()
    turn = [0]

    def player(me: int) -> None:
        for _ in range(3):
            while turn[0] != me:
                w.pure(me)
            w.log.append(me)
            turn[0] = 1 - me
            w.tick()

    def main() -> None:
        w.go(player, 1)
        player(0)

    assert w.run(main)[:5] == [0, 1, 0, 1, 0]


# ---------------------------------------------------------------- limits and settings


def test_timeout_in_host_seconds() -> None:
    clock = iter(range(1000))
    w = World(timeout=5, hooks=Hooks(host_clock=lambda: next(clock)))

    def main() -> None:
        while True:
            w.m.sleep(1_000_000)

    with pytest.raises(LimitExceeded) as caught:
        w.run(main)
    assert caught.value.limit == "timeout"


def test_goroutine_limit() -> None:
    w = World(max_goroutines=10)

    def main() -> None:
        while True:
            w.go(lambda: None)

    with pytest.raises(LimitExceeded) as caught:
        w.run(main)
    assert caught.value.limit == "max-goroutines"
    assert w.m.stats.goroutines == 10


def test_settings_are_checked() -> None:
    with pytest.raises(ValueError, match="preempt"):
        Settings(preempt="sometimes")
    with pytest.raises(ValueError, match="processor"):
        Settings(gomaxprocs=0)


# ---------------------------------------------------------------- deadlock


def test_deadlock() -> None:
    w = World()

    def main() -> None:
        ch = w.chan()
        w.go(lambda: w.m.chan_send(None, 1))
        w.m.chan_recv(ch)

    with pytest.raises(FatalError) as caught:
        w.m.run_main(main)
    states = [(info.id, info.state) for info in w.m.goroutines()]
    assert all(info.frame is not None for info in w.m.goroutines())
    w.m.close()
    assert caught.value.text == "all goroutines are asleep - deadlock!"
    assert caught.value.all_goroutines
    assert sorted(states) == [(1, "chan receive"), (2, "chan send (nil chan)")]


def test_goexit_of_main() -> None:
    w = World()

    def main() -> None:
        w.go(lambda: w.log.append("other"))
        w.m.goexit()

    with pytest.raises(FatalError, match="no goroutines"):
        w.run(main)
    assert w.log == ["other"]


def test_armed_timer_is_no_deadlock_but_a_ticker_nobody_reads_is() -> None:
    w = World()

    def main() -> None:
        ticks = w.chan(1)
        ticker = w.m.timer_channel(ticks, lambda when: when)
        w.m.timer_arm(ticker, 1_000_000_000, 1_000_000_000)
        w.m.timer_arm(w.m.call_later(lambda: w.log.append("timer")), 3_000_000_000)
        w.m.chan_recv(None)

    with pytest.raises(FatalError, match="deadlock"):
        w.run(main)
    assert w.log == ["timer"]
