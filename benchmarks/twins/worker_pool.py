from channels import CLOSED, Chan, WaitGroup, go, run

SIZE = 1200000


def main():
    jobs, results = Chan(16), Chan(16)
    wg = WaitGroup()

    def worker():
        while (job := jobs.recv()) is not CLOSED:
            results.send(job * job % 10007)
        wg.done()

    def produce():
        for i in range(SIZE):
            jobs.send(i)
        jobs.close()
        wg.wait()
        results.close()

    for _ in range(8):
        wg.add(1)
        go(worker)
    go(produce)
    total = 0
    while (result := results.recv()) is not CLOSED:
        total += result
    print(total)


run(main)
