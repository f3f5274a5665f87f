#!/usr/bin/env python3
"""Compares a simulated world's product files with real readings: tails, bursts, engagement, rhythm, growth by age, persistence.

Usage: realism.py DATA WORLD      DATA: folder with timeseries/ and videos/ of public readings; WORLD: folder that "upswell simulate" wrote.
Prints a Markdown table; names nobody. Only the standard library. About three minutes for a medium world.
"""
import csv, gzip, json, math, re, statistics, sys
from collections import defaultdict
from datetime import datetime, timezone

csv.field_size_limit(10**7)
DAY = 86400


def opened(path):
    return gzip.open(path, 'rt', encoding='utf-8', newline='')


def seconds(text):
    return datetime.fromisoformat(text.replace('Z', '+00:00').replace(' ', 'T')).replace(tzinfo=timezone.utc).timestamp()


def count(text):
    found = re.fullmatch(r'([0-9.]+)([KMB]?)', text.strip())
    return float(found[1]) * {'': 1, 'K': 1e3, 'M': 1e6, 'B': 1e9}[found[2]] if found and found[1] != '.' else None


def quantile(values, q):
    ordered = sorted(values)
    at = (len(ordered) - 1) * q
    low = int(at)
    return ordered[low] + (ordered[min(low + 1, len(ordered) - 1)] - ordered[low]) * (at - low)


