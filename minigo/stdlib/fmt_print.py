"""The printer behind fmt's Print, Sprint and Printf families: operands, and the language of formats.

Wrong uses of a format are told in the output, in fmt's words.
"""

from __future__ import annotations

from typing import Any

from minigo.stdlib.fmt_format import Spec
from minigo.stdlib.fmt_values import SIGNED, UNSIGNED, ValuePrinter


class Printer(ValuePrinter):
    """One formatting call."""

    __slots__ = ()

    def print(self, args: list[Any]) -> None:
        """Print: spaces between operands when neither is a string."""
        previous_string = False
        for i, arg in enumerate(args):
            is_string = arg is not None and arg[0].kind == "string"
            if i > 0 and not is_string and not previous_string:
                self.out.append(b" ")
            self.print_arg(arg, "v")
            previous_string = is_string

    def println(self, args: list[Any]) -> None:
        for i, arg in enumerate(args):
            if i:
                self.out.append(b" ")
            self.print_arg(arg, "v")
        self.out.append(b"\n")

    def printf(self, template: bytes, args: list[Any]) -> None:
        """Printf: the whole language of formats, with argument indexes and the complaints about misuse."""
        text = template.decode("utf-8", "surrogateescape")
        out = self.out
        end = len(text)
        i = 0
        arg_num = 0
        reordered = False
        while i < end:
            percent = text.find("%", i)
            if percent < 0:
                out.append(text[i:].encode("utf-8", "surrogateescape"))
                break
            if percent > i:
                out.append(text[i:percent].encode("utf-8", "surrogateescape"))
            i = percent + 1
            spec = self.spec = Spec()
            good_index = True
            after_index = False
            while i < end and text[i] in "#0+- ":
                flag = text[i]
                if flag == "#":
                    spec.sharp = True
                elif flag == "0":
                    spec.zero = True
                elif flag == "+":
                    spec.plus = True
                elif flag == "-":
                    spec.minus = True
                else:
                    spec.space = True
                i += 1
            arg_num, i, after_index, good, seen = self._index(text, i, arg_num, len(args))
            reordered = reordered or seen
            good_index = good_index and good
            if i < end and text[i] == "*":
                i += 1
                width, arg_num = self._star(args, arg_num)
                if width is None:
                    out.append(b"%!(BADWIDTH)")
                elif width < 0:
                    spec.width, spec.minus, spec.zero = -width, True, False
                else:
                    spec.width = width
                after_index = False
            else:
                start = i
                while i < end and text[i].isascii() and text[i].isdigit():
                    i += 1
                if i > start:
                    spec.width = min(int(text[start:i]), 1_000_000)
                    if after_index:
                        good_index = False
            if i + 1 <= end and i < end and text[i] == ".":
                i += 1
                if after_index:
                    good_index = False
                arg_num, i, after_index, good, seen = self._index(text, i, arg_num, len(args))
                reordered = reordered or seen
                good_index = good_index and good
                if i < end and text[i] == "*":
                    i += 1
                    precision, arg_num = self._star(args, arg_num)
                    if precision is None or precision < 0:
                        out.append(b"%!(BADPREC)")
                    else:
                        spec.precision = precision
                    after_index = False
                else:
                    start = i
                    while i < end and text[i].isascii() and text[i].isdigit():
                        i += 1
                    spec.precision = int(text[start:i]) if i > start else 0
            if not after_index:
                arg_num, i, after_index, good, seen = self._index(text, i, arg_num, len(args))
                reordered = reordered or seen
                good_index = good_index and good
            if i >= end:
                out.append(b"%!(NOVERB)")
                break
            verb = text[i]
            i += 1
            if verb == "%":
                out.append(b"%")
            elif not good_index:
                out.append(b"%!" + verb.encode("utf-8", "surrogateescape") + b"(BADINDEX)")
            elif arg_num >= len(args):
                out.append(b"%!" + verb.encode("utf-8", "surrogateescape") + b"(MISSING)")
            else:
                if verb == "w":
                    self.wrapped.append(arg_num)
                if verb in "vw":
                    spec.sharp_v, spec.sharp = spec.sharp, False
                    spec.plus_v, spec.plus = spec.plus, False
                self.print_arg(args[arg_num], verb)
                arg_num += 1
        if not reordered and arg_num < len(args):
            self._extra(args[arg_num:])

    def _index(self, text: str, i: int, arg_num: int, count: int) -> tuple[int, int, bool, bool, bool]:
        """An explicit argument index `[n]` at `i`: (argument, next i, found, good, reordered)."""
        if i >= len(text) or text[i] != "[":
            return arg_num, i, False, True, False
        close = text.find("]", i)
        if close < 0:
            return arg_num, i + 1, False, False, True
        digits = text[i + 1 : close]
        if digits.isascii() and digits.isdigit() and 1 <= int(digits) <= count:
            return int(digits) - 1, close + 1, True, True, True
        return arg_num, close + 1, True, False, True

    def _star(self, args: list[Any], arg_num: int) -> tuple[int | None, int]:
        if arg_num >= len(args):
            return None, arg_num
        arg = args[arg_num]
        if arg is None or arg[0].kind not in SIGNED | UNSIGNED or abs(arg[1]) > 1_000_000:
            return None, arg_num + 1
        return arg[1], arg_num + 1

    def _extra(self, args: list[Any]) -> None:
        self.spec = Spec()
        self.out.append(b"%!(EXTRA ")
        for i, arg in enumerate(args):
            if i:
                self.out.append(b", ")
            if arg is None:
                self.out.append(b"<nil>")
            else:
                self.out.append(arg[0].string.encode() + b"=")
                self.print_arg(arg, "v")
        self.out.append(b")")
