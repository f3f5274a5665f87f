"""What the quickest engine at hand does with provider items when nothing is checked: DuckDB reads JSON lines with given columns, drops repeats, sorts, writes Parquet.

Usage: provider_items_duckdb.py ITEMS.jsonl OUTPUT_PREFIX [threads]; needs duckdb. Prints seconds by the clock and of the processor: a bound that no import in this house can pass.
"""
import sys
import time

import duckdb

COLUMNS = {
    "id": "VARCHAR", "text": "VARCHAR", "createTime": "BIGINT", "diggCount": "BIGINT", "shareCount": "BIGINT", "playCount": "BIGINT", "collectCount": "BIGINT",
    "commentCount": "BIGINT", "authorMeta": "STRUCT(name VARCHAR, fans BIGINT, heart BIGINT, video BIGINT)", "musicMeta": "STRUCT(musicId VARCHAR)",
    "videoMeta": "STRUCT(duration BIGINT)", "hashtags": "STRUCT(name VARCHAR)[]"}
READINGS = """
    SELECT 'video' AS kind, id AS entity_id, playCount AS views, diggCount AS likes, commentCount AS comments, shareCount AS shares, collectCount AS saves,
           CAST(NULL AS BIGINT) AS posts, CAST(NULL AS BIGINT) AS followers FROM item
    UNION ALL
    SELECT 'creator', lower(authorMeta.name), NULL, authorMeta.heart, NULL, NULL, NULL, authorMeta.video, authorMeta.fans FROM item"""
VIDEOS = """
    SELECT id AS video_id, lower(authorMeta.name) AS creator, musicMeta.musicId AS sound, array_to_string(list_transform(hashtags, LAMBDA tag: lower(tag.name)), ' ') AS hashtags,
           createTime AS created_at, videoMeta.duration AS duration, text AS caption FROM item"""

started, cpu = time.perf_counter(), time.process_time()
db = duckdb.connect()
db.execute(f"SET threads = {int(sys.argv[3]) if len(sys.argv) > 3 else 2}")
db.execute("CREATE TEMP TABLE item AS SELECT * FROM read_json(?, format = 'newline_delimited', columns = " + str(COLUMNS) + ")", [sys.argv[1]])
reading = time.process_time() - cpu
for query, order, name in ((READINGS, "kind, entity_id", "readings"), (VIDEOS, "video_id", "videos")):
    db.execute(f"COPY (SELECT DISTINCT * FROM ({query}) ORDER BY {order}) TO '{sys.argv[2]}.{name}.parquet' (FORMAT parquet)")
print(f"duckdb  {time.perf_counter() - started:.1f} s, processor {time.process_time() - cpu:.1f} s, {reading:.1f} s of it reading JSON")
