SIZE = 240000
SYLLABLES = ["ba", "do", "ki", "lu", "me", "no", "ra", "ti", "zu"]


def line(seed):
    words = []
    for _ in range(8):
        seed = (seed * 1103 + 12345) % 65537
        words.append(SYLLABLES[seed % 9] + SYLLABLES[seed // 9 % 9] + SYLLABLES[seed // 81 % 9])
    return " ".join(words)


def main():
    counts = {}
    for i in range(SIZE):
        for word in line(i).split():
            counts[word] = counts.get(word, 0) + 1
    for word in sorted(counts, key=lambda word: (-counts[word], word))[:5]:
        print(word, counts[word])


main()
