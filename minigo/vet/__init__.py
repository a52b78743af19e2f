"""`minigo vet`: looks in checked packages for what compiles and is wrong all the same, above all about concurrency."""
