"""Windows and metrics of videos in pandas, vectorised: windows.py READINGS.parquet VIDEOS [SAMPLE.csv SHARE].

Reads all readings or, with VIDEOS above 0, those of the first videos only; works through them 5,000 videos at a time so
that it fits in memory; prints readings, rows, seconds, seconds of
processor and one sum a metric. With SAMPLE.csv it writes down every row of one video in
SHARE. It computes what windows.sql does, likes gained, volume and the half-life of engagement."""
import sys
import time
import numpy as np
import pandas as pd

HALF_DAY, DAY, WEEK = 43_200, 86_400, 604_800
WINDOWS = {"15m": (900, 900), "1h": (3_600, 3_600), "24h": (86_400, 3_600)}
COUNTERS = ["views", "likes", "comments", "shares"]


def curves(readings):
    births = readings.drop_duplicates("id")[["id", "born"]].assign(t=lambda d: d["born"], i=0, **{c: 0 for c in COUNTERS})
    readings = readings.assign(t=readings["read_at"], i=readings.groupby("id", sort=False).cumcount() + 1)
    r = pd.concat([births, readings[births.columns]]).sort_values(["id", "i"], kind="stable", ignore_index=True)
    r["code"] = (r["i"] == 0).cumsum() - 1
    g = r.groupby("code", sort=False)
    r["gap"] = g["t"].diff()
    minutes = np.maximum(60, (r["gap"] + 30) // 60 * 60)
    r["minutes"] = minutes.where(r["i"] >= 2)
    recent = g["minutes"].rolling(15, min_periods=1)
    usual = recent.quantile(0.5, interpolation="lower").to_numpy()
    few = np.minimum(recent.max().to_numpy(), DAY)
    i = r["i"].to_numpy()
    r["cadence"] = np.select([i == 0, i == 1, i <= 3], [DAY, np.minimum(DAY, minutes), few], usual)
    limit = np.where(i == 1, 172_800, np.minimum(172_800, np.maximum(21_600, 2 * r["cadence"])))
    r["bridge"] = (r["gap"] <= limit) & (i > 0)
    for c in COUNTERS:
        r["g_" + c] = g[c].diff().clip(lower=0).fillna(0).astype("int64").groupby(r["code"], sort=False).cumsum()
    r["backed"] = r["gap"].where(r["bridge"], 0).astype("int64").groupby(r["code"], sort=False).cumsum()
    return r


def lagged(index, first, k):
    """The position k rows before each row, and whether it is of the same video."""
    at = np.arange(len(index)) - k
    return np.maximum(at, 0), at >= first


def windows(r, length, step):
    t, code, n = r["t"].to_numpy(), r["code"].to_numpy(), len(r)
    after = np.append(t[1:], 0)
    last_of_video = np.append(code[1:] != code[:-1], True)
    until = np.where(last_of_video, t + HALF_DAY + 1, after)
    served = pd.Series(np.where(r["cadence"] <= length, np.minimum(until, t + HALF_DAY), -1))
    until = np.minimum(until, served.groupby(code).transform("max").to_numpy() + 1)
    first = -(-t // step) * step
    count = np.maximum(0, -(-(until - first) // step))
    at = np.repeat(np.arange(n), count)
    e = first[at] + (np.arange(count.sum()) - np.repeat(count.cumsum() - count, count)) * step
    video = code[at]
    starts = np.flatnonzero(np.append(True, video[1:] != video[:-1]))
    begins = np.repeat(starts, np.diff(np.append(starts, len(video))))
    column = {c: r[c].to_numpy() for c in ["i", "views", "cadence", "backed", "bridge", "born"] + ["g_" + c for c in COUNTERS]}
    has_row = (column["i"][at] >= 1) & (e - t[at] <= HALF_DAY) & (column["cadence"][at] <= length)

    def start(seconds):
        k, known = lagged(e, begins, seconds // step)
        s = at[k]
        nxt = np.minimum(s + 1, n - 1)
        inside = known & (t[s] != e[k]) & (s < at)
        return known, s, nxt, e[k], known & (t[s] == e[k]), inside & column["bridge"][nxt], inside & ~column["bridge"][nxt]

    def between(values, place):
        known, s, nxt, x, on, bridge, _ = place
        span = np.where(bridge, t[nxt] - t[s], 1)
        rise = (values[nxt] - values[s]) * (x - t[s])
        return values[s] + np.where(bridge, np.sign(rise) * (np.abs(rise) // span), 0)

    def gained(values, place):
        known, s, nxt, x, on, bridge, gap = place
        now = values[at]
        return np.select([~known, on, bridge, gap], [now, now - values[s], now - between(values, place), now - values[nxt]], 0)

    def half_backed(place, seconds):
        known, s, nxt, x, on, bridge, gap = place
        now = column["backed"][at]
        before = column["backed"][s]
        backed = np.select([~known, on | gap, bridge], [now + column["born"][at] - (e - seconds), now - before,
                                                        now - before - (x - t[s])], 0)
        return 2 * backed >= seconds

    place = start(length)
    covered = has_row & half_backed(place, length)
    gains = {c: np.where(covered, gained(column["g_" + c], place), np.nan) for c in COUNTERS}
    v = gains["views"]
    out = pd.DataFrame({"video": video, "window_end": e, "views": column["views"][at], "volume": v, "views_gained": v,
                        "likes_gained": gains["likes"], "view_velocity": v / (length / 60)})
    per_view = np.where(v > 0, v, np.nan)
    for c, name in [("likes", "like_rate"), ("comments", "comment_rate"), ("shares", "share_rate")]:
        out[name] = gains[c] / per_view
    out["engagement_rate"] = (gains["likes"] + gains["comments"] + gains["shares"]) / per_view
    out["engagement_efficiency"] = (out["engagement_rate"] / 0.2).clip(upper=1)
    k, known = lagged(e, begins, length // step)
    before = np.where(known, v[k], np.nan)
    velocity = (v - before) / np.where(before > 0, before, np.nan)
    earlier = np.where(known, velocity[k], np.nan)
    acceleration = (velocity - earlier) / np.where(np.abs(earlier) >= 1e-6, np.abs(earlier), np.nan)
    out["velocity"] = out["view_growth"] = velocity
    out["acceleration"] = acceleration
    day = place if length == DAY else start(DAY)
    level = np.where(day[5], between(column["views"], day), column["views"][day[1]])
    level = np.where(day[0] & (day[5] | (day[3] - t[day[1]] <= HALF_DAY)) & (level > 0) & covered, level, np.nan)
    out["log_view_growth_24h"] = np.log(np.where(out["views"] > 0, out["views"], np.nan) / level)
    out["momentum"] = momentum(velocity, acceleration, out["engagement_efficiency"].to_numpy())
    rate = out["engagement_rate"].to_numpy()
    out["half_life_hours"], out["half_life_at_least_hours"] = half_life(np.maximum(rate, 0.5 / per_view), video, begins, step)
    out["persistence"] = persistence(pd.Series(v), video, begins, WEEK // step)
    if length == DAY:
        hour = start(3_600)
        fit = covered & (column["cadence"][at] <= 3_600) & half_backed(hour, 3_600)
        out["time_concentration"] = concentration(np.where(fit, gained(column["g_views"], hour), np.nan), begins, covered)
    return out[has_row]


def momentum(velocity, acceleration, efficiency):
    terms = np.stack([np.clip(velocity / 5, 0, 1), np.clip((acceleration + 1) / 2, 0, 1), efficiency])
    weights = np.array([0.4, 0.3, 0.2])[:, None] * ~np.isnan(terms)
    total = weights.sum(axis=0)
    return np.nansum(terms * weights, axis=0) / np.where(total > 0, total, np.nan)


def half_life(rate, video, begins, step):
    """By the line through the logarithms of the rates since their peak in the trailing week, of equal ones the earliest."""
    none = np.full(len(rate), np.nan)
    if step < 3_600 or len(rate) == 0:
        return none, none
    log, position = np.log(rate), np.arange(len(rate))
    known = ~np.isnan(log)
    order = np.unique(log, return_inverse=True)[1].astype("float64")
    key = pd.Series(np.where(known, order * 2**22 + (2**22 - 1 - position), np.nan))
    best = key.groupby(video, sort=False).rolling(WEEK // step, min_periods=1).max().to_numpy()
    peak = np.where(known, 2**22 - 1 - np.nan_to_num(best) % 2**22, position).astype("int64")
    local = position - begins
    since = local[peak]
    sums = pd.DataFrame({"n": known.astype("int64"), "t": known * local, "tt": known * local**2,
                         "y": np.where(known, log, 0), "ty": np.where(known, log * local, 0)})
    sums = sums.groupby(video, sort=False).cumsum()
    s = {name: values - values[peak] for name, values in ((c, sums[c].to_numpy()) for c in sums.columns)}
    n, height = s["n"], log[peak]
    t, y = s["t"] - n * since, s["y"] - n * height
    tt = s["tt"] - 2 * since * s["t"] + n * since**2
    ty = s["ty"] - since * s["y"] - height * t
    fit = known & (n >= 4)
    slope = np.where(fit, n * ty - t * y, np.nan) / np.where(fit, n * tt - t * t, 1)
    elapsed = position - peak
    halved = fit & (-slope * elapsed >= np.log(2))
    waiting = fit & ~halved & (log > height - np.log(2))
    hours = step / 3_600
    return np.where(halved, np.log(2) / np.where(halved, -slope, 1) * hours, np.nan), np.where(waiting, elapsed * hours, np.nan)


def persistence(v, video, begins, week):
    rolling = v.groupby(video, sort=False).rolling(week, min_periods=1)
    usual, held = rolling.median().to_numpy(), rolling.count().to_numpy()
    values = v.to_numpy()
    measured, above = np.zeros(len(v)), np.zeros(len(v))
    for back in range(24):
        k, known = lagged(v, begins, back)
        measured += known & ~np.isnan(values[k])
        above += known & (values[k] > usual)
    fit = ~np.isnan(values) & (held >= 24) & (measured >= 12)
    return np.where(fit, above / np.maximum(measured, 1), np.nan)


def concentration(hours, begins, covered):
    matrix = np.empty((len(hours), 24))
    for back in range(24):
        k, known = lagged(hours, begins, back)
        matrix[:, back] = np.where(known, hours[k], np.nan)
    size = 24 - np.isnan(matrix).sum(axis=1)
    matrix.sort(axis=1)
    total = np.nansum(matrix, axis=1)
    weights = 2.0 * np.arange(1, 25) - size[:, None] - 1
    fit = covered & (size >= 12) & (total > 0)
    return np.where(fit, np.nansum(weights * matrix, axis=1) / np.where(fit, size * total, 1), np.nan)


def main(path, videos, sample=None, share=None):
    columns = ["id", "born", "read_at"] + COUNTERS
    started = time.perf_counter()
    readings = pd.read_parquet(path, columns=columns)
    codes = pd.factorize(readings["id"])[0]
    total = codes[-1] + 1 if int(videos) == 0 else min(int(videos), codes[-1] + 1)
    edges = np.searchsorted(codes, np.append(np.arange(0, total, 5_000), total))
    rows, sums, kept = {w: 0 for w in WINDOWS}, {w: None for w in WINDOWS}, []
    for a, b in zip(edges[:-1], edges[1:]):
        part = curves(readings.iloc[a:b])
        for name, (length, step) in WINDOWS.items():
            out = windows(part, length, step)
            rows[name] += len(out)
            here = out.drop(columns=["video", "window_end"]).sum()
            sums[name] = here if sums[name] is None else sums[name] + here
            if sample:
                ids = part.drop_duplicates("code")["id"].to_numpy()[out["video"]]
                chosen = pd.Series(ids).str[-6:].astype("int64").to_numpy() % int(share) == 0
                kept.append(out[chosen].assign(id=ids[chosen], window=name))
    seconds = time.perf_counter() - started
    print(int(edges[-1]), sum(rows.values()), round(seconds, 3), round(time.process_time(), 3))
    for name in WINDOWS:
        print(name, rows[name], *sums[name].tolist())
    if sample:
        pd.concat(kept).to_csv(sample, index=False)


main(*sys.argv[1:])
