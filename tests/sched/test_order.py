"""On one P goroutines run in the order of real Go: runnext, the local ring, the global queue, who wakes whom."""

from __future__ import annotations

from tests.sched.world import Mutex, RWMutex, WaitGroup, World


def start_and_wait(n: int) -> list[int]:
    w = World()

    def main() -> None:
        wg = WaitGroup()
        for i in range(n):
            w.m.waitgroup_add(wg, 1)

            def body(i: int = i) -> None:
                w.log.append(i)
                w.m.waitgroup_add(wg, -1)

            w.go(body)
        w.m.waitgroup_wait(wg)

    return w.run(main)


def test_the_last_one_started_runs_first() -> None:
    assert start_and_wait(8) == [7, 0, 1, 2, 3, 4, 5, 6]


def test_a_full_ring_moves_half_to_the_global_queue() -> None:
    order = start_and_wait(600)
    assert order[:1] == [599]
    assert order[1:129] == list(range(384, 512))
    assert order[129:178] == list(range(513, 562))
    assert order[178] == 0  # the global queue's turn
    assert order[179:216] == list(range(562, 599))
    assert order[216:240] == [*range(1, 24), 128]
    assert order[-1] == 512
    assert sorted(order) == list(range(600))


def test_nested_starts() -> None:
    w = World()

    def main() -> None:
        wg = WaitGroup()

        def child(name: str) -> None:
            w.log.append(name)
            w.m.waitgroup_add(wg, -1)

        def parent(name: str) -> None:
            w.log.append(name)
            for i in (1, 2):
                w.m.waitgroup_add(wg, 1)
                w.go(child, f"{name}{i}")
            w.m.waitgroup_add(wg, -1)

        for name in "abc":
            w.m.waitgroup_add(wg, 1)
            w.go(parent, name)
        w.m.waitgroup_wait(wg)

    assert " ".join(w.run(main)) == "c c2 a a2 b b2 c1 a1 b1"


def test_gosched_goes_through_the_global_queue() -> None:
    w = World()

    def main() -> None:
        wg = WaitGroup()

        def body(name: str) -> None:
            for step in range(4):
                w.log.append(f"{name}{step}")
                w.m.gosched()
            w.m.waitgroup_add(wg, -1)

        for name in "abc":
            w.m.waitgroup_add(wg, 1)
            w.go(body, name)
        w.m.waitgroup_wait(wg)

    assert " ".join(w.run(main)) == "c0 a0 b0 c1 a1 b1 c2 a2 b2 c3 a3 b3"


def test_unbuffered_handover() -> None:
    w = World()

    def main() -> None:
        ch, done = w.chan(), w.chan()

        def receiver() -> None:
            while True:
                v, ok = w.m.chan_recv2(ch)
                if not ok:
                    break
                w.log.append(f"r{v}")
            w.m.chan_close(done)

        w.go(receiver)
        for i in range(5):
            w.m.chan_send(ch, i)
            w.log.append(f"s{i}")
        w.m.chan_close(ch)
        w.m.chan_recv(done)

    assert " ".join(w.run(main)) == "r0 s0 s1 r1 r2 s2 s3 r3 r4 s4"


def test_buffered_handover() -> None:
    w = World()

    def main() -> None:
        ch, done = w.chan(3), w.chan()

        def receiver() -> None:
            while w.m.chan_recv2(ch)[1]:
                w.log.append("r")
            w.m.chan_close(done)

        w.go(receiver)
        for _ in range(8):
            w.m.chan_send(ch, 0)
            w.log.append("s")
        w.m.chan_close(ch)
        w.m.chan_recv(done)

    assert "".join(w.run(main)) == "sssrrrrsssssrrrr"


def waiters(n: int, wake: str) -> tuple[list[int], list[int]]:
    """n goroutines wait (for what `wake` says), then all are woken: the orders of waiting and of running."""
    w = World()
    waiting: list[int] = []
    woken: list[int] = []

    def main() -> None:
        gate, mu, cond, start, done = w.chan(), Mutex(), object(), WaitGroup(), WaitGroup()
        w.m.waitgroup_add(start, 1)
        if wake == "mutex":
            w.m.mutex_lock(mu)

        def body(i: int) -> None:
            waiting.append(i)
            if wake == "close":
                w.m.chan_recv(gate)
            elif wake == "waitgroup":
                w.m.waitgroup_wait(start)
            elif wake == "cond":
                w.m.cond_join(cond)
                w.m.cond_wait(cond)
            else:
                w.m.mutex_lock(mu)
            woken.append(i)
            if wake == "mutex":
                w.m.mutex_unlock(mu)
            w.m.waitgroup_add(done, -1)

        for i in range(n):
            w.m.waitgroup_add(done, 1)
            w.go(body, i)
        while len(waiting) < n:
            w.m.gosched()
        if wake == "close":
            w.m.chan_close(gate)
        elif wake == "waitgroup":
            w.m.waitgroup_add(start, -1)
        elif wake == "cond":
            w.m.cond_signal(cond, True)
        else:
            w.m.mutex_unlock(mu)
        w.m.waitgroup_wait(done)

    w.run(main)
    return waiting, woken


