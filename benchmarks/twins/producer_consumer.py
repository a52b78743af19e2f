from channels import CLOSED, Chan, go, run

SIZE = 2000000


def main():
    raw, cooked = Chan(64), Chan(64)

    def produce():
        for i in range(SIZE):
            raw.send(i)
        raw.close()

    def cook():
        while (n := raw.recv()) is not CLOSED:
            cooked.send(n * 3 % 1000)
        cooked.close()

    go(produce)
    go(cook)
    total = 0
    while (n := cooked.recv()) is not CLOSED:
        total += n
    print(total)


run(main)
