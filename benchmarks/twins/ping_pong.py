from channels import CLOSED, Chan, go, run

SIZE = 800000


def main():
    ping, pong = Chan(), Chan()

    def echo():
        while (n := ping.recv()) is not CLOSED:
            pong.send(n + 1)
        pong.close()

    go(echo)
    n = 0
    for _ in range(SIZE):
        ping.send(n)
        n = pong.recv()
    ping.close()
    print(n)


run(main)
