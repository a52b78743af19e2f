"""Several Ps: speed-up in virtual time, stealing, waking, system calls, GOMAXPROCS, threads, determinism."""

from __future__ import annotations

import pytest

from minigo.runtime.panics import FatalError
from minigo.runtime.sched import p as pstate
from tests.sched.world import WaitGroup, World


def parallel_work(procs: int, seed: int = 0, jobs: int = 8, ns: int = 2_000_000) -> World:
    """`jobs` goroutines of `ns` each; the log ends with the virtual time it took."""
    w = World(procs=procs, seed=seed)
    w.record()

    def main() -> None:
        wg = WaitGroup()

        def body(i: int) -> None:
            for _ in range(ns // 100):
                w.tick()
            w.log.append(i)
            w.m.waitgroup_add(wg, -1)

        for i in range(jobs):
            w.m.waitgroup_add(wg, 1)
            w.go(body, i)
        w.m.waitgroup_wait(wg)
        w.log.append(w.m.now())

    w.run(main)
    return w


def test_speed_up() -> None:
    one = parallel_work(1).log[-1]
    four = parallel_work(4).log[-1]
    assert one >= 16_000_000
    assert 3.5 < one / four < 4.1


def test_work_is_stolen_by_woken_ps() -> None:
    w = parallel_work(4)
    stats = w.m.stats
    assert stats.steals > 0
    assert stats.stolen >= stats.steals
    assert stats.threads == 4
    assert sorted(w.log[:-1]) == list(range(8))
    assert all(p.busy_ns > 2_000_000 for p in w.m.allp)


def test_half_of_the_ring_is_stolen_oldest_first() -> None:
    w = World(procs=2)
    thief, victim = w.m.allp
    victim.status = pstate.RUNNING
    from minigo.runtime.sched import runq
    from minigo.runtime.sched.g import G

    gs = [G(i) for i in range(5)]
    victim.runq.extend(gs)
    assert runq.steal_half(w.m, thief, victim).id == 2
    assert [g.id for g in thief.runq] == [0, 1]
    assert [g.id for g in victim.runq] == [3, 4]


def test_same_seed_same_events() -> None:
    first, second, other = parallel_work(4, 1), parallel_work(4, 1), parallel_work(4, 2)
    assert first.recorder is not None
    assert second.recorder is not None
    assert other.recorder is not None
    assert first.recorder.digest() == second.recorder.digest()
    assert first.recorder.digest() != other.recorder.digest()


def test_orders_differ_between_seeds() -> None:
    assert len({tuple(parallel_work(4, seed).log[:-1]) for seed in range(6)}) > 1


def test_lost_updates_happen() -> None:
    def total(procs: int, seed: int) -> int:
        w = World(procs=procs, seed=seed)
        counter = [0]

        def main() -> None:
            wg = WaitGroup()

            def body() -> None:
                for _ in range(100):
                    value = counter[0]
                    w.m.budget -= 1
                    if w.m.budget < 0:
                        w.m.pause_rmw()
                    counter[0] = value + 1
                    w.tick()
                w.m.waitgroup_add(wg, -1)

            for _ in range(20):
                w.m.waitgroup_add(wg, 1)
                w.go(body)
            w.m.waitgroup_wait(wg)

        w.run(main)
        return counter[0]

    assert total(1, 0) == 2000
    assert all(total(4, seed) < 2000 for seed in range(5))


def test_time_never_runs_backwards() -> None:
    w = World(procs=4)
    times: list[int] = []

    def main() -> None:
        wg = WaitGroup()

        def body() -> None:
            for _ in range(500):
                w.tick()
                times.append(w.m.now())
            w.m.waitgroup_add(wg, -1)

        for _ in range(4):
            w.m.waitgroup_add(wg, 1)
            w.go(body)
        w.m.waitgroup_wait(wg)

    w.run(main)
    assert times == sorted(times)


# ---------------------------------------------------------------- system calls


def test_sysmon_takes_the_p_from_a_system_call() -> None:
    w = World()

    def main() -> None:
        w.go(lambda: w.log.append(("other", w.m.now())))
        w.log.append(("result", w.m.syscall(lambda: 42, 1_000_000), w.m.now()))

    other, result = w.run(main)
    assert other[0] == "other"
    assert 20_000 <= other[1] < 100_000
    assert result[:2] == ("result", 42)
    assert result[2] >= 1_000_000
    assert w.m.stats.retakes == 1


def test_a_short_system_call_keeps_its_p() -> None:
    w = World()

    def main() -> None:
        w.go(lambda: w.log.append("other"))
        w.m.syscall(lambda: None, 5_000)
        w.log.append("main")
        w.m.gosched()

    assert w.run(main) == ["main", "other"]
    assert w.m.stats.retakes == 0


def test_errors_of_a_system_call_reach_the_goroutine() -> None:
    w = World()

    def fail() -> None:
        raise OSError("no such file")

    def main() -> None:
        with pytest.raises(OSError, match="no such file"):
            w.m.syscall(fail, 1000)
        w.log.append("caught")

    assert w.run(main) == ["caught"]


# ---------------------------------------------------------------- GOMAXPROCS, threads


def test_gomaxprocs_returns_the_old_value_and_loses_nobody() -> None:
    w = World()

    def main() -> None:
        results = w.chan()
        w.log.extend([w.m.set_gomaxprocs(0), w.m.set_gomaxprocs(3), w.m.set_gomaxprocs(-1)])
        for i in range(6):
            w.go(w.m.chan_send, results, i * i)
        w.log.append(w.m.set_gomaxprocs(1))
        w.log.append(sum(w.m.chan_recv(results) for _ in range(6)))

    assert w.run(main) == [1, 1, 3, 3, 55]
    assert len(w.m.allp) == 1


@pytest.mark.parametrize("seed", range(5))
def test_gomaxprocs_in_the_middle_of_work(seed: int) -> None:
    w = World(procs=4, seed=seed)

    def main() -> None:
        wg = WaitGroup()

        def body(i: int) -> None:
            for step in range(200):
                w.tick()
                if step == 100 and i % 3 == 0:
                    w.m.set_gomaxprocs(1 + (i % 4))
            w.m.sleep(1000 * i)
            w.log.append(i)
            w.m.waitgroup_add(wg, -1)

        for i in range(12):
            w.m.waitgroup_add(wg, 1)
            w.go(body, i)
        w.m.waitgroup_wait(wg)

    assert sorted(w.run(main)) == list(range(12))


def test_locked_goroutines_keep_their_thread_and_the_order() -> None:
    w = World()
    threads: dict[int, list[int]] = {}

    def main() -> None:
        wg = WaitGroup()

        def body(i: int) -> None:
            if i % 2 == 0:
                w.m.lock_os_thread()
            for _ in range(2):
                thread = w.m.p.m
                assert thread is not None
                threads.setdefault(i, []).append(thread.id)
                w.log.append(i)
                w.m.gosched()
            if i % 2 == 0:
                w.m.unlock_os_thread()
            w.m.waitgroup_add(wg, -1)

        for i in range(4):
            w.m.waitgroup_add(wg, 1)
            w.go(body, i)
        w.m.waitgroup_wait(wg)

    assert w.run(main) == [3, 0, 1, 2, 3, 0, 1, 2]
    assert threads[0][0] == threads[0][1]
    assert threads[2][0] == threads[2][1]
    assert threads[0][0] != threads[2][0]
    assert w.m.locked_gs == 0


def test_too_many_threads() -> None:
    w = World()
    w.m.max_threads = 5

    def main() -> None:
        def locked() -> None:
            w.m.lock_os_thread()
            w.m.chan_recv(None)

        for _ in range(10):
            w.go(locked)
        w.m.sleep(1_000_000)

    with pytest.raises(FatalError, match="thread exhaustion") as caught:
        w.run(main)
    assert caught.value.preface == "runtime: program exceeds 5-thread limit\n"


def test_dead_goroutines_are_reused() -> None:
    w = World()

    def main() -> None:
        for _ in range(100):
            w.go(lambda: None)
            w.m.gosched()

    w.run(main)
    assert w.m.stats.goroutines == 101
    # Once the global queue's turn comes early, and main starts another while one still waits.
    assert w.m.stats.global_polls == 1
    assert w.m.stats.goroutines_reused == 98
    assert w.m.stats.goroutines_peak == 3


@pytest.mark.parametrize("procs", [1, 4])
def test_a_locked_thread_serves_nobody_else(procs: int) -> None:
    w = World(procs=procs)

    def main() -> None:
        gate = w.chan()

        def locked() -> None:
            w.m.lock_os_thread()
            own = w.m.p.m
            for _ in range(3):
                w.m.chan_recv(gate)
                assert w.m.p.m is own
            w.m.unlock_os_thread()

        def other() -> None:
            thread = w.m.p.m
            assert thread is not None
            assert thread.locked_g is None
            w.m.sleep(1000)
            w.log.append("ran")

        w.go(locked)
        for _ in range(3):
            for _ in range(3):
                w.go(other)
            w.m.sleep(5_000_000)
            w.m.chan_send(gate, 1)

    assert w.run(main) == ["ran"] * 9
