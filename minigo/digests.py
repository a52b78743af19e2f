"""BLAKE2, without the rest of hashlib, which would load OpenSSL: start-up time counts."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # an interpreter that has it elsewhere
    from hashlib import blake2b

__all__ = ["blake2b"]
