"""The smallest possible channels and scheduler over greenlets: what a person would write by hand."""

from collections import deque

from greenlet import getcurrent, greenlet

ready = deque()
CLOSED = object()
hub = getcurrent()


def go(f, *args):
    # A goroutine that ends falls back to the hub, which lets the next one run.
    ready.append((greenlet(lambda _: f(*args), hub), None))


def switch():
    """Gives control to whoever is ready next; returns what this goroutine is woken with."""
    other, value = ready.popleft()
    return other.switch(value)


def run(main):
    """Runs `main` until it returns."""
    done = []

    def start():
        main()
        done.append(True)

    go(start)
    while not done:
        switch()


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
