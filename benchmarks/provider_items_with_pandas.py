"""The least a script could do with provider items: read JSON lines, take videos, creators and descriptions out, drop repeats, write Parquet.

Usage: provider_items_with_pandas.py ITEMS.jsonl OUTPUT_PREFIX; needs pandas and pyarrow. Prints seconds by the clock and of the processor.
"""
import json
import sys
import time

import pandas

started, cpu = time.perf_counter(), time.process_time()
readings, videos = [], []
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        item = json.loads(line)
        author = item["authorMeta"]
        readings.append(("video", item["id"], item["playCount"], item["diggCount"], item["commentCount"], item["shareCount"], item["collectCount"], None, None))
        readings.append(("creator", author["name"].lower(), None, author["heart"], None, None, None, author["video"], author["fans"]))
        videos.append((item["id"], author["name"].lower(), item["musicMeta"]["musicId"], " ".join(tag["name"].lower() for tag in item["hashtags"]),
                       item["createTime"], item["videoMeta"]["duration"], item["text"]))
frame = pandas.DataFrame(readings, columns=["kind", "entity_id", "views", "likes", "comments", "shares", "saves", "posts", "followers"])
frame = frame.drop_duplicates().sort_values(["kind", "entity_id"])
content = pandas.DataFrame(videos, columns=["video_id", "creator", "sound", "hashtags", "created_at", "duration", "caption"]).drop_duplicates()
frame.to_parquet(sys.argv[2] + ".readings.parquet")
content.sort_values("video_id").to_parquet(sys.argv[2] + ".videos.parquet")
print(f"pandas  {time.perf_counter() - started:.1f} s, processor {time.process_time() - cpu:.1f} s, {len(frame)} readings, {len(content)} videos")
