"""Natives of the hash functions: FNV, CRC-32, and those of Python's hashlib."""

from __future__ import annotations

import hashlib
import zlib
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

_SHA512 = {64: "sha512", 48: "sha384", 32: "sha512_256", 28: "sha512_224"}


@native("crypto/sha512.sum")
def sha512_sum(data: Slice, size: int) -> Slice:
    return byte_slice(hashlib.new(_SHA512[size], slice_bytes(data)).digest())


_IEEE = 0xEDB88320


@native("hash/crc32.update")
def crc32_update(crc: int, table: Slice, data: Slice) -> int:
    entries, first = table.array, table.offset
    if entries[first + 128] == _IEEE:  # the entry of the highest bit is the polynomial
        return zlib.crc32(slice_bytes(data), crc)
    crc ^= 0xFFFFFFFF
    for byte in slice_bytes(data):
        crc = entries[first + ((crc ^ byte) & 0xFF)] ^ crc >> 8
    return crc ^ 0xFFFFFFFF
