"""What a careful Python user would write to import provider items: the result of `upswell import`, less what a database keeps.

Reads JSON lines; puts items with broken JSON, without a usable id, with counters that are no whole numbers from 0, with impossible times or of private accounts
aside with a reason; takes e-mail addresses and telephone numbers out of captions; compares readings and descriptions with what an earlier run stored; keeps a table
of entities with names and the range in which they were observed; writes Parquet with zstd, sorted; counts for a report.
Usage: provider_items_importer.py ITEMS.jsonl STORE_FOLDER; needs pandas and pyarrow. Prints seconds by the clock and of the processor.
"""
import hashlib
import json
import pathlib
import re
import sys
import time

import pandas

EMAIL = re.compile(r"[\w.%+-]+@(?:[\w-]+\.)+[A-Za-z]{2,24}")
PHONE = re.compile(r"(?<![\w.,:/])\+?\(?\d[\d ().-]{5,}\d(?!\w)")
DIGITS = re.compile(r"\d{1,20}\Z")
BIGGEST = 10**12
COUNTERS = ["views", "likes", "comments", "shares", "saves", "posts", "followers"]
OBSERVED = pandas.Timestamp("2025-01-01", tz="UTC")

started, cpu = time.perf_counter(), time.process_time()
store = pathlib.Path(sys.argv[2])
store.mkdir(parents=True, exist_ok=True)


def count(value):
    if value is None:
        return None
    number = int(value)
    if not 0 <= number <= BIGGEST:
        raise ValueError(f"count {number}")
    return number


def clean(caption):
    if "@" in caption:
        caption = EMAIL.sub("[e-mail]", caption)
    return PHONE.sub("[phone]", caption) if sum(map(str.isdigit, caption)) >= 7 else caption


now = time.time()
readings, videos, names, bad = [], [], {}, []
digest = hashlib.sha256()
with open(sys.argv[1], "rb") as file:
    for number, line in enumerate(file, 1):
        digest.update(line)
        try:
            item = json.loads(line)
            author, music = item.get("authorMeta") or {}, item.get("musicMeta") or {}
            if author.get("privateAccount"):
                bad.append((number, "private", ""))
                continue
            video, caption = item["id"], clean(item.get("text") or "")
            if not DIGITS.match(video):
                raise ValueError(f"id {video}")
            created = int(item["createTime"])
            if not 1_388_534_400 <= created <= now + 86_400:
                raise ValueError(f"time {created}")
            creator, sound = (author.get("name") or "").lower() or None, music.get("musicId")
            counters = [count(item.get(key)) for key in ("playCount", "diggCount", "commentCount", "shareCount", "collectCount")]
            of_author = [count(author.get(key)) for key in ("heart", "video", "fans")]
        except (ValueError, KeyError, TypeError, AttributeError) as problem:
            bad.append((number, repr(problem), line[:300].decode("utf-8", "replace")))
            continue
        readings.append(("video", video, *counters, None, None))
        if creator:
            readings.append(("creator", creator, None, of_author[0], None, None, None, of_author[1], of_author[2]))
        tags = " ".join(dict.fromkeys(tag["name"].lower() for tag in item.get("hashtags") or []))
        videos.append((video, creator, sound, tags, created, (item.get("videoMeta") or {}).get("duration"), caption))
        names.setdefault(("video", video), " ".join(caption.split())[:120])
        if sound and music.get("musicName"):
            names.setdefault(("sound", sound), music["musicName"])


def new(rows, name, keys):
    """The rows that are not stored yet, each once; stored behind the others."""
    rows = rows.drop_duplicates()
    earlier = sorted(store.glob(f"{name}-*.parquet"))
    if earlier:
        known = pandas.concat(pandas.read_parquet(each) for each in earlier)
        rows = rows.merge(known.drop_duplicates(), how="left", on=list(rows.columns), indicator=True)
        rows = rows[rows["_merge"] == "left_only"].drop(columns="_merge")
    if len(rows):
        rows.sort_values(keys).to_parquet(store / f"{name}-{len(earlier)}.parquet", compression="zstd", index=False)
    return rows


frame = pandas.DataFrame(readings, columns=["kind", "entity_id", *COUNTERS])
frame[COUNTERS] = frame[COUNTERS].astype("Int64")
frame["observed_at"] = OBSERVED
frame["source"] = "apify"
content = pandas.DataFrame(videos, columns=["video_id", "creator", "sound", "hashtags", "created_at", "duration", "caption"])
content["created_at"] = pandas.to_datetime(content["created_at"], unit="s", utc=True)
content["source"] = "apify"
stored = new(frame, "readings", ["kind", "entity_id", "observed_at"])
described = new(content, "videos", ["video_id"])

touched = stored.groupby(["kind", "entity_id"], as_index=False).agg(first_observed_at=("observed_at", "min"), last_observed_at=("observed_at", "max"))
labels = pandas.DataFrame([(kind, entity, name) for (kind, entity), name in names.items()], columns=["kind", "entity_id", "name"])
touched = touched.merge(labels, how="outer", on=["kind", "entity_id"])
table = store / "entities.parquet"
if table.exists():
    touched = pandas.concat([pandas.read_parquet(table), touched]).groupby(["kind", "entity_id"], as_index=False).agg(
        first_observed_at=("first_observed_at", "min"), last_observed_at=("last_observed_at", "max"), name=("name", "first"))
touched.to_parquet(table, compression="zstd", index=False)
pandas.DataFrame(bad, columns=["row", "reason", "excerpt"]).to_parquet(store / "quarantine.parquet", compression="zstd", index=False)
(store / "report.json").write_text(json.dumps({"sha256": digest.hexdigest(), "rows": len(videos) + len(bad), "quarantined": len(bad),
                                               "entities": frame.groupby("kind")["entity_id"].nunique().to_dict()}))
print(f"pandas importer  {time.perf_counter() - started:.1f} s, processor {time.process_time() - cpu:.1f} s, "
      f"{len(stored)} new readings, {len(described)} new descriptions, {len(bad)} put aside")
