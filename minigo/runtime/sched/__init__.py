"""The simulated machine: goroutines, processors, threads, run queues, timers, channels, select and semaphores."""
