"""Which files belong to a build: by name (`_linux.go`, `_amd64.go`, `_test.go`) and by build constraint.

minigo builds for linux/amd64 with the newest version of the language and without cgo.
"""

from __future__ import annotations

import re

from minigo.syntax.constraint import constraint_of, satisfied
from minigo.types.info import NEWEST

OS = "linux"
ARCH = "amd64"

_OS_NAMES = """
aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos
"""
_ARCH_NAMES = """
386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le
riscv riscv64 s390 s390x sparc sparc64 wasm
"""
_OSES = frozenset(_OS_NAMES.split())
_ARCHS = frozenset(_ARCH_NAMES.split())
_TAGS = frozenset((OS, ARCH, "unix", "gc"))
_GO_TAG = re.compile(r"go1\.([1-9]\d*)")


def is_test(name: str) -> bool:
    return name.endswith("_test.go")


def name_matches(name: str) -> bool:
    """Whether the name of a file asks for this operating system and processor, or for none."""
    _, underscore, rest = name.partition(".")[0].partition("_")
    if not underscore:
        return True
    words = rest.split("_")
    if words[-1] == "test":
        words.pop()
    if len(words) >= 2 and words[-2] in _OSES and words[-1] in _ARCHS:
        return words[-2] == OS and words[-1] == ARCH
    if words and words[-1] in _OSES:
        return words[-1] == OS
    if words and words[-1] in _ARCHS:
        return words[-1] == ARCH
    return True


def text_matches(text: str) -> bool:
    """Whether the build constraint of a file, if any, is satisfied. Raises ConstraintError."""
    constraint = constraint_of(text)
    return constraint is None or satisfied(constraint, has_tag)


def has_tag(tag: str) -> bool:
    """Whether a build tag is set."""
    found = _GO_TAG.fullmatch(tag)
    return int(found[1]) <= NEWEST[1] if found else tag in _TAGS
