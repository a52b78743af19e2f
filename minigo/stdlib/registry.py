"""Which Python module holds the natives of which library package: only those of imported packages are loaded."""

from __future__ import annotations

from importlib import import_module

_MODULES = {
    "context": ("context_natives",),
    "crypto/md5": ("hash_natives",),
    "crypto/sha1": ("hash_natives",),
    "crypto/sha256": ("hash_natives",),
    "crypto/sha512": ("hash_natives",),
    "encoding/binary": ("binary_natives",),
    "errors": ("errors_natives",),
    "fmt": ("fmt_natives",),
    "hash/crc32": ("hash_natives",),
    "hash/fnv": ("hash_natives",),
    "math": ("math_natives",),
    "math/big": ("big_natives",),
    "math/cmplx": ("math_natives",),
    "math/bits": ("bits_natives",),
    "math/rand": ("rand_natives",),
    "math/rand/v2": ("rand_natives",),
    "net": ("net_natives",),
    "os": ("os_natives",),
    "os/signal": ("signal_natives",),
    "reflect": ("reflect_types", "reflect_values", "reflect_deep"),
    "runtime": ("runtime_natives",),
    "runtime/debug": ("runtime_natives",),
    "slices": ("slices_natives",),
    "sort": ("sort_natives",),
    "internal/synctest": ("synctest_natives",),
    "testing": ("testing_natives", "runtime_natives"),
    "strconv": ("strconv_natives",),
    "strings": ("strings_natives",),
    "syscall": ("os_natives", "signal_natives", "syscall_natives"),
    "sync": ("sync_natives",),
    "sync/atomic": ("atomic_natives",),
    "time": ("clock_natives", "timeformat_natives", "time_natives"),
    "internal/stdio": ("os_natives",),
    "internal/unicode": ("unicode_natives",),
    "unicode": ("unicode_natives",),
    "unicode/utf8": ("strings_natives",),
}


def load_natives(packages: list[str]) -> None:
    """Registers the natives of the packages with these import paths."""
    for path in packages:
        for module in _MODULES.get(path, ()):
            import_module(f"minigo.stdlib.{module}")
