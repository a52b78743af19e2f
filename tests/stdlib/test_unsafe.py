"""What needs addresses is refused with one line each, or panics: package unsafe never crashes."""

from __future__ import annotations

from pathlib import Path

from minigo.session import Options
from tests.corpus import run

REFUSED = """package main

import "unsafe"

type T struct{ a int }

func (T) M() {}

func main() {
	x := 1
	var t T
	var p unsafe.Pointer
	_ = uintptr(unsafe.Pointer(&x))
	_ = unsafe.Pointer(uintptr(5))
	_ = unsafe.Add(p, 1)
	_ = unsafe.Slice(&x, 1)
	_ = unsafe.Offsetof(t.M)
	_ = unsafe.Offsetof(x)
	_ = unsafe.Sizeof()
}
"""

MESSAGES = """\
./refused.go:13:14: cannot convert unsafe.Pointer(&x) (value of type unsafe.Pointer) to type uintptr: \
minigo's values have no addresses
./refused.go:14:21: cannot convert uintptr(5) (constant 5 of type uintptr) to type unsafe.Pointer: \
minigo's values have no addresses
./refused.go:15:6: unsafe.Add is not supported: minigo's values have no addresses
./refused.go:16:6: unsafe.Slice is not supported: minigo's values have no addresses
./refused.go:17:22: invalid argument: t.M is a method value
./refused.go:18:22: invalid argument: x is not a selector expression
./refused.go:19:6: invalid operation: not enough arguments for unsafe.Sizeof() (expected 1, found 0)
"""

OTHER_TYPE = """package main

import (
	"fmt"
	"unsafe"
)

type A struct{ x, y int }
type B struct{ s string }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	x, s, a := 1, "text", A{1, 2}
	try(func() { fmt.Println(*(*float64)(unsafe.Pointer(&x))) })
	try(func() { fmt.Println(*(*[]byte)(unsafe.Pointer(&s))) })
	try(func() { fmt.Println((*B)(unsafe.Pointer(&a)).s) })
	try(func() { fmt.Println((*[2]int)(unsafe.Pointer(&a))[0]) })
	try(func() { fmt.Println(*(**int)(unsafe.Pointer(&x))) })
}
"""


def test_refused(tmp_path: Path) -> None:
    program = tmp_path / "refused.go"
    program.write_text(REFUSED, encoding="utf-8")
    outcome = run(program, Options())
    assert outcome.stderr.replace("$DIR/", "./") == MESSAGES
    assert outcome.code == 1


def test_pointers_to_other_types(tmp_path: Path) -> None:
    program = tmp_path / "other.go"
    program.write_text(OTHER_TYPE, encoding="utf-8")
    outcome = run(program, Options())
    types = ["*float64", "*[]uint8", "*main.B", "*[2]int", "**int"]
    expected = [f"minigo: unsafe.Pointer converted to {t} does not point to such a value" for t in types]
    assert outcome.stdout.split("\n")[:-1] == expected
    assert (outcome.stderr, outcome.code) == ("", 0)
