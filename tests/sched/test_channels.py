"""Channels, select, timers, mutex modes: what they do and what they panic with."""

from __future__ import annotations

from typing import Any

import pytest

from minigo.runtime.panics import FatalError, GoPanic
from tests.sched.world import Mutex, RWMutex, WaitGroup, World


def panic_text(error: GoPanic) -> str:
    assert error.fault is not None
    return error.fault.message


def test_panics() -> None:
    w = World()

    def attempt(operation: Any, *args: Any) -> None:
        with pytest.raises(GoPanic) as caught:
            operation(*args)
        w.log.append(panic_text(caught.value))

    def main() -> None:
        ch = w.chan(1)
        w.m.chan_close(ch)
        attempt(w.m.chan_send, ch, 1)
        attempt(w.m.chan_close, ch)
        attempt(w.m.chan_close, None)
        attempt(w.select, [("send", ch, 1), ("recv", None, None)], False)
        attempt(w.chan, -1)

    assert w.run(main) == [
        "send on closed channel",
        "close of closed channel",
        "close of nil channel",
        "send on closed channel",
        "makechan: size out of range",
    ]


def test_a_waiting_sender_panics_when_the_channel_is_closed() -> None:
    w = World()

    def main() -> None:
        ch = w.chan()

        def sender() -> None:
            with pytest.raises(GoPanic) as caught:
                w.m.chan_send(ch, 1)
            w.log.append(panic_text(caught.value))

        def selecting() -> None:
            with pytest.raises(GoPanic) as caught:
                w.select([("send", ch, 1), ("recv", w.chan(), None)], False)
            w.log.append(panic_text(caught.value))

        w.go(sender)
        w.go(selecting)
        w.m.gosched()
        w.m.chan_close(ch)
        w.m.gosched()

    assert w.run(main) == ["send on closed channel"] * 2


def test_closed_channel_yields_what_is_left_then_zero() -> None:
    w = World()

    def main() -> None:
        ch = w.chan(2)
        w.m.chan_send(ch, 7)
        w.m.chan_close(ch)
        w.log.append((w.m.chan_len(ch), w.m.chan_cap(ch), w.m.chan_len(None)))
        w.log.append(w.m.chan_recv2(ch))
        w.log.append(w.m.chan_recv2(ch))
        w.log.append(w.m.chan_recv(ch))
        w.log.append(w.select([("recv", ch, None)], True))

    assert w.run(main) == [(1, 2, 0), (7, True), (0, False), 0, (0, 0, False)]


def test_select_is_fair_by_chance() -> None:
    w = World(seed=3)

    def main() -> None:
        a, b, never = w.chan(1000), w.chan(1000), w.chan()
        for i in range(1000):
            w.m.chan_send(a, i)
            w.m.chan_send(b, i)
        for _ in range(1000):
            w.log.append(w.select([("recv", a, None), ("recv", never, None), ("recv", b, None)], False)[0])

    log = w.run(main)
    assert 400 < log.count(0) < 600
    assert log.count(1) == 0


def test_select_waits_on_all_and_leaves_all_queues() -> None:
    w = World()

    def main() -> None:
        left, right, full = w.chan(), w.chan(), w.chan()

        def waiter(i: int) -> None:
            cases = [("recv", left, None), ("recv", right, None), ("send", full, i)]
            w.log.append((i, *w.select(cases, False)))

        for i in range(5):
            w.go(waiter, i)
        w.m.gosched()
        w.log.append([len(left.recvq), len(right.recvq), len(full.sendq)])
        for ch, value in ((left, 1), (right, 2), (right, 3), (left, 4)):
            w.m.chan_send(ch, value)
        w.log.append([len(left.recvq), len(right.recvq), len(full.sendq)])
        w.log.append(w.m.chan_recv(full))
        w.log.append([len(left.recvq), len(right.recvq), len(full.sendq)])
        w.m.gosched()

    assert w.run(main) == [
        [5, 5, 5],
        [1, 1, 1],
        3,
        [0, 0, 0],
        (3, 2, None, False),
        (4, 0, 1, True),
        (0, 1, 2, True),
        (1, 1, 3, True),
        (2, 0, 4, True),
    ]


