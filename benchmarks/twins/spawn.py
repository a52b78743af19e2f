from channels import CLOSED, Chan, WaitGroup, go, gosched, run

SIZE = 100000


def main():
    results = Chan(SIZE)
    start = Chan()
    wg = WaitGroup()

    def work(i):
        start.recv()
        results.send(i % 10)
        wg.done()

    for i in range(SIZE):
        wg.add(1)
        go(work, i)
    gosched()
    start.close()
    wg.wait()
    results.close()
    total = 0
    while (n := results.recv()) is not CLOSED:
        total += n
    print(total)


run(main)
