#!/usr/bin/env python3
"""Counts how many videos that "download your data" exports name stand in other public files: joined_exports.py EXPORT ... -- FILE ...; all gzipped. Tells counts alone, no ids."""
import gzip
import re
import sys

VIDEO = re.compile(r"(?<!\d)[67]\d{18}(?!\d)")


def videos(name):
    """Ids of videos anywhere in a file."""
    found = set()
    with gzip.open(name, "rt", errors="replace") as lines:
        for line in lines:
            found.update(VIDEO.findall(line))
    return found


words = sys.argv[1:]
if "--" not in words:
    sys.exit("words must be EXPORT ... -- FILE ...\nMaybe the two lists stand without -- between them.")
exports = {name: videos(name) for name in words[:words.index("--")]}
joined = {name: set() for name in exports}
for file in words[words.index("--") + 1:]:
    there = videos(file)
    for name, named in exports.items():
        both = named & there
        joined[name] |= both
        if both:
            print(f"{name.rsplit('/', 1)[-1]}: {len(both)} of {len(named)} videos stand in {file.rsplit('/', 1)[-1]}")
for name, named in exports.items():
    print(f"{name.rsplit('/', 1)[-1]}: {len(joined[name])} of {len(named)} videos in all")
