"""`minigo test`: what `go test` does with packages that have tests, on the simulated machine."""
