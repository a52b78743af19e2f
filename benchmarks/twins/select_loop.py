from channels import SelectChan, go, run, select

SIZE = 450000


def produce(out, done, step):
    for i in range(SIZE):
        out.send(i * step)
    done.send(True)


def main():
    a, b, done = SelectChan(), SelectChan(), SelectChan()
    go(produce, a, done, 1)
    go(produce, b, done, 2)
    total, running = 0, 2
    cases = (a, b, done)
    while running > 0:
        index, value = select(cases)
        if index == 0:
            total += value
        elif index == 1:
            total -= value // 3
        else:
            running -= 1
    print(total)


run(main)
