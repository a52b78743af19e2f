"""`minigo sched`: draws the scheduler while a program runs: on a terminal as a picture, elsewhere as lines."""

from __future__ import annotations

import io
import os
import sys
import time
from collections import deque
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import click

from minigo.cli.console import say, wants_color
from minigo.cli.diagnostics import print_diagnostics, wants_source_lines
from minigo.cli.options import allow_unused_option, color_option, lang_option
from minigo.cli.run import parse_seed
from minigo.session import Options, Session, SourceError
from minigo.source import DiagnosticError
from minigo.trace.lanes import Lane, Lanes, Name, Picture

if TYPE_CHECKING:
    from rich.console import RenderableType

    from minigo.runtime.sched.machine import Machine

RING_SHOWN = 10
"""Goroutines of a queue that are shown; of the others only the number."""
RECENT = 8
OUTPUT_LINES = 5
MS = 1_000_000


def label(name: Name) -> str:
    """G5 worker"""
    return f"G{name[0]} {name[1].removeprefix('main.')}".rstrip()


def queue(names: list[Name], *, brief: bool) -> str:
    """The first goroutines of a queue and how many there are besides."""
    shown = [f"G{name[0]}" if brief else label(name) for name in names[:RING_SHOWN]]
    if len(names) > RING_SHOWN:
        shown.append(f"+{len(names) - RING_SHOWN}")
    return (" " if brief else ", ").join(shown)


def stamp(ns: int) -> str:
    return f"{ns / MS:.4f}ms"


def resting(lane: Lane) -> str:
    """What a P does that runs no goroutine."""
    return "looks for work" if lane.state == "running" else lane.state


def plain_line(picture: Picture) -> str:
    """A picture on one line."""
    parts = [f"{stamp(picture.time):>12}  {'; '.join(picture.happened)}"]
    for lane in picture.lanes:
        runs = f"G{lane.running[0]}" if lane.running else resting(lane)
        text = f"P{lane.p} {runs}"
        if lane.runnext:
            text += f" next G{lane.runnext[0]}"
        if lane.ring:
            text += f" ring {queue(lane.ring, brief=True)}"
        parts.append(text)
    if picture.globalq:
        parts.append(f"global {queue(picture.globalq, brief=True)}")
    parts += [f"{reason}: {queue(names, brief=True)}" for reason, names in picture.blocked.items()]
    return " | ".join(parts)


class Output(io.BytesIO):
    """The program's stdout and stderr: whole lines go to `line`, the rest when it is flushed at the end."""

    def __init__(self, line: Any) -> None:
        super().__init__()
        self.line = line
        self.pending = b""

    def write(self, data: Any, /) -> int:
        *lines, self.pending = (self.pending + bytes(data)).split(b"\n")
        for text in lines:
            self.line(text.decode("utf-8", "replace"))
        return len(data)

    def finish(self) -> None:
        if self.pending:
            self.line(self.pending.decode("utf-8", "replace"))


class PlainView:
    """One line for each picture, and the program's output between them."""

    def show(self, picture: Picture) -> None:
        click.echo(plain_line(picture))

    def output(self, line: str) -> None:
        click.echo(f"{'output':>12}  {line}")

    def end(self) -> None:
        """The run is over."""

    def __enter__(self) -> PlainView:
        return self

    def __exit__(self, *error: object) -> None:
        pass


def _keys_at_once() -> Callable[[], None]:
    """Lets the terminal give each key when it is pressed, without showing it; returns what undoes that."""
    import termios
    import tty

    old = termios.tcgetattr(0)
    tty.setcbreak(0, termios.TCSANOW)
    return lambda: termios.tcsetattr(0, termios.TCSANOW, old)


