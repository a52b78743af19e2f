"""How fmt writes integers, floats, strings and bytes under flags, width and precision.

`Spec` is one verb with its flags as they stand in the format. All functions return text as bytes, already padded.
"""

from __future__ import annotations

import math

from minigo.record import record, replace
from minigo.stdlib.floats import format_float
from minigo.types.quote import quote, quote_char
from minigo.unidata import is_print


@record(slots=True)
class Spec:
    """`width` and `precision` are None when absent. `plus_v` and `sharp_v` are set for %+v and %#v, whose flags then
    are not those of the elements."""

    plus: bool = False
    minus: bool = False
    sharp: bool = False
    space: bool = False
    zero: bool = False
    width: int | None = None
    precision: int | None = None
    plus_v: bool = False
    sharp_v: bool = False

    def pad(self, text: bytes) -> bytes:
        """`text` padded to the width, counted in runes."""
        if self.width is None:
            return text
        missing = self.width - rune_count(text)
        if missing <= 0:
            return text
        if self.minus:
            return text + b" " * missing
        return (b"0" if self.zero else b" ") * missing + text


def rune_count(text: bytes) -> int:
    """Runes as utf8.RuneCount counts them: an invalid byte is one."""
    return len(text) if text.isascii() else len(text.decode("utf-8", "surrogateescape"))


def format_bool(spec: Spec, value: bool) -> bytes:
    return spec.pad(b"true" if value else b"false")


def format_integer(spec: Spec, value: int, base: int, verb: str) -> bytes:
    """Verbs d b o O x X; the sign and a prefix count against the width when padding with zeros."""
    negative = value < 0
    digits = _digits(abs(value), base)
    if verb == "X":
        digits = digits.upper()
    zero = spec.zero and not spec.minus
    if spec.precision is not None:
        if spec.precision == 0 and value == 0:
            plain = Spec(minus=spec.minus, width=spec.width)
            return plain.pad(b"")
        digits = digits.rjust(spec.precision, "0")
        zero = False
    elif zero and spec.width is not None:
        room = spec.width - (1 if negative or spec.plus or spec.space else 0)
        digits = digits.rjust(room, "0")
    prefix = "0o" if verb == "O" else ""
    if spec.sharp:
        if base == 2:
            prefix = "0b"
        elif base == 8 and not digits.startswith("0"):
            prefix += "0"
        elif base == 16:
            prefix = "0X" if verb == "X" else "0x"
    sign = "-" if negative else "+" if spec.plus else " " if spec.space else ""
    text = (sign + prefix + digits).encode()
    return Spec(minus=spec.minus, width=spec.width).pad(text)


def _digits(value: int, base: int) -> str:
    if base == 10:
        return str(value)
    return format(value, {2: "b", 8: "o", 16: "x"}[base])


def format_char(spec: Spec, value: int) -> bytes:
    """%c: the UTF-8 of the code point, U+FFFD when there is none."""
    return spec.pad(encode_rune(value))


def valid_rune(value: int) -> int:
    """`value`, U+FFFD when it is no code point that UTF-8 can encode."""
    return value if 0 <= value <= 0x10FFFF and not 0xD800 <= value <= 0xDFFF else 0xFFFD


def encode_rune(value: int) -> bytes:
    return chr(valid_rune(value)).encode()


def format_quoted_char(spec: Spec, value: int) -> bytes:
    """%q of an integer."""
    code = valid_rune(value)
    body = quote_char(code, "'")
    if spec.plus and not body.isascii():
        body = f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    return spec.pad(f"'{body}'".encode())


def format_unicode(spec: Spec, value: int) -> bytes:
    """%U: U+0041, with # also the character."""
    text = f"U+{value & 0xFFFFFFFFFFFFFFFF:0{max(4, spec.precision or 4)}X}"
    if spec.sharp and 0 <= value <= 0x10FFFF and is_print(value):
        text += f" '{chr(value)}'"
    return Spec(minus=spec.minus, width=spec.width).pad(text.encode())


