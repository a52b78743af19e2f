"""The race detector: happens-before by vector clocks, accesses by FastTrack, reports in the format of Go's."""
