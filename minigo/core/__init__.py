"""The core language, lowering of checked packages to it, and passes over it."""
