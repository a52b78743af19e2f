from channels import CLOSED, Chan, WaitGroup, go, run, sleep

SIZE = 1000


def main():
    wg = WaitGroup()
    wakings = Chan(64)

    def sleeper(i):
        for j in range(SIZE):
            sleep(1 + (i * 7 + j * 13) % 50)
        wakings.send(SIZE)
        wg.done()

    def finish():
        wg.wait()
        wakings.close()

    for i in range(500):
        wg.add(1)
        go(sleeper, i)
    go(finish)
    total = 0
    while (n := wakings.recv()) is not CLOSED:
        total += n
    print(total)


run(main)
