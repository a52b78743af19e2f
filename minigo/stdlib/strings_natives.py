"""Natives of packages strings and unicode/utf8: Go strings are bytes, so positions are byte positions.

Text that is no UTF-8 is decoded with surrogate escapes, so that every invalid byte counts as one rune and survives.
"""

from __future__ import annotations

from minigo import unidata
from minigo.runtime.natives import native
from minigo.runtime.ops_slice import check_length
from minigo.runtime.values import NIL_SLICE, Slice, gostring, slice_of, text
from minigo.stdlib.fmt_format import encode_rune

RUNE_ERROR = 0xFFFD
_ASCII_SPACE = b" \t\n\v\f\r"
SPACE = {9, 10, 11, 12, 13, 32, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000}


def _runes(s: bytes) -> str:
    return text(s)


def _code(char: str) -> int:
    """The rune of a decoded character: U+FFFD for an escaped invalid byte."""
    code = ord(char)
    return RUNE_ERROR if 0xDC80 <= code <= 0xDCFF else code


native("strings.Count")(lambda s, sub: s.count(sub) if sub else len(_runes(s)) + 1)
native("strings.HasPrefix")(lambda s, prefix: s.startswith(prefix))
native("strings.HasSuffix")(lambda s, suffix: s.endswith(suffix))
native("strings.Index")(lambda s, sub: s.find(sub))
native("strings.LastIndex")(lambda s, sub: s.rfind(sub))
native("strings.IndexByte")(lambda s, c: s.find(bytes((c,))))
native("strings.LastIndexByte")(lambda s, c: s.rfind(bytes((c,))))


@native("strings.repeat")
def repeat(s: bytes, count: int) -> bytes:
    check_length(len(s) * count)
    return s * count


@native("strings.EqualFold")
def equal_fold(s: bytes, t: bytes) -> bool:
    if s.isascii() and t.isascii():
        return s.lower() == t.lower()
    return [_fold(c) for c in text(s)] == [_fold(c) for c in text(t)]


def _fold(char: str) -> int:
    """The same for all characters that differ in case only: the smallest of them."""
    smallest = code = _code(char)
    following = unidata.simple_fold(code)
    while following != code:
        smallest = min(smallest, following)
        following = unidata.simple_fold(following)
    return smallest


@native("strings.Fields")
def fields(s: bytes) -> Slice:
    if s.isascii():
        return slice_of(s.split())
    found: list[bytes] = []
    word: list[str] = []
    for char in text(s):
        if ord(char) in SPACE:
            if word:
                found.append(gostring("".join(word)))
                word = []
        else:
            word.append(char)
    if word:
        found.append(gostring("".join(word)))
    return slice_of(found)


@native("strings.IndexAny")
def index_any(s: bytes, chars: bytes) -> int:
    wanted = set(map(_code, text(chars)))
    at = 0
    for char in text(s):
        if _code(char) in wanted:
            return at
        at += len(gostring(char))
    return -1


@native("strings.LastIndexAny")
def last_index_any(s: bytes, chars: bytes) -> int:
    wanted = set(map(_code, text(chars)))
    at = len(s)
    for char in reversed(text(s)):
        at -= len(gostring(char))
        if _code(char) in wanted:
            return at
    return -1


@native("strings.IndexRune")
def index_rune(s: bytes, r: int) -> int:
    if r == RUNE_ERROR:
        at = 0
        for char in text(s):
            if _code(char) == RUNE_ERROR:
                return at
            at += len(gostring(char))
        return -1
    if not 0 <= r <= 0x10FFFF or 0xD800 <= r <= 0xDFFF:
        return -1
    return s.find(chr(r).encode())


@native("strings.Join")
def join(elems: Slice, sep: bytes) -> bytes:
    return sep.join(elems.items())


@native("strings.Replace")
def replace(s: bytes, old: bytes, new: bytes, n: int) -> bytes:
    if old or n == 0:
        return s.replace(old, new, n)
    # An empty old matches before every rune and at the end.
    parts: list[bytes] = []
    chars = [gostring(c) for c in text(s)]
    for i, char in enumerate(chars):
        if n < 0 or i < n:
            parts.append(new)
        parts.append(char)
    if n < 0 or len(chars) < n:
        parts.append(new)
    return b"".join(parts)


@native("strings.split")
def split(s: bytes, sep: bytes, keep: int, n: int) -> Slice:
    """Splits into at most n parts (all when negative); `keep` bytes of each separator stay with the part before it."""
    if n == 0:
        return NIL_SLICE
    if not sep:
        chars = [gostring(c) for c in text(s)]
        if 0 < n < len(chars):
            chars[n - 1 :] = [b"".join(chars[n - 1 :])]
        return slice_of(chars)
    parts = s.split(sep, n - 1 if n > 0 else -1)
    if keep:
        parts[:-1] = [part + sep for part in parts[:-1]]
    return slice_of(parts)


