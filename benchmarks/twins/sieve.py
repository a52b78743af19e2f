SIZE = 12000000


def main():
    composite = [False] * (SIZE + 1)
    count = 0
    for i in range(2, SIZE + 1):
        if composite[i]:
            continue
        count += 1
        for j in range(i * i, SIZE + 1, i):
            composite[j] = True
    print(count)


main()
