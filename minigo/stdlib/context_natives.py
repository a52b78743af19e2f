"""Natives of package context: what needs the dynamic type of a key."""

from __future__ import annotations

from typing import Any

from minigo.runtime.natives import native


@native("context.comparableKey")
def comparable_key(key: Any) -> bool:
    """Whether the type of a key allows ==; the value itself is not looked at."""
    comparable: bool = key[0].comparable
    return comparable