@native("strings.ToLower")
def to_lower(s: bytes) -> bytes:
    return s.lower() if s.isascii() else _mapped(s, unidata.LOWER)


@native("strings.ToUpper")
def to_upper(s: bytes) -> bytes:
    return s.upper() if s.isascii() else _mapped(s, unidata.UPPER)


@native("strings.ToTitle")
def to_title(s: bytes) -> bytes:
    return s.upper() if s.isascii() else _mapped(s, unidata.TITLE)


def _mapped(s: bytes, case: int) -> bytes:
    return b"".join(encode_rune(unidata.to_case(_code(c), case)) for c in text(s))


@native("strings.Title")
def title(s: bytes) -> bytes:
    out: list[bytes] = []
    previous = 32
    for char in text(s):
        code = _code(char)
        out.append(encode_rune(unidata.to_case(code, unidata.TITLE) if _separates(previous) else code))
        previous = code
    return b"".join(out)


def _separates(r: int) -> bool:
    """Whether a word may begin behind `r`: in ASCII all but letters, digits and underscores, elsewhere spaces only."""
    if r < 0x80:
        return not (chr(r).isalnum() or r == 0x5F)
    return r in SPACE


@native("strings.ToValidUTF8")
def to_valid_utf8(s: bytes, replacement: bytes) -> bytes:
    out: list[bytes] = []
    in_run = False
    for char in text(s):
        invalid = 0xDC80 <= ord(char) <= 0xDCFF
        if not invalid:
            out.append(char.encode())
        elif not in_run:
            out.append(replacement)
        in_run = invalid
    return b"".join(out)


@native("strings.TrimLeft")
def trim_left(s: bytes, cutset: bytes) -> bytes:
    if s.isascii() and cutset.isascii():
        return s.lstrip(cutset) if cutset else s
    cut = set(map(_code, text(cutset)))
    chars = text(s)
    start = next((i for i, char in enumerate(chars) if _code(char) not in cut), len(chars))
    return gostring(chars[start:])


@native("strings.TrimRight")
def trim_right(s: bytes, cutset: bytes) -> bytes:
    if s.isascii() and cutset.isascii():
        return s.rstrip(cutset) if cutset else s
    cut = set(map(_code, text(cutset)))
    chars = text(s)
    end = next((i for i in range(len(chars), 0, -1) if _code(chars[i - 1]) not in cut), 0)
    return gostring(chars[:end])


@native("strings.TrimSpace")
def trim_space(s: bytes) -> bytes:
    if s.isascii():
        return s.strip(_ASCII_SPACE)
    return gostring(text(s).strip("".join(map(chr, sorted(SPACE)))))


@native("strings.replaceAll")
def replace_all(s: bytes, oldnew: Slice) -> bytes:
    """A Replacer at work: at each place the first pair that matches wins; an empty old matches once at each place where
    the one before was not replaced by an empty match too."""
    items = oldnew.items()
    pairs = list(zip(items[::2], items[1::2], strict=True))
    out: list[bytes] = []
    copied = i = 0
    after_empty = False
    while i <= len(s):
        match = next((p for p in pairs if s.startswith(p[0], i) and (p[0] or not after_empty)), None)
        after_empty = match is not None and not match[0]
        if match is None:
            i += 1
            continue
        out.append(s[copied:i])
        out.append(match[1])
        i += len(match[0])
        copied = i
    out.append(s[copied:])
    return b"".join(out)


# ---------------------------------------------------------------- unicode/utf8


@native("unicode/utf8.RuneCountInString")
def rune_count_in_string(s: bytes) -> int:
    return len(s) if s.isascii() else len(text(s))


@native("unicode/utf8.ValidString")
def valid_string(s: bytes) -> bool:
    try:
        s.decode()
    except UnicodeDecodeError:
        return False
    return True


@native("unicode/utf8.DecodeRuneInString")
def decode_rune_in_string(s: bytes) -> tuple[int, int]:
    if not s:
        return RUNE_ERROR, 0
    first = s[0]
    if first < 0x80:
        return first, 1
    for size in (2, 3, 4):
        try:
            return ord(s[:size].decode()), size
        except (UnicodeDecodeError, TypeError):
            continue
    return RUNE_ERROR, 1


@native("unicode/utf8.DecodeLastRuneInString")
def decode_last_rune_in_string(s: bytes) -> tuple[int, int]:
    if not s:
        return RUNE_ERROR, 0
    if s[-1] < 0x80:
        return s[-1], 1
    for size in (2, 3, 4):
        if len(s) >= size:
            try:
                decoded = s[-size:].decode()
            except UnicodeDecodeError:
                continue
            return (ord(decoded), size) if len(decoded) == 1 else (RUNE_ERROR, 1)
    return RUNE_ERROR, 1
