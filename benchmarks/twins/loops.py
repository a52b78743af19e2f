SIZE = 4000


def main():
    total = 0
    for i in range(SIZE):
        for j in range(SIZE):
            total += i * j % 7 - (i ^ j)
    print(total)


main()
