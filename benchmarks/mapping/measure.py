"""How many columns the guess of a mapping gets right, against a truth written by hand before any guess was seen.

    upswell --json import --map guess FILE... > guesses.json
    python3 measure.py guesses.json truth.csv origins.csv judge

Files are known by their last name. Columns that the truth does not name say nothing that is read. Intervals of 95 % are
Wilson's over columns, and of 2,000 draws over origins, each with all of its files.
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


def drawn(origins):
    random.seed(1)
    shares = []
    while len(shares) < 2000:
        draw = [random.choice(origins) for _ in origins]
        total = sum(n for _, n in draw)
        if total:
            shares.append(sum(k for k, _ in draw) / total)
    shares.sort()
    return shares[50], shares[1949]


def last_name(file):
    return file.split("/")[-1]


def read(file):
    with open(file, encoding="utf-8") as rows:
        return list(csv.DictReader(rows))


def interval(bounds):
    return f"{bounds[0]:.3f} to {bounds[1]:.3f}"


def main(guesses, truth, origins, half):
    roles, kinds = {}, {}
    for row in read(truth):
        if row["half"] == half:
            name = last_name(row["file"])
            roles.setdefault(name, {})[row["column"]] = row["role"].split("|")
            kinds[name] = row["kind"]
    origin_of = {last_name(row["file"]): row["origin"] for row in read(origins)}
    every, saying, right_kinds, files = {}, {}, 0, 0
    with open(guesses, encoding="utf-8") as text:
        for guess in json.load(text):
            name = last_name(guess["file"])
            if name not in roles:
                continue
            files += 1
            right_kinds += (guess.get("kind") or "").lower() == kinds[name]
            for column in guess["columns"]:
                wanted = roles[name].get(column["name"], ["ignore"])
                hit = column["role"].lower() in wanted
                for counted in (every, saying) if "ignore" not in wanted else (every,):
                    k, n = counted.get(origin_of[name], (0, 0))
                    counted[origin_of[name]] = (k + hit, n + 1)
                if not hit:
                    print(f"{name} {column['name']}: guessed {column['role'].lower()}, truth {'|'.join(wanted)}")
    if files != len(kinds):
        sys.exit(f"{files} of the {len(kinds)} files of this half were guessed.")
    for what, counted in (("all columns", every), ("columns that say something", saying)):
        k, n = sum(k for k, _ in counted.values()), sum(n for _, n in counted.values())
        print(f"{what}: {k} of {n}, {k / n:.3f} (columns {interval(wilson(k, n))},"
              f" {len(counted)} origins {interval(drawn(list(counted.values())))})")
    print(f"kinds: {right_kinds} of {files}")


if len(sys.argv) != 5:
    sys.exit(__doc__)
main(*sys.argv[1:])
