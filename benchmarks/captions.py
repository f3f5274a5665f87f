#!/usr/bin/env python3
"""Writes captions of public files as tab-separated lines: video, creator, seconds since 1970, category, region, mark of language, caption with hashtags.

Arguments: files (weekly trending videos, items of Apify or of TikTok's web pages as JSON lines; CSV with text, desc or a list of hashtags; all
gzipped), then how many of each at most, drawn by a hash of their ids. What stands in several files is written once."""
import ast
import csv
import gzip
import hashlib
import json
import re
import sys
from datetime import datetime, timezone


def seconds(text):
    """What a file says of a time, as seconds; 0 where it says nothing."""
    text = str(text or "").strip()
    if re.fullmatch(r"\d+(\.0+)?", text):
        return int(float(text))
    try:
        return int(datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())
    except ValueError:
        return 0


def trending(row):
    if row["r"] == "CN" or row["cat"] == "general":
        return None
    hashtags = " ".join("#" + name.strip() for name in row["h"].split(",") if name.strip())
    posted = int(datetime.strptime(row["t"], "%Y-%m-%d %H:%M:%S").replace(tzinfo=timezone.utc).timestamp()) - 8 * 3600
    return row["id"], row["au"], posted, row["cat"], row["r"], "", re.sub(r"#\S+", "", row["d"]) + " " + hashtags


def item(row):
    """One caption of a row of any of the files; None where it has none."""
    if "cat" in row and "d" in row:
        return trending(row)
    if row.get("text"):
        creator = (row.get("authorMeta") or {}).get("name") or row.get("authorMeta.name") or row.get("authorMeta_name") or ""
        video = (row.get("webVideoUrl") or row.get("id") or "").rsplit("/", 1)[-1]
        return video, creator, seconds(row.get("createTime") or row.get("createTimeISO")), "", "", row.get("textLanguage", ""), row["text"]
    if row.get("desc"):
        creator = (row.get("author") or {}).get("uniqueId") or row.get("author.uniqueId") or ""
        video = row.get("id") or creator + "-" + str(row.get("createTime"))
        return video, creator, seconds(row.get("createTime")), "", "", row.get("textLanguage", ""), row["desc"]
    if row.get("M8_hashtags"):
        hashtags = " ".join("#" + name for name in ast.literal_eval(row["M8_hashtags"]) if name)
        return (row["M1_video_id"], row["V3_news_outlet"], seconds(row["M3_create_time"]), "", "", "", hashtags) if hashtags else None
    return None


def rows(name):
    if ".csv" in name:
        with gzip.open(name, "rt", newline="") as lines:
            yield from csv.DictReader(lines)
    else:
        with gzip.open(name, "rt", newline="\n") as lines:
            for line in lines:
                try:
                    yield json.loads(line)
                except ValueError as broken:
                    print(f"{name}: a line is left out: {broken}", file=sys.stderr)


def drawn(name, most):
    seen = {}
    for row in rows(name):
        one = item(row)
        if one:
            seen.setdefault(one[0], one)
    return sorted(seen.values(), key=lambda one: hashlib.sha256(one[0].encode()).digest())[:most]


csv.field_size_limit(1 << 24)
names = sys.argv[1:]
most = int(names.pop()) if len(names) > 1 and names[-1].isdigit() else None
written = set()
for name in names:
    for one in drawn(name, most):
        if one[0] not in written:
            written.add(one[0])
            print("\t".join(re.sub(r"\s+", " ", str(part)).strip() for part in one))
