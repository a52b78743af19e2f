"""The smallest possible channels and scheduler over greenlets: what a person would write by hand."""

from collections import deque
from heapq import heappop, heappush
from itertools import count

from greenlet import getcurrent, greenlet

ready = deque()
sleeping = []
CLOSED = object()
hub = getcurrent()
now = 0
number = count()


class Start:
    """A goroutine that has not begun. The hub begins it: those that began inside each other would use up the stack."""

    def __init__(self, f, args):
        self.f = f
        self.args = args

    def switch(self, _):
        return hub.switch(self)

    def run(self):
        self.f(*self.args)


def go(f, *args):
    ready.append((Start(f, args), None))


def switch():
    """Gives control to whoever is ready next; returns what this goroutine is woken with."""
    if not ready:
        wake_sleeper()
    other, value = ready.popleft()
    return other.switch(value)


def gosched():
    ready.append((getcurrent(), None))
    switch()


def run(main):
    """Runs `main` until it returns."""
    done = []

    def start():
        main()
        done.append(True)

    go(start)
    while not done:
        # The hub gets control when a goroutine ends, and when one is to begin.
        beginner = switch()
        while beginner is not None:
            beginner = greenlet(beginner.run, hub).switch()


def sleep(duration):
    """Time does not pass but jumps."""
    heappush(sleeping, (now + duration, next(number), getcurrent()))
    switch()


def wake_sleeper():
    global now
    now, _, sleeper = heappop(sleeping)
    ready.append((sleeper, None))


class Chan:
    def __init__(self, capacity=0):
        self.capacity = capacity
        self.buffer = deque()
        self.senders = deque()
        self.receivers = deque()
        self.closed = False

    def send(self, value):
        if self.receivers:
            ready.append((self.receivers.popleft(), value))
        elif len(self.buffer) < self.capacity:
            self.buffer.append(value)
        else:
            self.senders.append((getcurrent(), value))
            switch()

    def recv(self):
        if self.buffer:
            value = self.buffer.popleft()
            if self.senders:
                sender, waiting = self.senders.popleft()
                self.buffer.append(waiting)
                ready.append((sender, None))
            return value
        if self.senders:
            sender, value = self.senders.popleft()
            ready.append((sender, None))
            return value
        if self.closed:
            return CLOSED
        self.receivers.append(getcurrent())
        return switch()

    def close(self):
        self.closed = True
        while self.receivers:
            ready.append((self.receivers.popleft(), CLOSED))


class SelectChan(Chan):
    """An unbuffered channel that `select` can receive from, and nobody else."""

    def send(self, value):
        if self.receivers:
            receiver, channels = self.receivers[0]
            for channel in channels:
                channel.receivers.remove((receiver, channels))
            ready.append((receiver, (channels.index(self), value)))
        else:
            self.senders.append((getcurrent(), value))
            switch()


def select(channels):
    """Receives from the first of the channels from which that is possible: its index, and the value."""
    for index, channel in enumerate(channels):
        if channel.senders:
            sender, value = channel.senders.popleft()
            ready.append((sender, None))
            return index, value
    case = (getcurrent(), channels)
    for channel in channels:
        channel.receivers.append(case)
    return switch()


class Mutex:
    def __init__(self):
        self.locked = False
        self.waiters = deque()

    def lock(self):
        if self.locked:
            self.waiters.append(getcurrent())
            switch()
        else:
            self.locked = True

    def unlock(self):
        if self.waiters:
            ready.append((self.waiters.popleft(), None))
        else:
            self.locked = False


class WaitGroup:
    def __init__(self):
        self.count = 0
        self.waiters = []

    def add(self, n):
        self.count += n

    def done(self):
        self.count -= 1
        if self.count == 0:
            for waiter in self.waiters:
                ready.append((waiter, None))
            self.waiters.clear()

    def wait(self):
        if self.count:
            self.waiters.append(getcurrent())
            switch()
