"""The registry: every check with its name and what it says of itself, and running them over a package."""

from __future__ import annotations

from collections.abc import Callable, Collection

from minigo.record import record
from minigo.types.info import Info
from minigo.types.objects import Package
from minigo.vet import (
    bools,
    busywait,
    channels,
    copylocks,
    deferlock,
    loopclosure,
    lostcancel,
    printf,
    sigchanyzer,
    simple,
    stringintconv,
    testing_checks,
    timeafter,
    unreachable,
    unusedresult,
    waitgroup,
)
from minigo.vet.inspect import Finding, Pass


@record(slots=True, frozen=True)
class Check:
    """`title` is one line, `about` explains. `own`: real vet has no such check."""

    name: str
    title: str
    about: str
    run: Callable[[Pass], None]
    own: bool = False


CHECKS: list[Check] = [
    Check("appends", "check for missing values after append", "append(s) with nothing to append.", simple.appends),
    Check("assign", "check for useless assignments", "x = x, and the like.", simple.assign),
    Check(
        "atomic",
        "check for common mistakes using the sync/atomic package",
        "x = atomic.AddInt64(&x, 1) assigns, not atomically, to what it has just added to.",
        simple.atomic,
    ),
    Check(
        "bools",
        "check for common mistakes involving boolean operators",
        "a || a is redundant; x != 1 || x != 2 is always true.",
        bools.run,
    ),
    Check(
        "busywait",
        "check for loops that wait without giving way",
        "A loop that only looks at variables until they change keeps a processor busy, and where goroutines are not\n"
        "preempted it keeps all others from running. select {} is told if nothing can end it.",
        busywait.run,
        own=True,
    ),
    Check(
        "channels",
        "check for sends on and closes of nil and closed channels",
        "In straight-line code: sends on a channel that is nil (they block for ever) or closed (they panic), closing\n"
        "a channel that is nil or closed (it panics), also by a deferred call.",
        channels.run,
        own=True,
    ),
    Check(
        "copylocks",
        "check for locks erroneously passed by value",
        "A copy of a sync.Mutex or sync.WaitGroup, or of what contains one, is another lock.",
        copylocks.run,
    ),
    Check(
        "deferlock",
        "check for deferred unlocks in loops",
        "A deferred Unlock runs when the function returns, so the next round of the loop finds the lock locked.",
        deferlock.run,
        own=True,
    ),
    Check(
        "defers",
        "report common mistakes in defer statements",
        "defer f(time.Since(start)) evaluates its argument at once, not when f is called.",
        simple.defers,
    ),
    Check(
        "ifaceassert",
        "detect impossible interface-to-interface type assertions",
        "x.(I) fails always if I and the type of x have a method with two signatures.",
        simple.ifaceassert,
    ),
    Check(
        "loopclosure",
        "check references to loop variables from within nested functions",
        "Before go1.22 a loop has one variable for all its rounds, which function literals run by go, defer and\n"
        "errgroup.Group.Go, and parallel subtests, see changed.",
        loopclosure.run,
    ),
    Check(
        "lostcancel",
        "check cancel func returned by context.WithCancel is called",
        "A context whose cancel function is not called lives until its parent is cancelled.",
        lostcancel.run,
    ),
    Check(
        "nilfunc",
        "check for useless comparisons between functions and nil",
        "A declared function is never nil: was it to be called?",
        simple.nilfunc,
    ),
    Check(
        "printf",
        "check consistency of Printf format strings and arguments",
        "Formats against arguments in calls of fmt.Printf, of its kin in fmt, log and testing, and of functions that\n"
        "pass their arguments on to them.",
        printf.run,
    ),
    Check(
        "sigchanyzer",
        "check for unbuffered channel of os.Signal",
        "signal.Notify does not wait for a receiver: a channel without buffer may miss the signal.",
        sigchanyzer.run,
    ),
    Check(
        "stringintconv",
        "check for string(int) conversions",
        "string(65) is the character with that number, not its digits.",
        stringintconv.run,
    ),
    Check(
        "testinggoroutine",
        "report calls to (*testing.T).Fatal from goroutines started by a test",
        "Fatal, FailNow, Skip and their kin end the goroutine that calls them, which must be the test's own.",
        testing_checks.goroutines,
    ),
    Check(
        "tests",
        "check for common mistaken usages of tests and examples",
        "Names and signatures that go test does not recognise, examples of nothing, fuzz targets that do not fit.",
        testing_checks.tests,
    ),
    Check(
        "timeafter",
        "check for time.After in loops",
        "Before go1.23 the timer that each round makes is kept until it fires.",
        timeafter.run,
        own=True,
    ),
    Check("unreachable", "check for unreachable code", "Statements that no execution gets to.", unreachable.run),
    Check(
        "unusedresult",
        "check for unused results of calls to some functions",
        "Calls of functions that do nothing but return a result, such as fmt.Sprintf and slices.Insert.",
        unusedresult.run,
    ),
    Check(
        "waitgroup",
        "check for misuses of sync.WaitGroup",
        "A goroutine that begins with wg.Add may come too late for wg.Wait.",
        waitgroup.run,
    ),
]
NAMES = {check.name: check for check in CHECKS}


def vet_package(
    package: Package, info: Info, shown: str, local: list[tuple[Package, Info]], enabled: Collection[str]
) -> list[Finding]:
    """What the `enabled` checks find in a checked package, in the order of the source. `shown` is its import path,
    `local` are the packages of its module, checked."""
    p = Pass(package, info, shown, local)
    for check in CHECKS:
        if check.name in enabled:
            p.check = check.name
            check.run(p)
    return p.sorted_findings()
