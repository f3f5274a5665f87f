package dev.upswell.forecast.reach;

import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Videos whose later views were dealt out anew among them; their first hours stay.
final class Shuffled {

    private Shuffled() {
    }

    static List<ReachArchive.Watched> of(List<ReachArchive.Watched> videos, long seed) {
        List<CounterSeries> dealt = new ArrayList<>();
        videos.forEach(one -> dealt.add(views(one)));
        Collections.shuffle(dealt, new Random(seed));
        List<ReachArchive.Watched> all = new ArrayList<>();
        for (int i = 0; i < videos.size(); i++) {
            CounterSeries own = views(videos.get(i));
            CounterSeries other = dealt.get(i);
            all.add(Feed.watched(videos.get(i).video(), 10, own.valueAt(0), 50, own.valueAt(1), 300, own.valueAt(2),
                    24 * 60, other.valueAt(3), 48 * 60, other.valueAt(4)));
        }
        return all;
    }

    private static CounterSeries views(ReachArchive.Watched watched) {
        if (watched.series() == null) {
            throw new IllegalArgumentException("video (" + watched.video().id() + ") must have been read");
        }
        return watched.series().counter(Counter.VIEWS).orElseThrow();
    }
}