def test_select_default_and_nil_channels() -> None:
    w = World()

    def main() -> None:
        w.log.append(w.select([("recv", None, None), ("send", None, 1)], True))
        w.log.append(w.select([("recv", w.chan(), None)], True))

    assert w.run(main) == [(-1, None, False)] * 2


@pytest.mark.parametrize(
    ("cases", "reason"),
    [
        ([], "select (no cases)"),
        ([("recv", None, None)], "chan receive (nil chan)"),
        ([("send", None, 1)], "chan send (nil chan)"),
        ([("send", None, 1), ("recv", None, None)], "select"),
    ],
)
def test_wait_reasons(cases: list[Any], reason: str) -> None:
    w = World()

    def main() -> None:
        w.select(cases, False)

    with pytest.raises(FatalError, match="deadlock"):
        w.m.run_main(main)
    assert [g.state for g in w.m.goroutines()] == [reason]
    w.m.close()


# ---------------------------------------------------------------- timers


def test_ticker_and_stop() -> None:
    w = World()

    def main() -> None:
        ticks = w.chan(1)
        ticker = w.m.timer_channel(ticks, lambda when: when)
        w.m.timer_arm(ticker, 10, 1000)
        for _ in range(3):
            w.log.append(w.m.chan_recv(ticks))
        w.log.append(w.m.timer_stop(ticker))
        w.log.append(w.m.timer_stop(ticker))

    assert w.run(main) == [10, 1010, 2010, True, False]


def test_a_slow_reader_misses_ticks() -> None:
    w = World()

    def main() -> None:
        ticks = w.chan(1)
        w.m.timer_arm(w.m.timer_channel(ticks, lambda when: when), 1000, 1000)
        w.m.sleep(5500)
        w.log.append(w.m.chan_len(ticks))
        w.log.append(w.m.chan_recv(ticks))
        w.log.append(w.m.chan_recv(ticks))

    assert w.run(main) == [0, 1000, 6000]


def test_reset_leaves_no_stale_value() -> None:
    w = World()

    def main() -> None:
        ch = w.chan(1)
        timer = w.m.timer_channel(ch, lambda when: when)
        w.m.timer_arm(timer, 1000)
        w.m.sleep(2000)
        w.log.append(w.m.timer_reset(timer, 9000))
        w.log.append(w.m.chan_recv(ch))
        w.log.append(w.m.timer_stop(timer))

    assert w.run(main) == [True, 9000, False]


def test_timer_in_a_select_with_a_value_that_comes_first() -> None:
    w = World()

    def main() -> None:
        data, timeout = w.chan(), w.chan(1)
        timer = w.m.timer_channel(timeout, lambda when: when)
        w.m.timer_arm(timer, 3_000_000)

        def sender() -> None:
            w.m.sleep(1000)
            w.m.chan_send(data, 5)

        w.go(sender)
        cases = [("recv", data, None), ("recv", timeout, None)]
        w.log.append(w.select(cases, False))
        w.log.append((timer.blocked, timer.heaped))
        w.log.append(w.select(cases, False))

    assert w.run(main) == [(0, 5, True), (0, False), (1, 3_000_000, True)]


def test_after_func_can_be_stopped() -> None:
    w = World()

    def main() -> None:
        first, second = w.m.call_later(lambda: w.log.append("first")), w.m.call_later(lambda: w.log.append("second"))
        w.m.timer_arm(first, 1000)
        w.m.timer_arm(second, 1000)
        w.log.append(w.m.timer_stop(second))
        w.m.sleep(5_000_000)
        w.log.append(w.m.timer_stop(first))

    assert w.run(main) == [True, "first", False]


def test_time_jumps_over_idleness() -> None:
    w = World(procs=4)

    def main() -> None:
        w.m.sleep(3_600_000_000_000)
        w.log.append(w.m.now())

    assert 3_600_000_000_000 <= w.run(main)[0] < 3_600_000_100_000


