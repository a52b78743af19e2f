"""The engines: what executes lowered programs. Both give the same output, the same schedule and the same events."""
