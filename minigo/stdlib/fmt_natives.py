"""Natives of package fmt: formatting; the writing itself is done by package os and by io.Writers, in Go."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from minigo.runtime.natives import linked, native
from minigo.runtime.panics import nil_dereference
from minigo.runtime.values import Slice, slice_of
from minigo.stdlib.fmt_print import Printer

if TYPE_CHECKING:
    from minigo.runtime.rtypes import RType
    from minigo.runtime.run import Run


@linked("fmt.Sprint")
def sprint(run: Run) -> Callable[[Slice], bytes]:
    def sprint(args: Slice) -> bytes:
        printer = Printer(run)
        printer.print(args.items())
        return printer.result()

    return sprint


@linked("fmt.Sprintln")
def sprintln(run: Run) -> Callable[[Slice], bytes]:
    def sprintln(args: Slice) -> bytes:
        printer = Printer(run)
        printer.println(args.items())
        return printer.result()

    return sprintln


@linked("fmt.Sprintf")
def sprintf(run: Run) -> Callable[[bytes, Slice], bytes]:
    def sprintf(template: bytes, args: Slice) -> bytes:
        printer = Printer(run)
        printer.printf(template, args.items())
        return printer.result()

    return sprintf


@linked("fmt.errorf")
def errorf(run: Run) -> Callable[[bytes, Slice], tuple[bytes, Slice]]:
    def errorf(template: bytes, args: Slice) -> tuple[bytes, Slice]:
        printer = Printer(run, wrap_errors=True)
        printer.printf(template, args.items())
        return printer.result(), slice_of(sorted(set(printer.wrapped)))

    return errorf


@native("fmt.pointee")
def pointee(arg: Any) -> tuple[bytes, bytes]:
    """The kind of what an operand of Scan points to ("bytes" for a slice of bytes; "" when it is no pointer) and the
    operand's type."""
    if arg is None:
        return b"", b"<nil>"
    rtype: RType = arg[0]
    name = rtype.string.encode()
    if rtype.kind != "ptr":
        return b"", name
    elem = rtype.elem_type()
    if elem.kind == "slice" and elem.elem_type().kind == "uint8":
        return b"bytes", name
    return elem.kind.encode(), name


@native("fmt.store")
def store(arg: Any, value: Any) -> None:
    """Sets what `arg` points to; the value has its kind."""
    if arg[1] is None:
        raise nil_dereference()
    arg[1].v = value[1]