def test_realtime_sleeps_on_the_host() -> None:
    from minigo.runtime.sched.state import Hooks

    slept: list[float] = []
    w = World(realtime=True, hooks=Hooks(host_sleep=slept.append))

    def main() -> None:
        w.m.sleep(2_000_000_000)
        w.m.sleep(500_000_000)

    w.run(main)
    assert sum(slept) == pytest.approx(2.5, abs=1e-4)


def test_realtime_follows_the_host_clock_and_heeds_the_timeout() -> None:
    from minigo.runtime.panics import LimitExceeded
    from minigo.runtime.sched.state import Hooks

    host = [100.0]

    def sleep(seconds: float) -> None:
        host[0] += seconds

    w = World(realtime=True, timeout=10, hooks=Hooks(host_clock=lambda: host[0], host_sleep=sleep))

    def main() -> None:
        w.m.sleep(1_000_000_000)
        w.log.append(round(host[0], 3))
        host[0] += 0.7  # the simulation itself took its time
        w.m.sleep(1_000_000_000)
        w.log.append(round(host[0], 3))
        w.m.sleep(3_600_000_000_000)

    with pytest.raises(LimitExceeded, match="timeout"):
        w.run(main)
    assert w.log == [101.0, 102.0]
    assert host[0] == pytest.approx(110)


# ---------------------------------------------------------------- mutexes


def test_barging() -> None:
    w = World()

    def main() -> None:
        mu, done = Mutex(), w.chan()
        w.m.mutex_lock(mu)

        def waiter() -> None:
            w.m.mutex_lock(mu)
            w.log.append("waiter")
            w.m.mutex_unlock(mu)
            w.m.chan_close(done)

        w.go(waiter)
        w.m.gosched()
        for _ in range(3):
            w.m.mutex_unlock(mu)
            w.m.mutex_lock(mu)
            w.log.append("main")
        w.m.mutex_unlock(mu)
        w.m.chan_recv(done)

    assert w.run(main) == ["main", "main", "main", "waiter"]


@pytest.mark.parametrize("procs", [1, 2, 4])
def test_starvation_mode_hands_over(procs: int) -> None:
    w = World(procs=procs)

    def main() -> None:
        mu, done = Mutex(), w.chan()
        w.m.mutex_lock(mu)

        def waiter() -> None:
            w.m.mutex_lock(mu)
            w.log.append("served")
            w.m.mutex_unlock(mu)
            w.m.chan_close(done)

        w.go(waiter)
        for _ in range(30):
            w.spin(2_000_000)
            w.m.mutex_unlock(mu)
            w.m.mutex_lock(mu)
        w.log.append("main done")
        w.m.mutex_unlock(mu)
        w.m.chan_recv(done)
        assert (mu.f_mu.f_state, mu.f_mu.f_sema) == (0, 0)

    assert w.run(main) == ["served", "main done"]


@pytest.mark.parametrize(("procs", "seed"), [(1, 0), (2, 1), (4, 2), (4, 3), (4, 4)])
def test_mutual_exclusion(procs: int, seed: int) -> None:
    w = World(procs=procs, seed=seed)
    inside = [0]

    def main() -> None:
        mu, rw, wg = Mutex(), RWMutex(), WaitGroup()

        def body(i: int) -> None:
            for step in range(30):
                w.m.mutex_lock(mu)
                inside[0] += 1
                assert inside[0] == 1
                w.tick()
                inside[0] -= 1
                w.m.mutex_unlock(mu)
                if (i + step) % 3:
                    w.m.rwmutex_rlock(rw)
                    w.tick()
                    assert rw.f_readerCount.f_v > 0 or rw.f_readerWait.f_v > 0
                    w.m.rwmutex_runlock(rw)
                else:
                    w.m.rwmutex_lock(rw)
                    assert rw.f_readerWait.f_v == 0
                    w.log.append(i)
                    w.tick()
                    w.m.rwmutex_unlock(rw)
            w.m.waitgroup_add(wg, -1)

        for i in range(6):
            w.m.waitgroup_add(wg, 1)
            w.go(body, i)
        w.m.waitgroup_wait(wg)
        assert (mu.f_mu.f_state, rw.f_w.f_mu.f_state, rw.f_readerCount.f_v, rw.f_readerWait.f_v) == (0, 0, 0, 0)

    assert len(w.run(main)) == 60


