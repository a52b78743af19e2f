"""Natives of the hash functions: FNV, and those of Python's hashlib."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from minigo.runtime.natives import native
from minigo.runtime.values import Slice, byte_slice, slice_bytes


def _fnv(prime: int, mask: int) -> Callable[[int, Slice, bool], int]:
    def update(checksum: int, data: Slice, xor_first: bool) -> int:
        for byte in slice_bytes(data):
            if xor_first:
                checksum = (checksum ^ byte) * prime & mask
            else:
                checksum = checksum * prime & mask ^ byte
        return checksum

    return update


native("hash/fnv.update32")(_fnv(16777619, (1 << 32) - 1))
native("hash/fnv.update64")(_fnv(1099511628211, (1 << 64) - 1))


def _fnv128() -> Callable[[int, int, Slice, bool], tuple[int, int]]:
    update = _fnv((1 << 88) + 0x13B, (1 << 128) - 1)

    def update128(high: int, low: int, data: Slice, xor_first: bool) -> tuple[int, int]:
        return divmod(update(high << 64 | low, data, xor_first), 1 << 64)

    return update128


native("hash/fnv.update128")(_fnv128())


def _checksum(algorithm: str) -> Callable[[Slice], Slice]:
    return lambda data: byte_slice(hashlib.new(algorithm, slice_bytes(data), usedforsecurity=False).digest())


for _algorithm in ("md5", "sha1", "sha256"):
    native(f"crypto/{_algorithm}.sum")(_checksum(_algorithm))
native("crypto/sha256.sum224")(_checksum("sha224"))
