package dev.upswell.theme;

import dev.upswell.numeric.FalseDiscovery;
import dev.upswell.numeric.Overlap;
import dev.upswell.numeric.WilsonInterval;
import dev.upswell.theme.Collision.Manner;
import dev.upswell.theme.Collision.Rise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Looks for subjects that collide.
///
/// ```
/// of each pair of subjects that enough creators carry
///     overlap   more creators of both than chance gives among creators that post as much on other things   (exact, one-sided)
///     rises     of each: its share among active creators, last week against the week before (exact, one-sided)
///     p         the largest of the three: all have to hold (intersection-union test)
/// of all pairs  Benjamini and Hochberg; found are those below 5 %
/// ```
///
/// Creators are counted, not videos: ten videos of one creator are one voice.
public final class Colliding {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration WINDOW = Duration.ofDays(28);
    private static final int LEAST_CREATORS = 8;
    private static final int LEAST_LAST_WEEK = 3;
    private static final int MOST_SUBJECTS = 200;
    /// What more creators carry is a habit and no subject.
    private static final double HABIT = .25;
    private static final double FOUND = .05;
    /// Up to so many other videos in four weeks, for each stratum of creators.
    private static final int[] BUSY = {1, 3, 7, Integer.MAX_VALUE};

    private final Map<String, Integer> creators = new HashMap<>();
    private final SortedMap<String, Subject> subjects = new TreeMap<>();
    private final Map<Integer, Integer> busy = new HashMap<>();
    private final int[] strata = new int[BUSY.length];
    private final BitSet lastWeek = new BitSet();
    private final BitSet weekBefore = new BitSet();
    private final int postings;

    /// What was looked at, and what was found.
    ///
    /// @param postings videos of the last four weeks
    /// @param creators whose these are
    /// @param subjects that enough creators carry
    /// @param pairs that were tested
    /// @param found the surest first
    public record Search(int postings, int creators, int subjects, int pairs, List<Collision> found) {

        public Search {
            found = List.copyOf(found);
        }
    }

    private static final class Subject {

        private final BitSet creators = new BitSet();
        private final BitSet lastWeek = new BitSet();
        private final BitSet weekBefore = new BitSet();
        private final Map<Integer, Set<String>> videos = new HashMap<>();

        Set<String> videos(int creator) {
            return videos.getOrDefault(creator, Set.of());
        }
    }

    private Colliding(List<Posting> all, Instant at) {
        List<Posting> recent = all.stream()
                .filter(one -> one.postedAt().isAfter(at.minus(WINDOW)) && !one.postedAt().isAfter(at))
                .sorted(Comparator.comparing(Posting::video)).toList();
        this.postings = recent.size();
        for (Posting posting : recent) {
            int creator = creators.computeIfAbsent(posting.creator(), name -> creators.size());
            busy.merge(creator, 1, Integer::sum);
            add(posting, creator, at);
        }
        busy.values().forEach(videos -> strata[stratum(videos)]++);
        subjects.values().removeIf(one -> one.creators.cardinality() < LEAST_CREATORS
                || one.lastWeek.cardinality() < LEAST_LAST_WEEK
                || one.creators.cardinality() > HABIT * creators.size());
        if (subjects.size() > MOST_SUBJECTS) {
            List<String> most = subjects.entrySet().stream()
                    .sorted(Comparator.comparingInt(one -> -one.getValue().creators.cardinality()))
                    .limit(MOST_SUBJECTS).map(Map.Entry::getKey).toList();
            subjects.keySet().retainAll(most);
        }
    }

    private void add(Posting posting, int creator, Instant at) {
        boolean last = posting.postedAt().isAfter(at.minus(WEEK));
        boolean before = !last && posting.postedAt().isAfter(at.minus(WEEK).minus(WEEK));
        lastWeek.set(creator, lastWeek.get(creator) || last);
        weekBefore.set(creator, weekBefore.get(creator) || before);
        for (String name : posting.subjects()) {
            Subject subject = subjects.computeIfAbsent(name, one -> new Subject());
            subject.creators.set(creator);
            subject.lastWeek.set(creator, subject.lastWeek.get(creator) || last);
            subject.weekBefore.set(creator, subject.weekBefore.get(creator) || before);
            subject.videos.computeIfAbsent(creator, one -> new HashSet<>()).add(posting.video());
        }
    }

