from channels import CLOSED, Chan, go, run


def main():
    jobs, results = Chan(16), Chan(16)
    done = Chan(4)

    def worker():
        while (job := jobs.recv()) is not CLOSED:
            results.send(job * job)
        done.send(None)

    def produce():
        for i in range(5000):
            jobs.send(i)
        jobs.close()
        for _ in range(4):
            done.recv()
        results.close()

    for _ in range(4):
        go(worker)
    go(produce)
    total = 0
    while (result := results.recv()) is not CLOSED:
        total += result
    print(total)


run(main)
