"""The engines: what executes lowered programs. Both give the same output, the same schedule and the same events."""

from minigo.engine.deepstack import with_large_stack
from minigo.engine.engine import ENGINES, link
from minigo.engine.linker import Linked

__all__ = ["ENGINES", "Linked", "link", "with_large_stack"]
