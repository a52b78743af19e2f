def main():
    total = 0
    i = 0
    while i < 400:
        j = 0
        while j < 400:
            total += i * j % 7 - (i ^ j)
            j += 1
        i += 1
    print(total)


main()