def test_try_lock() -> None:
    w = World()

    def main() -> None:
        mu, rw = Mutex(), RWMutex()
        w.log.append([w.m.mutex_try_lock(mu), w.m.mutex_try_lock(mu)])
        w.log.append([w.m.rwmutex_try_rlock(rw), w.m.rwmutex_try_rlock(rw), w.m.rwmutex_try_lock(rw)])
        w.m.rwmutex_runlock(rw)
        w.m.rwmutex_runlock(rw)
        w.log.append([w.m.rwmutex_try_lock(rw), w.m.rwmutex_try_rlock(rw), w.m.rwmutex_try_lock(rw)])

    assert w.run(main) == [[True, False], [True, True, False], [True, False, False]]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mutex_unlock", "sync: unlock of unlocked mutex"),
        ("rwmutex_unlock", "sync: Unlock of unlocked RWMutex"),
        ("rwmutex_runlock", "sync: RUnlock of unlocked RWMutex"),
    ],
)
def test_unlock_of_unlocked(name: str, text: str) -> None:
    w = World()
    with pytest.raises(FatalError) as caught:
        w.run(lambda: getattr(w.m, name)(Mutex() if name == "mutex_unlock" else RWMutex()))
    assert caught.value.text == text


def test_a_copied_mutex_copies_the_state_but_not_the_waiters() -> None:
    w = World()

    def main() -> None:
        mu, copy = Mutex(), Mutex()
        w.m.mutex_lock(mu)

        def waiter() -> None:
            w.m.mutex_lock(mu)
            w.log.append("original")

        w.go(waiter)
        w.m.gosched()
        copy.f_mu.f_state, copy.f_mu.f_sema = mu.f_mu.f_state, mu.f_mu.f_sema
        w.log.append(w.m.mutex_try_lock(copy))
        w.m.mutex_unlock(copy)
        w.m.gosched()
        w.log.append("still waiting")
        w.m.mutex_unlock(mu)
        w.m.gosched()

    assert w.run(main) == [False, "still waiting", "original"]


def test_a_signal_between_joining_and_waiting_is_not_lost() -> None:
    w = World()

    def main() -> None:
        cond = object()

        def waiter() -> None:
            w.m.cond_join(cond)
            w.m.gosched()
            w.m.cond_wait(cond)
            w.log.append("woken")

        w.go(waiter)
        w.m.gosched()
        w.m.cond_signal(cond, False)
        w.m.gosched()

    assert w.run(main) == ["woken"]


def test_waitgroup_negative_and_misuse() -> None:
    w = World()

    def main() -> None:
        wg = WaitGroup()
        w.log.append(w.m.waitgroup_add(wg, -1))
        wg = WaitGroup()
        w.m.waitgroup_add(wg, 1)
        w.go(lambda: w.log.append(w.m.waitgroup_wait(wg)))
        w.m.gosched()
        w.m.waitgroup_add(wg, -1)
        w.m.waitgroup_add(wg, 1)
        w.m.gosched()

    assert w.run(main) == [1, False]


def test_a_dump_tells_the_minutes_since_a_collection_saw_it_wait() -> None:
    w = World()

    def waited() -> list[int]:
        return [info.waited // 60_000_000_000 for info in w.m.goroutines() if info.state == "chan receive (nil chan)"]

    def main() -> None:
        w.go(lambda: w.m.chan_recv(None))
        w.m.sleep(300_000_000_000)
        w.log.append(waited())
        w.m.collect()
        w.m.sleep(180_000_000_000)
        w.log.append(waited())
        w.go(lambda: w.m.chan_recv(None))
        w.m.sleep(180_000_000_000)
        w.log.append(waited())

    assert w.run(main) == [[0], [3], [6, 2]]