def format_floating(spec: Spec, value: float, bits: int, verb: str, precision: int) -> bytes:
    """Verbs e E f F g G b x X v; `precision` holds when the spec has none."""
    if spec.precision is not None:
        precision = spec.precision
    strconv_verb = {"F": "f", "v": "g"}.get(verb, verb)
    text = format_float(value, strconv_verb, precision, bits)
    if text[0] not in "+-":
        text = "+" + text
    if math.isinf(value) or math.isnan(value):
        return Spec(minus=spec.minus, width=spec.width).pad(_special_float(spec, text).encode())
    zero = spec.zero
    if spec.sharp and verb != "b":
        text = _sharp_float(text, verb, precision)
    if spec.space and text[0] == "+" and not spec.plus:
        text = " " + text[1:]
    if spec.plus or text[0] != "+":
        if zero and not spec.minus and spec.width is not None and spec.width > len(text):
            return (text[0] + text[1:].rjust(spec.width - 1, "0")).encode()
        return Spec(minus=spec.minus, width=spec.width, zero=zero and not spec.minus).pad(text.encode())
    return Spec(minus=spec.minus, width=spec.width, zero=zero and not spec.minus).pad(text[1:].encode())


def _special_float(spec: Spec, text: str) -> str:
    """+Inf always shows its sign, NaN only when a flag asks for it."""
    if spec.space and text[0] == "+" and not spec.plus:
        return " " + text[1:]
    return text[1:] if text == "+NaN" and not spec.plus else text


def _sharp_float(text: str, verb: str, precision: int) -> str:
    """The # flag: always a decimal point, and %g keeps trailing zeros."""
    digits = 0
    if verb in "vgGxX":
        # Go has no such default for %X.
        digits = max(precision, 0) if precision >= 0 or verb == "X" else 6
    tail_at = next((i for i, c in enumerate(text) if c in ("pP" if verb in "xX" else "eE")), len(text))
    head, tail = text[:tail_at], text[tail_at:]
    shown = 0
    seen_nonzero = False
    for char in head[1:]:
        if char == ".":
            continue
        if char != "0":
            seen_nonzero = True
        if seen_nonzero:
            shown += 1
    if "." not in head:
        if len(head) == 2 and head[1] == "0":
            digits -= 1
        head += "."
    return head + "0" * max(digits - shown, 0) + tail


def format_complex(spec: Spec, value: complex, bits: int, verb: str, precision: int) -> bytes:
    """(real+imagi); width and flags hold for each part."""
    real = format_floating(spec, value.real, bits // 2, verb, precision)
    return b"(" + real + format_floating(replace(spec, plus=True), value.imag, bits // 2, verb, precision) + b"i)"


def truncate(spec: Spec, text: bytes) -> bytes:
    """`text` cut to the precision, in runes."""
    if spec.precision is None or rune_count(text) <= spec.precision:
        return text
    return text.decode("utf-8", "surrogateescape")[: spec.precision].encode("utf-8", "surrogateescape")


def format_string(spec: Spec, text: bytes) -> bytes:
    return spec.pad(truncate(spec, text))


def format_quoted(spec: Spec, text: bytes) -> bytes:
    """%q: backquoted with # where that is possible, ASCII only with +."""
    text = truncate(spec, text)
    if spec.sharp and can_backquote(text):
        return spec.pad(b"`" + text + b"`")
    quoted = quote(text)
    if spec.plus:
        quoted = "".join(
            c if ord(c) < 128 else f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}" for c in quoted
        )
    return spec.pad(quoted.encode())


def can_backquote(text: bytes) -> bool:
    """Whether `text` can stand between backquotes on one line."""
    try:
        decoded = text.decode()
    except UnicodeDecodeError:
        return False
    return all(c == "\t" or (ord(c) >= 32 and c not in "`\x7f\ufeff") for c in decoded)


def format_hex(spec: Spec, data: bytes, verb: str) -> bytes:
    """%x and %X of strings and byte slices; the space flag puts spaces between bytes, # a prefix."""
    if spec.precision is not None:
        data = data[: spec.precision]
    prefix = "0x" if verb == "x" else "0X"
    pairs = [f"{b:02x}" if verb == "x" else f"{b:02X}" for b in data]
    if spec.space:
        text = " ".join((prefix if spec.sharp else "") + p for p in pairs)
    else:
        text = (prefix if spec.sharp and pairs else "") + "".join(pairs)
    return Spec(minus=spec.minus, width=spec.width, zero=spec.zero).pad(text.encode())
