"""How many columns the guess of a mapping gets right, against a truth written by hand before any guess was seen.

    upswell --json import --map guess FILE... > guesses.json
    python3 measure.py guesses.json truth.csv judge

Columns that the truth does not name say nothing that is read. Intervals are Wilson's over columns, and 2,000 draws over files.
"""
import csv
import json
import math
import random
import sys


def wilson(k, n, z=1.96):
    p, d = k / n, 1 + z * z / n
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return (p + z * z / (2 * n) - half) / d, (p + z * z / (2 * n) + half) / d


def drawn(files):
    random.seed(1)
    shares = []
    for _ in range(2000):
        draw = [random.choice(files) for _ in files]
        total = sum(n for _, n in draw)
        shares.append(sum(k for k, _ in draw) / total if total else 1)
    shares.sort()
    return shares[50], shares[1949]


def main(guesses, truth, half):
    roles, kinds = {}, {}
    for row in csv.DictReader(open(truth)):
        name = row["file"].split("/")[-1]
        if row["half"] == half:
            roles.setdefault(name, {})[row["column"]] = row["role"].split("|")
            kinds[name] = row["kind"]
    every, saying, kind = [], [], 0
    for guess in json.load(open(guesses)):
        known = roles.get(guess["file"])
        if known is None:
            continue
        kind += (guess.get("kind") or "").lower() == kinds[guess["file"]]
        right = [(column, known.get(column["name"], ["ignore"])) for column in guess["columns"]]
        hits = [(column["role"].lower() in wanted, "ignore" not in wanted) for column, wanted in right]
        every.append((sum(hit for hit, _ in hits), len(hits)))
        saying.append((sum(hit for hit, says in hits if says), sum(says for _, says in hits)))
        for (column, wanted), (hit, _) in zip(right, hits):
            if not hit:
                print(f"{guess['file']} {column['name']}: guessed {column['role'].lower()}, truth {'|'.join(wanted)}")
    for what, files in (("all columns", every), ("columns that say something", saying)):
        k, n = sum(k for k, _ in files), sum(n for _, n in files)
        print(f"{what}: {k} of {n}, {k / n:.3f} (columns {wilson(k, n)}, files {drawn(files)})")
    print(f"kinds: {kind} of {len(every)}")


main(*sys.argv[1:])