    private static int stratum(int videos) {
        int stratum = 0;
        while (videos > BUSY[stratum]) {
            stratum++;
        }
        return stratum;
    }

    /// What collides in these videos as of an instant; later ones count for nothing.
    ///
    /// **cost** all pairs of the 200 subjects that most creators carry
    public static Search of(List<Posting> postings, Instant at) {
        return new Colliding(postings, at).search();
    }

    private Search search() {
        List<String> names = List.copyOf(subjects.keySet());
        List<Rise> rises = names.stream().map(this::rise).toList();
        List<Collision> tested = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                tested.add(pair(rises.get(i), rises.get(j)));
            }
        }
        double[] adjusted = FalseDiscovery.adjusted(tested.stream().mapToDouble(Collision::p).toArray());
        List<Collision> found = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            Collision one = tested.get(i);
            if (adjusted[i] <= FOUND) {
                found.add(new Collision(one.one(), one.other(), one.creators(), one.togetherBy(), one.manner(),
                        one.p(), adjusted[i]));
            }
        }
        found.sort(Comparator.comparingDouble(Collision::p).thenComparing(one -> one.one().subject())
                .thenComparing(one -> one.other().subject()));
        return new Search(postings, creators.size(), names.size(), tested.size(), found);
    }

    private Subject subject(String name) {
        Subject subject = subjects.get(name);
        if (subject == null) {
            throw new IllegalArgumentException(
                    "subject (" + name + ") must be among those looked at\nMaybe too few creators carry it.");
        }
        return subject;
    }

    private Rise rise(String name) {
        Subject subject = subject(name);
        int last = subject.lastWeek.cardinality();
        int before = subject.weekBefore.cardinality();
        Overlap share = Overlap.of(new Overlap.Stratum(lastWeek.cardinality() + weekBefore.cardinality(),
                lastWeek.cardinality(), last + before, last));
        return new Rise(name, subject.creators.cardinality(), last, before, share.atLeast());
    }

    private Collision pair(Rise one, Rise other) {
        Subject first = subject(one.subject());
        Subject second = subject(other.subject());
        Overlap overlap = overlap(first, second);
        int together = Math.toIntExact(first.videos.keySet().stream()
                .filter(creator -> !Collections.disjoint(first.videos(creator), second.videos(creator))).count());
        return new Collision(one, other, overlap, together, manner(together, overlap.both()),
                Math.max(overlap.atLeast(), Math.max(one.p(), other.p())), 1);
    }

    /// How busy creators are is told by their other videos: those on the two subjects would put all who take them up beside each other.
    private Overlap overlap(Subject first, Subject second) {
        int[] all = strata.clone();
        int[] ones = new int[BUSY.length];
        int[] others = new int[BUSY.length];
        int[] both = new int[BUSY.length];
        BitSet either = (BitSet) first.creators.clone();
        either.or(second.creators);
        either.stream().forEach(creator -> {
            Set<String> own = new HashSet<>(first.videos(creator));
            own.addAll(second.videos(creator));
            int videos = busy.getOrDefault(creator, 0);
            int stratum = stratum(videos - own.size());
            all[stratum(videos)]--;
            all[stratum]++;
            ones[stratum] += first.creators.get(creator) ? 1 : 0;
            others[stratum] += second.creators.get(creator) ? 1 : 0;
            both[stratum] += first.creators.get(creator) && second.creators.get(creator) ? 1 : 0;
        });
        return Overlap.of(IntStream.range(0, BUSY.length)
                .mapToObj(i -> new Overlap.Stratum(all[i], ones[i], others[i], both[i]))
                .toArray(Overlap.Stratum[]::new));
    }

    private static Manner manner(int together, int both) {
        if (both == 0) {
            return Manner.OPEN;
        }
        WilsonInterval interval = WilsonInterval.of((double) together / both, both);
        return interval.low() > .5 ? Manner.TOGETHER : interval.high() < .5 ? Manner.APART : Manner.OPEN;
    }
}