def test_close_wakes_first_to_wait_first_then_backwards() -> None:
    assert waiters(6, "close") == ([5, 0, 1, 2, 3, 4], [5, 4, 3, 2, 1, 0])


def test_waitgroup_and_cond_ready_in_order_of_waiting() -> None:
    assert waiters(5, "waitgroup") == ([4, 0, 1, 2, 3], [3, 4, 0, 1, 2])
    assert waiters(5, "cond") == ([4, 0, 1, 2, 3], [3, 4, 0, 1, 2])


def test_mutex_is_first_in_first_out_without_barging() -> None:
    assert waiters(5, "mutex") == ([4, 0, 1, 2, 3], [4, 0, 1, 2, 3])


def test_rwmutex_writer_keeps_readers_out() -> None:
    w = World()

    def main() -> None:
        rw, wg = RWMutex(), WaitGroup()
        w.m.rwmutex_rlock(rw)

        def writer(name: str) -> None:
            w.m.rwmutex_lock(rw)
            w.log.append(name)
            w.m.rwmutex_unlock(rw)
            w.m.waitgroup_add(wg, -1)

        def reader(name: str) -> None:
            w.m.rwmutex_rlock(rw)
            w.log.append(name)
            w.m.rwmutex_runlock(rw)
            w.m.waitgroup_add(wg, -1)

        for body, name in ((writer, "w1"), (reader, "r1"), (reader, "r2"), (writer, "w2"), (reader, "r3")):
            w.m.waitgroup_add(wg, 1)
            w.go(body, name)
            w.m.gosched()
        w.log.append("go")
        w.m.rwmutex_runlock(rw)
        w.m.waitgroup_wait(wg)

    assert " ".join(w.run(main)) == "go w1 r1 r2 r3 w2"


def test_timers_that_expired_together() -> None:
    w = World()

    def main() -> None:
        wg = WaitGroup()

        def body(us: int) -> None:
            w.m.sleep(us * 1000)
            w.log.append(us)
            w.m.waitgroup_add(wg, -1)

        for us in range(100, 600, 100):
            w.m.waitgroup_add(wg, 1)
            w.go(body, us)
        w.m.gosched()
        w.spin(3_000_000)
        w.m.waitgroup_wait(wg)

    assert w.run(main) == [500, 100, 200, 300, 400]


def test_a_sleeper_overtakes_the_queue() -> None:
    w = World()

    def main() -> None:
        wg = WaitGroup()

        def sleeper() -> None:
            w.m.sleep(1_000_000)
            w.log.append("sleeper")
            w.m.waitgroup_add(wg, -1)

        def queued(i: int) -> None:
            w.log.append(i)
            w.m.waitgroup_add(wg, -1)

        w.m.waitgroup_add(wg, 4)
        w.go(sleeper)
        w.m.gosched()
        for i in range(3):
            w.go(queued, i)
        w.spin(3_000_000)
        w.m.waitgroup_wait(wg)

    assert w.run(main) == ["sleeper", 0, 1, 2]


def test_sleep_of_nothing_does_not_yield() -> None:
    w = World()

    def main() -> None:
        w.go(lambda: w.log.append("other"))
        w.m.sleep(0)
        w.m.sleep(-1)
        w.log.append("main")
        w.m.gosched()

    assert w.run(main) == ["main", "other"]


def test_the_61st_round_takes_from_the_global_queue() -> None:
    w = World()

    def main() -> None:
        for i in range(150):
            w.go(w.log.append, i)
        while len(w.log) < 150:
            before = len(w.log)
            w.m.gosched()
            w.log.append(f"main after {len(w.log) - before}")

    log = w.run(main)
    # The first rounds: 4 were taken before main, then come two of the system, runnext (no round), and 55 of the ring.
    assert [x for x in log if isinstance(x, str)] == ["main after 56", "main after 60", "main after 34"]
