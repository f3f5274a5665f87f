#!/usr/bin/env python3
"""Makes videos of #bali as three files: what was posted, how it was engaged with, and what eight analysers of the first generation wrote.

What an analyser writes is taken from the dictionary of creative features, so that every place that is read is told. A question in the caption, calls
to follow and many texts on screen raise engagement, each by 1.5 standard deviations of the rest.

Arguments: FOLDER [videos] [seed].
"""
import json
import math
import pathlib
import random
import sys

DICTIONARY = pathlib.Path(__file__).parent / '../engine/src/main/resources/dev/upswell/creative/features.tsv'
FIRST = 7_320_000_000_000_000_000
# Shortest and longest seconds of each length, and its share of the videos.
LENGTHS = ((6, 15, .36), (16, 30, .32), (31, 60, .24), (61, 90, .06), (91, 118, .02))
LISTS = {'curve', 'share', 'matching', 'holds', 'portion', 'total', 'highest', 'average', 'mean', 'max', 'min', 'first-at', 'first-second'}


def places():
    """For each analyser what its payload tells: path to the verbs that read it, each with its words and the row of the dictionary."""
    told = {}
    lines = DICTIONARY.read_text(encoding='utf-8').splitlines()
    header = lines[0].split('\t')
    for line in lines[1:]:
        row = dict(zip(header, line.split('\t')))
        for place in filter(None, row['first generation'].split(' or ')):
            words = place.split(' unless ')[0].split(' given ')[0].split(' ')
            told.setdefault(row['analyser'], {}).setdefault(words[0], []).append((words[1], words[2:], row))
            for other in (word for word in words[2:] if words[1] in ('plus', 'over')):
                told[row['analyser']].setdefault(other, []).append(('number', [], row))
    return told


def number(row, dice):
    low = float(row['lowest'] or 0)
    high = float(row['highest']) if row['highest'] else low + 20
    whole = row['type'] == 'count' or 'seconds' not in row['unit'] and high - low >= 20
    value = low + (high - low) * dice.betavariate(2, 4)
    return round(value) if whole else round(value, 3)


def entries(reads, length, dice):
    """A list such as a curve with one entry a second, or some moments."""
    curve = any(verb in ('curve', 'share') for verb, _, _ in reads)
    level = dice.uniform(.5, 3)
    made = []
    for at in range(math.ceil(length)) if curve else sorted(dice.sample(range(math.ceil(length)), dice.randint(0, 5))):
        entry = {}
        for verb, words, row in reads:
            if verb == 'curve':
                entry[words[0]] = at if words[0] == 'second' else f'{at}-{at + 1}s'
                if words[1] not in entry:
                    share = row['highest'] and float(row['highest']) <= 1
                    entry[words[1]] = round(dice.random() if share else max(0, dice.gauss(level, 1)), 2)
            elif verb in ('share', 'matching'):
                field = words[-2]
                if field not in entry or dice.random() < .3:
                    entry[field] = dice.choice(words[-1].split('|'))
            elif verb in ('total', 'highest', 'average'):
                entry[words[0]] = round(dice.uniform(0, 1 if 'Score' in words[0] or words[0] == 'magnitude' else 8), 2)
            elif verb in ('first-second', 'first-at', 'count', 'any', 'changes'):
                entry.setdefault('timestamp', f'{at}s')
        if any(verb in ('holds', 'portion') for verb, _, _ in reads):
            made.append(dice.choice([word for _, words, _ in reads if words for word in words[0].split('|')] + ['neutral']))
        elif any(verb in ('mean', 'max', 'min') for verb, _, _ in reads):
            made.append(round(dice.uniform(0, 12), 1))
        else:
            made.append(entry)
    return made


def value(path, reads, length, dice):
    verbs = {verb for verb, _, _ in reads}
    if verbs & LISTS or verbs <= {'count', 'any', 'changes'}:
        return entries(reads, length, dice)
    if 'pair' in verbs:
        return {'_'.join(words): dice.randint(1, 12) for _, words, _ in reads if dice.random() < .6}
    if 'is' in verbs:
        return dice.choice([words[0].split('|')[0] for _, words, _ in reads])
    if 'at' in verbs:
        return {'timestamp': f'{dice.randrange(math.ceil(length))}s'}
    if 'flag' in verbs:
        return dice.random() < .4
    return number(reads[0][2], dice)


def payload(told, length, dice):
    tree = {}
    for path, reads in told.items():
        *blocks, name = path.split('.')
        here = tree
        for block in blocks:
            here = here.setdefault(block, {})
        if name not in here:
            here[name] = value(path, reads, length, dice)
    for block in tree.values():
        if isinstance(block, dict) and blocks:
            block.setdefault('confidence', .85)
    return tree


def main(folder, videos=250, seed=7):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    told = places()
    with open(folder / 'videos.jsonl', 'w', encoding='utf-8') as posted, open(folder / 'readings.csv', 'w', encoding='utf-8') as readings, \
            open(folder / 'analyses.jsonl', 'w', encoding='utf-8') as analyses:
        readings.write('kind,id,source,observed_at,views,likes,comments,shares\n')
        ends = [sum(share for _, _, share in LENGTHS[:i + 1]) for i in range(len(LENGTHS))]
        for i in range(videos):
            dice = random.Random(f'{seed}/{i}')
            low, high, _ = LENGTHS[next(at for at, end in enumerate(ends) if (i + .5) / videos <= end + 1e-9)]
            length = dice.randint(low, high)
            video = str(FIRST + i)
            written = {analyser: payload(paths, length, dice) for analyser, paths in told.items()}
            asks, follows, texts = (dice.random() < .4 for _ in range(3))
            written['metadata_analysis']['KeyEvents']['callToActions'] = [{'type': 'follow', 'timestamp': '2s'}] if follows else []
            written['visual_overlay_analysis']['CoreMetrics']['totalTextOverlays'] = dice.randint(9, 14) if texts else dice.randint(0, 6)
            written['metadata_analysis']['Patterns']['linguisticMarkers']['questionCount'] = int(asks)
            rate = min(.6, math.exp(math.log(.04) + .35 * (1.5 * (asks + follows + texts) + max(-2, min(2, dice.gauss(0, 1))))))
            views = dice.randint(20_000, 900_000)
            words = ' '.join(dice.choices('sunrise beach food coffee hidden walk market island'.split(), k=dice.randint(3, 9)))
            posted.write(json.dumps({'id': video, 'createdAt': f'2025-0{dice.randint(5, 8)}-{dice.randint(1, 28):02}T{dice.randrange(24):02}:00:00Z',
                                     'creator': f'bali{i % 180}', 'hashtags': ['bali'], 'durationSeconds': length,
                                     'caption': f'{words}{"?" if asks else "."} #bali'}) + '\n')
            readings.write(f'video,{video},apify,2025-09-10T10:00:00Z,{views},{round(rate * views * .93)},{round(rate * views * .04)},{round(rate * views * .03)}\n')
            analyses.write(json.dumps({'video_id': video} | written) + '\n')


if __name__ == '__main__':
    main(sys.argv[1], *map(int, sys.argv[2:]))