def hill(values):
    """Hill's estimate of the Pareto exponent of the largest tenth (at least 20 values)."""
    ordered = sorted((v for v in values if v > 0), reverse=True)
    k = max(20, len(ordered) // 10)
    return k / sum(math.log(v / ordered[k]) for v in ordered[:k])


def spearman(pairs):
    def ranks(values):
        order, out, i = sorted(range(len(values)), key=values.__getitem__), [0.0] * len(values), 0
        while i < len(order):
            j = i
            while j < len(order) and values[order[j]] == values[order[i]]:
                j += 1
            for k in range(i, j):
                out[order[k]] = (i + j) / 2
            i = j
        return out
    return statistics.correlation(ranks([p[0] for p in pairs]), ranks([p[1] for p in pairs]))


def daily(readings):
    """Log growth of each full day of one counter, from levels at most 12 h old; None where there is no level."""
    readings.sort()
    first, last = math.ceil(readings[0][0] / DAY), int(readings[-1][0] // DAY)
    levels, i = [], 0
    for day in range(first, last + 1):
        while i + 1 < len(readings) and readings[i + 1][0] <= day * DAY:
            i += 1
        fresh = 0 <= day * DAY - readings[i][0] <= DAY / 2 and readings[i][1] >= 10_000
        levels.append(math.log(readings[i][1]) if fresh else None)
    return [b - a if a is not None and b is not None else None for a, b in zip(levels, levels[1:])]


class Hashtags:
    def __init__(self, series):
        growths = {tag: daily(r) for tag, r in series.items()}
        known = [g for days in growths.values() for g in days if g is not None]
        pairs = [(a, b) for days in growths.values() for a, b in zip(days, days[1:]) if a is not None and b is not None]
        self.values = {
            '24 h growth of hashtags, median': math.expm1(quantile(known, .5)),
            '24 h growth of hashtags, p95': math.expm1(quantile(known, .95)),
            '24 h growth of hashtags, p99': math.expm1(quantile(known, .99)),
            'persistence of daily growth, Spearman': spearman(pairs),
            'tail exponent of hashtag views (Hill)': hill([r[-1][1] for r in series.values()]),
        }
        rise, decay, share = [], [], []
        bar = quantile(known, .99)
        for days in growths.values():
            for i in range(3, len(days) - 3):
                week = days[i - 3:i + 4]
                if None not in week and week[3] > bar and week[3] == max(week):
                    rise.append(next((n for n in range(1, 4) if week[3 - n] < week[3] / 2), 4))
                    decay.append(next((n for n in range(1, 4) if week[3 + n] < week[3] / 2), 4))
                    share.append(week[3] / max(sum(week), 1e-12))
        self.values |= {
            'bursts: days from half the peak to the peak, mean': statistics.fmean(rise) if rise else None,
            'bursts: days from the peak to half of it, mean': statistics.fmean(decay) if decay else None,
            'bursts: share of seven days\u2019 growth in the peak day, median': quantile(share, .5) if share else None,
        }


def rhythm(times):
    """Of posting times by creator: concentration of each creator's hours (mean resultant length), and the weekend's share."""
    lengths = []
    for of in times.values():
        if len(of) >= 8:
            angles = [2 * math.pi * (t % DAY) / DAY for t in of]
            lengths.append(math.hypot(sum(map(math.cos, angles)), sum(map(math.sin, angles))) / len(of))
    every = [t for of in times.values() for t in of]
    weekend = sum(1 for t in every if datetime.fromtimestamp(t, timezone.utc).weekday() >= 5) / len(every)
    return {'posting hours of a creator, concentration (0 to 1)': quantile(lengths, .5) if lengths else None,
            'share of videos posted at weekends': weekend}


def rates(rows):
    out = {}
    for name, at in (('likes', 1), ('comments', 2), ('shares', 3), ('saves', 4)):
        values = [r[at] / r[0] for r in rows if r[0] >= 1000 and r[at] is not None]
        for q, label in ((.25, 'lower quartile'), (.5, 'median'), (.75, 'upper quartile')):
            out[f'{name} per view, {label}'] = quantile(values, q) if values else None
    return out


def ages(pairs):
    """Growth per 24 h of videos by their age at the first reading; pairs are 12 to 36 h apart."""
    out = {}
    for label, low, high in (('0\u20136 h', 0, 6), ('6\u201324 h', 6, 24), ('1\u20133 d', 24, 72), ('3\u20135 d', 72, 120)):
        grown = [math.exp(math.log(b / a) * 24 / apart) - 1 for age, apart, a, b in pairs if low <= age < high and a > 0 and b > 0]
        out[f'24 h growth of a video first seen at {label}, median'] = quantile(grown, .5) if len(grown) > 20 else None
    return out


def real(data):
    columns = {}
    for name, file, key, at in (('Discover 2021', 'discover_hashtags_hourly_2021', 'hashtag_id', 'observed_at'),
                                ('niche hashtags', 'hashtag_views_3h', 'hashtag', 'observed_at')):
        series = defaultdict(list)
        for row in csv.DictReader(opened(f'{data}/timeseries/{file}.csv.gz')):
            views = count(row['views'])
            if views:
                series[row[key]].append((seconds(row[at]), views))
        columns[name] = Hashtags(series).values
    creators, videos, times = {}, defaultdict(list), defaultdict(list)
    for row in csv.DictReader(opened(f'{data}/timeseries/creative_center_creator_videos_2025.csv.gz')):
        creators[row['user_id']] = count(row['follower_count']) or 0
        crawled = seconds(f"{row['crawl_date']} {row['crawl_time']}") - 8 * 3600 if '-' in row['crawl_date'] else None
        video = int(row['video_item_id'])
        if crawled and video not in videos:
            times[row['user_id']].append(video >> 32)
        if crawled:
            videos[video].append((crawled, count(row['video_play_count']) or 0))
    pairs = []
    for video, read in videos.items():
        read.sort()
        pairs += [((a[0] - (video >> 32)) / 3600, (b[0] - a[0]) / 3600, a[1], b[1]) for a, b in zip(read, read[1:])
                  if 12 <= (b[0] - a[0]) / 3600 <= 36]
    columns['Creative Center 2025'] = {'tail exponent of followers (Hill)': hill(creators.values()),
                                       'tail exponent of video views (Hill)': hill([r[-1][1] for r in videos.values()])} | rhythm(times) | ages(pairs)
    rows, posted, followers = [], defaultdict(list), {}
    for row in csv.DictReader(opened(f'{data}/videos/vn_creators_videos_32k.csv.gz')):
        numbers = [count(row[c]) for c in ('stats.playCount', 'stats.diggCount', 'stats.commentCount', 'stats.shareCount')]
        if None not in numbers:
            rows.append(numbers + [None])
            posted[row['author.uniqueId']].append(float(row['createTime']))
    saves = []
    for row in csv.DictReader(opened(f'{data}/timeseries/vn_feed_videos_two_obs_2025.csv.gz')):
        numbers = [count(row[c]) for c in ('vid_nview', 'vid_nlike', 'vid_ncomment', 'vid_nshare', 'vid_nsave')]
        followers[row['user_name']] = count(row['user_nfollower']) or 0
        if None not in numbers:
            saves.append(numbers)
    columns['creators\u2019 histories (VN)'] = rates(rows) | rhythm(posted) | {'tail exponent of video views (Hill)': hill([r[0] for r in rows])}
    columns['feed (VN)'] = rates(saves) | {'tail exponent of followers (Hill)': hill(followers.values()),
                                           'tail exponent of video views (Hill)': hill([r[0] for r in saves])}
    return columns


def simulated(world):
    series, followers, last, seen, times = defaultdict(list), {}, {}, defaultdict(list), defaultdict(list)
    created = {}
    with opened(f'{world}/videos.jsonl.gz') as lines:
        for line in lines:
            try:
                video = json.loads(line)
                created[video['id']] = seconds(video['createdAt'])
                times[video['creator']].append(created[video['id']])
            except (ValueError, KeyError):
                continue
    with opened(f'{world}/observations.csv.gz') as lines:
        for line in lines:
            kind = line[:3]
            f = line.split(',') if kind == 'vid' or kind == 'cre' and '"' not in line else line.split(',') if kind == 'has' and ':00:' in line[:100] else None
            if not f or len(f) != 12 or not f[4].startswith('2025-'):
                continue
            if kind == 'has' and f[4][14:16] == '00' and int(f[4][11:13]) % 3 == 0 and count(f[5]):
                series[f[1]].append((seconds(f[4]), count(f[5])))
            elif kind == 'vid' and f[1] in created and count(f[5]):
                last[f[1]] = [count(x) or 0 for x in f[5:10]]
                at = seconds(f[4])
                if not seen[f[1]] or at - seen[f[1]][-1][0] >= 12 * 3600 or at - created[f[1]] < 21600 and len(seen[f[1]]) == 0:
                    seen[f[1]].append((at, count(f[5])))
            elif kind == 'cre' and f[11].strip():
                followers[f[1]] = count(f[11]) or followers.get(f[1], 0)
    pairs = []
    for video, read in seen.items():
        read.sort()
        for i, a in enumerate(read):
            b = next((r for r in read[i + 1:] if r[0] - a[0] >= 20 * 3600), None)
            if b and b[0] - a[0] <= 36 * 3600:
                pairs.append(((a[0] - created[video]) / 3600, (b[0] - a[0]) / 3600, a[1], b[1]))
    return Hashtags(series).values | rates(list(last.values())) | rhythm(times) | ages(pairs) | {
        'tail exponent of followers (Hill)': hill(followers.values()), 'tail exponent of video views (Hill)': hill([r[0] for r in last.values()])}


def shown(value):
    return '\u2013' if value is None else f'{value:.2g}' if abs(value) < .01 else f'{value:.3g}'


def verdict(mine, theirs):
    """Near: within the range of the real sources, widened by a fifth on either side; otherwise off, by the ratio to the nearest end."""
    low, high = min(theirs), max(theirs)
    if low * .8 <= mine <= high * 1.2:
        return 'near'
    edge = high if mine > high else low
    return f'off: {mine / edge:.2g} times the nearest' if edge else 'off'


def main():
    columns, mine = real(sys.argv[1]), simulated(sys.argv[2])
    print('| | simulated | ' + ' | '.join(columns) + ' | verdict |\n|---|---' + '|---' * (len(columns) + 1) + '|')
    for line, value in mine.items():
        theirs = [of.get(line) for of in columns.values()]
        known = [v for v in theirs if v is not None]
        if value is not None and known:
            print(f'| {line} | {shown(value)} | ' + ' | '.join(map(shown, theirs)) + f' | {verdict(value, known)} |')


if __name__ == '__main__':
    main()
