from channels import Chan, go, run

SIZE = 1300


def generate(out):
    i = 2
    while True:
        out.send(i)
        i += 1


def sift(source, out, prime):
    while True:
        i = source.recv()
        if i % prime != 0:
            out.send(i)


def main():
    ch = Chan()
    go(generate, ch)
    prime = 0
    for _ in range(SIZE):
        prime = ch.recv()
        following = Chan()
        go(sift, ch, following, prime)
        ch = following
    print(prime)


run(main)
