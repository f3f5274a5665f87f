"""Makes provider items for import benchmarks: items of the Apify TikTok actors, one JSON a line, with ids, counters and captions.

Usage: provider_items.py ITEMS OUT.jsonl
"""
import json
import random
import sys

items, out = int(sys.argv[1]), sys.argv[2]
random.seed(1)
words = "sun coffee dance recipe trick morning city cat guitar match book travel skin garden shoe night".split()
with open(out, "w", encoding="utf-8") as file:
    for i in range(items):
        creator = random.randrange(items // 20 + 1)
        plays = int(10 ** random.uniform(2, 7))
        tags = random.sample(words, 3)
        item = {
            "id": str(7_400_000_000_000_000_000 + i * 4_294_967), "text": " ".join(random.choices(words, k=8)) + " " + " ".join("#" + t for t in tags),
            "textLanguage": "en", "createTime": 1_722_900_000 + i, "createTimeISO": "2024-08-06T00:00:00.000Z", "isAd": False,
            "authorMeta": {"id": str(6_800_000_000_000_000_000 + creator), "name": f"maker{creator}", "nickName": f"Maker {creator}", "verified": False,
                           "signature": "made up", "privateAccount": False, "fans": creator * 7 + 11, "heart": creator * 90 + 5, "video": creator % 400 + 1},
            "musicMeta": {"musicName": "original sound", "musicAuthor": "somebody", "musicOriginal": True, "musicId": str(7_100_000_000_000_000_000 + creator % 5000)},
            "webVideoUrl": f"https://www.tiktok.com/@maker{creator}/video/{7_400_000_000_000_000_000 + i * 4_294_967}",
            "videoMeta": {"height": 1024, "width": 576, "duration": 5 + i % 90, "definition": "540p", "format": "mp4"},
            "diggCount": plays // 12, "shareCount": plays // 500, "playCount": plays, "collectCount": plays // 400, "commentCount": plays // 300,
            "mentions": [], "hashtags": [{"id": str(1000 + words.index(t)), "name": t, "title": ""} for t in tags], "isSlideshow": False, "isPinned": False,
        }
        file.write(json.dumps(item) + "\n")