class TerminalView:
    """Draws each picture over the last one. `step`: waits for a key after each; space goes on, c lets it run, q ends
    the run. `delay`: seconds between pictures."""

    def __init__(self, machine: Machine, delay: float, step: bool, color: bool) -> None:
        from rich.console import Console
        from rich.live import Live

        self.machine = machine
        self.delay = delay
        self.step = step
        self.count = 0
        self.recent: deque[str] = deque(maxlen=RECENT)
        self.lines: deque[str] = deque(maxlen=OUTPUT_LINES)
        self.last: Picture | None = None
        self.restore: Callable[[], None] | None = None
        self.live = Live(console=Console(no_color=not color, highlight=False), auto_refresh=False)

    def __enter__(self) -> TerminalView:
        if self.step:
            self.restore = _keys_at_once()
        self.live.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.live.stop()
        if self.restore is not None:
            self.restore()

    def output(self, line: str) -> None:
        self.lines.append(line)

    def end(self) -> None:
        """The run is over: the last picture gets the output that came after it."""
        if self.last is not None:
            self.live.update(self.render(self.last), refresh=True)

    def show(self, picture: Picture) -> None:
        self.count += 1
        self.last = picture
        self.recent.append(f"{stamp(picture.time)}  {'; '.join(picture.happened)}")
        self.live.update(self.render(picture), refresh=True)
        if self.step:
            self._wait_for_key()
        elif self.delay:
            time.sleep(self.delay)

    def _wait_for_key(self) -> None:
        key = os.read(0, 1)
        if key in (b"c", b"C"):
            self.step = False
        elif key in (b"q", b"Q", b""):
            self.machine.stop_run(None)

    def render(self, picture: Picture) -> RenderableType:
        from rich.console import Group
        from rich.table import Table
        from rich.text import Text

        keys = "   space: next  c: run  q: quit" if self.step else ""
        head = Text(f"{stamp(picture.time)} of virtual time, picture {self.count}{keys}", style="bold")
        lanes = Table(box=None, pad_edge=False)
        for heading in ("P", "M", "running", "runnext", "ring"):
            lanes.add_column(heading)
        for lane in picture.lanes:
            running = Text(label(lane.running), style="green") if lane.running else Text(resting(lane), style="dim")
            runnext = Text(label(lane.runnext), style="yellow") if lane.runnext else Text("")
            thread = f"M{lane.thread}" if lane.thread >= 0 else ""
            lanes.add_row(f"P{lane.p}", thread, running, runnext, queue(lane.ring, brief=False))
        waits = Table(box=None, pad_edge=False, show_header=False)
        waits.add_row("global queue", queue(picture.globalq, brief=False))
        for reason, names in picture.blocked.items():
            waits.add_row(Text(reason, style="red"), queue(names, brief=False))
        parts: list[RenderableType] = [head, lanes, waits]
        parts += [Text(line, style="dim") for line in self.recent]
        parts += [Text(f"output  {line}") for line in self.lines]
        return Group(*parts)


@click.command()
@click.argument("target", metavar="FILE.go|DIR|-")
@click.argument("args", nargs=-1, metavar="[ARGS]...")
@click.option("--gomaxprocs", type=click.IntRange(1, 64), envvar="GOMAXPROCS", default=4, show_default=True)
@click.option("--preempt", type=click.Choice(["async", "cooperative", "none"]), default="async", show_default=True)
@click.option("--seed", default="0", callback=parse_seed, metavar="N|random", show_default=True)
@click.option("--step", is_flag=True, help="Wait for a key after each picture: space goes on, c runs, q quits.")
@click.option(
    "--delay",
    type=click.FloatRange(min=0),
    default=0.1,
    metavar="S",
    show_default=True,
    help="Seconds between pictures.",
)
@click.option("--plain", is_flag=True, help="Lines also on a terminal.")
@click.option("--max-steps", type=click.IntRange(min=1), metavar="N", help="End after N steps of virtual time.")
@lang_option
@allow_unused_option
@color_option
def sched(
    target: str,
    args: tuple[str, ...],
    gomaxprocs: int,
    preempt: str,
    seed: int,
    step: bool,
    delay: float,
    plain: bool,
    max_steps: int | None,
    lang: str | None,
    allow_unused: bool,
    color: str,
) -> int:
    """Draw the scheduler at work: what every P runs and has in its queues, and what the others wait for.

    On a terminal the picture moves, or goes on key by key (--step); elsewhere each step is a line. The program's
    output is shown among it, and its stdin is empty.
    """
    options = Options(
        seed=seed,
        gomaxprocs=gomaxprocs,
        preempt=preempt,
        max_steps=max_steps,
        lang=lang,
        allow_unused=allow_unused,
        args=args,
    )
    session = Session(options)
    try:
        program = session.load(target)
    except SourceError as error:
        say(f"minigo: {error}", color=wants_color(color), style="red")
        return 1
    except DiagnosticError as error:
        print_diagnostics(error, text=wants_source_lines(None), color=wants_color(color))
        return 1
    drawn = not plain and sys.stdout.isatty()
    if step and (plain or not drawn or not sys.stdin.isatty() or find_spec("termios") is None):
        raise click.UsageError("--step needs a terminal")
    view: PlainView | TerminalView = PlainView()
    lanes: list[Lanes] = []

    def tell(line: str) -> None:
        lanes[0].flush()
        view.output(line)

    output = Output(tell)

    def watch(machine: Machine) -> None:
        nonlocal view
        if drawn:
            view = TerminalView(machine, delay, step, wants_color(color))
        lanes.append(Lanes(machine, lambda picture: view.show(picture)))
        view.__enter__()

    stderr = io.BytesIO()
    try:
        result = session.run(program, io.BytesIO(), output, stderr, watch=watch)
        lanes[0].flush()
        output.finish()
        view.end()
    finally:
        view.__exit__()
    sys.stdout.flush()
    sys.stderr.write(stderr.getvalue().decode("utf-8", "replace"))
    return result.exit_code
