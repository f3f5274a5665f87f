"""What most people write first to make tables of provider items: parse each line, let pandas flatten the items, choose columns, drop repeats, write Parquet.

Usage: provider_items_normalized.py ITEMS.jsonl OUTPUT_PREFIX; needs pandas and pyarrow. Prints seconds by the clock and of the processor.
"""
import json
import sys
import time

import pandas

VIDEO = {"id": "entity_id", "playCount": "views", "diggCount": "likes", "commentCount": "comments", "shareCount": "shares", "collectCount": "saves"}
CREATOR = {"authorMeta.name": "entity_id", "authorMeta.heart": "likes", "authorMeta.video": "posts", "authorMeta.fans": "followers"}
CONTENT = {"id": "video_id", "authorMeta.name": "creator", "musicMeta.musicId": "sound", "hashtags": "hashtags", "createTime": "created_at",
           "videoMeta.duration": "duration", "text": "caption"}

started, cpu = time.perf_counter(), time.process_time()
with open(sys.argv[1], encoding="utf-8") as file:
    items = pandas.json_normalize([json.loads(line) for line in file])
items["authorMeta.name"] = items["authorMeta.name"].str.lower()
items["hashtags"] = items["hashtags"].map(lambda tags: " ".join(tag["name"].lower() for tag in tags))
readings = pandas.concat([items[list(VIDEO)].rename(columns=VIDEO).assign(kind="video"), items[list(CREATOR)].rename(columns=CREATOR).assign(kind="creator")])
readings = readings.drop_duplicates().sort_values(["kind", "entity_id"])
content = items[list(CONTENT)].rename(columns=CONTENT).drop_duplicates().sort_values("video_id")
readings.to_parquet(sys.argv[2] + ".readings.parquet", index=False)
content.to_parquet(sys.argv[2] + ".videos.parquet", index=False)
print(f"pandas json_normalize  {time.perf_counter() - started:.1f} s, processor {time.process_time() - cpu:.1f} s, "
      f"{len(readings)} readings, {len(content)} videos")
