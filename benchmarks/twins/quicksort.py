SIZE = 500000


def quicksort(a, low, high):
    while low < high:
        pivot = a[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while a[i] < pivot:
                i += 1
            while a[j] > pivot:
                j -= 1
            if i <= j:
                a[i], a[j] = a[j], a[i]
                i += 1
                j -= 1
        if j - low < high - i:
            quicksort(a, low, j)
            low = i
        else:
            quicksort(a, i, high)
            high = j


def main():
    a = [0] * SIZE
    seed = 42
    for i in range(SIZE):
        seed = (seed * 1103515245 + 12345) % 2147483648
        a[i] = seed
    quicksort(a, 0, len(a) - 1)
    total = 0
    for i in range(1, len(a)):
        if a[i - 1] > a[i]:
            raise AssertionError("not sorted")
        total = (total * 31 + a[i]) % 1000003
    print(total)


main()
