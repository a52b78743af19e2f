from channels import Mutex, WaitGroup, go, gosched, run

SIZE = 150000


def main():
    mu = Mutex()
    wg = WaitGroup()
    total = 0

    def worker():
        nonlocal total
        for i in range(SIZE):
            mu.lock()
            total += i & 3
            if i % 8 == 0:
                gosched()
            mu.unlock()
        wg.done()

    for _ in range(10):
        wg.add(1)
        go(worker)
    wg.wait()
    print(total)


run(main)
