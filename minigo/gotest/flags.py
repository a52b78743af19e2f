"""The flags of `minigo test`: go test's own, with one dash or two, and minigo's.

As with `go test`, flags and packages may mix; a flag that is not known goes to the test program, and so do all words
that follow it, or `-args`, and are no flags of ours.
"""

from __future__ import annotations

import os

from minigo.analysis.race.options import RaceOptions, parse_gorace
from minigo.options import MAX_PROCESSORS
from minigo.record import field, record
from minigo.types.info import NEWEST

BOOL = "bool"
_GO_FLAGS = {
    "v": BOOL,
    "short": BOOL,
    "failfast": BOOL,
    "benchmem": BOOL,
    "fullpath": BOOL,
    "run": "regexp",
    "skip": "regexp",
    "bench": "regexp",
    "list": "regexp",
    "count": "n",
    "timeout": "d",
    "benchtime": "t",
    "parallel": "n",
    "cpu": "1,2,4",
    "shuffle": "off,on,N",
}
"""The flags that the test program gets, with what they take."""
_OWN_FLAGS = {
    "json": BOOL,
    "race": BOOL,
    "no-preempt": BOOL,
    "allow-unused": BOOL,
    "seed": "N",
    "seeds": "N",
    "gomaxprocs": "N",
    "preempt": "async|cooperative|none",
    "engine": "compiled|walk",
    "lang": "go1.N",
    "leaks": "report|fail|off",
    "vet": "off|all|names",
}
_REFUSED = {
    "fuzz": "fuzz tests run with their seed corpus only",
    "cover": "coverage is not measured",
    "coverprofile": "coverage is not measured",
    "covermode": "coverage is not measured",
    "coverpkg": "coverage is not measured",
    "msan": "there is no memory to sanitize",
    "asan": "there is no memory to sanitize",
    "c": "there is no binary to keep",
    "o": "there is no binary to keep",
    "exec": "there is no binary to run",
    "cpuprofile": "profiles are not written",
    "memprofile": "profiles are not written",
    "blockprofile": "profiles are not written",
    "mutexprofile": "profiles are not written",
    "trace": "execution traces are not written",
}
DEFAULT_TIMEOUT = "10m0s"


class FlagError(Exception):
    """A flag that is unknown, refused or misused."""


@record(slots=True)
class TestFlags:
    """patterns: what to test. program: the flags (-test.v=true, ...) and words that the test program gets. The others
    are flags by their names; `seeds` 0: one run."""

    __test__ = False

    patterns: list[str] = field(default_factory=list)
    program: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    given: dict[str, str] = field(default_factory=dict)
    json: bool = False
    race: RaceOptions | None = None
    seed: str = "0"
    seeds: int = 0
    gomaxprocs: int | None = None
    preempt: str = "async"
    engine: str = "compiled"
    lang: str | None = None
    leaks: str = "report"
    allow_unused: bool = False

    @property
    def verbose(self) -> bool:
        return self.json or self.given.get("v", "false") == "true"

    def program_args(self) -> list[str]:
        """The arguments of the test program, flags before words."""
        args = ["-test.paniconexit0=true"]
        timeout = self.given.get("timeout", DEFAULT_TIMEOUT)
        for name, value in {**self.given, "timeout": timeout}.items():
            if name in _GO_FLAGS and not (name == "v" and self.json):
                args.append(f"-test.{name}={value}")
        if self.json:
            args.append("-test.v=test2json")
        return [*args, *self.program, *self.words]


def parse_flags(args: list[str]) -> TestFlags:
    """The flags of a command line. Raises FlagError."""
    flags = TestFlags()
    queue = list(args)
    open_ended = False
    while queue:
        word = queue.pop(0)
        if not word.startswith("-") or word == "-":
            (flags.words if open_ended else flags.patterns).append(word)
            continue
        if word in ("-args", "--args"):
            flags.words += queue
            break
        if word == "--":
            raise FlagError("flag -- is not known: -args ends the flags")
        name, equals, value = word.lstrip("-").partition("=")
        name = name.removeprefix("test.")
        kind = _GO_FLAGS.get(name) or _OWN_FLAGS.get(name)
        if name in _REFUSED:
            if not (equals and value == "false"):
                raise FlagError(f"-{name} is not supported: {_REFUSED[name]}")
            continue
        if kind is None:
            flags.program.append(word)
            open_ended = True
            continue
        if kind == BOOL:
            value = value.lower() if equals else "true"
            if value not in ("true", "false", "1", "0", "t", "f"):
                raise FlagError(f'invalid boolean value "{value}" for -{name}')
            value = "true" if value in ("true", "1", "t") else "false"
        elif not equals:
            if not queue:
                raise FlagError(f"flag needs an argument: -{name}")
            value = queue.pop(0)
        flags.given[name] = value
    _check(flags)
    return flags


def _check(flags: TestFlags) -> None:
    """Read minigo's own flags, and those that the test program would refuse. Raises FlagError."""
    given = flags.given
    flags.json = given.get("json") == "true"
    if given.get("race") == "true":
        try:
            flags.race = parse_gorace(os.environ.get("GORACE", ""))
        except ValueError as error:
            raise FlagError(f"GORACE: {error}") from error
    flags.allow_unused = given.get("allow-unused") == "true"
    flags.seed = given.get("seed", "0")
    if flags.seed != "random" and not _is_number(flags.seed):
        raise FlagError(f'invalid value "{flags.seed}" for -seed: neither a number nor random')
    flags.seeds = _number(given, "seeds", 0, 1)
    if flags.json and flags.seeds:
        raise FlagError("-json and -seeds do not go together")
    flags.gomaxprocs = _number(given, "gomaxprocs", 0, 1) or None
    if flags.gomaxprocs is not None and flags.gomaxprocs > MAX_PROCESSORS:
        raise FlagError(f"-gomaxprocs is at most {MAX_PROCESSORS}")
    flags.preempt = "none" if given.get("no-preempt") == "true" else _choice(given, "preempt", "async")
    flags.engine = _choice(given, "engine", "compiled")
    flags.leaks = _choice(given, "leaks", "report")
    flags.lang = given.get("lang")
    if flags.lang is not None and flags.lang not in [f"go{NEWEST[0]}.{n}" for n in range(1, NEWEST[1] + 1)]:
        raise FlagError(f'invalid value "{flags.lang}" for -lang')
    for name in ("count", "parallel"):
        _number(given, name, 1, 0)
    shuffle = given.get("shuffle", "off")
    if shuffle not in ("on", "off") and not _is_number(shuffle.removeprefix("-")):
        raise FlagError(f'invalid value "{shuffle}" for flag -shuffle: must be "on", "off" or a number')


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _number(given: dict[str, str], name: str, default: int, least: int) -> int:
    text = given.get(name)
    if text is None:
        return default
    if not _is_number(text) or int(text) < least:
        raise FlagError(f'invalid value "{text}" for flag -{name}: must be a number from {least}')
    return int(text)


def _choice(given: dict[str, str], name: str, default: str) -> str:
    value = given.get(name, default)
    choices = _OWN_FLAGS[name].split("|")
    if value not in choices:
        raise FlagError(f'invalid value "{value}" for flag -{name}: must be one of {", ".join(choices)}')
    return value
