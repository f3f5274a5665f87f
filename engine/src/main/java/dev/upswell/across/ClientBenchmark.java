package dev.upswell.across;

import dev.upswell.across.ClientFigures.Measure;
import dev.upswell.numeric.SmoothQuantile;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How videos of one length do at the clients of an industry, told only where no client can be recognised.
///
/// Five clients at least, none of whom has more than half of the videos; quartiles to which every client adds something, rounded; the number
/// of clients only as a step that it reaches. Whoever knows two editions learns nothing of one client either, because an edition may follow
/// another only when three clients at least differ in it ([#mayFollow]).
public sealed interface ClientBenchmark {

    /// Fewer clients are never told of.
    int LEAST_CLIENTS = 5;
    /// Clients with fewer videos of a length do not count.
    int LEAST_VIDEOS = 20;
    /// Nobody may have more of the videos than this.
    double MOST_OF_ONE = 0.5;
    /// So many clients must differ between two editions.
    int LEAST_CHANGES = 3;

    /// It may be told.
    ///
    /// @param atLeast so many clients stand behind it: 5, 10, 20 or 50
    /// @param quartiles of the measures that five clients have
    record Told(int atLeast, Map<Measure, Quartiles> quartiles) implements ClientBenchmark {

        public Told {
            quartiles = Map.copyOf(quartiles);
        }
    }

    /// There are too few clients.
    ///
    /// @param clients with videos enough
    record TooFew(int clients) implements ClientBenchmark {
    }

    /// One client has more than half of the videos.
    record Dominated(int clients) implements ClientBenchmark {
    }

    /// Quartiles of the clients' figures, rounded.
    record Quartiles(double lower, double median, double upper) {

        private static Quartiles of(Measure measure, double[] ascending) {
            return new Quartiles(measure.rounded(SmoothQuantile.ofSorted(ascending, .25)),
                    measure.rounded(SmoothQuantile.ofSorted(ascending, .5)),
                    measure.rounded(SmoothQuantile.ofSorted(ascending, .75)));
        }

        /// Where a client's own figure lies.
        public Position position(double value) {
            return value < lower ? Position.LOW : value <= upper ? Position.MIDDLE : Position.HIGH;
        }
    }

    /// Where a figure lies among those of clients.
    enum Position {
        /// Below the lower quartile.
        LOW,
        /// Between the quartiles.
        MIDDLE,
        /// Above the upper quartile.
        HIGH
    }

    /// Those clients of one industry and length that count.
    static List<ClientFigures> counting(List<ClientFigures> clients) {
        return clients.stream().filter(one -> one.videos() >= LEAST_VIDEOS).toList();
    }

    /// What may be told of the clients of one industry and length, each of whom stands here once.
    static ClientBenchmark of(List<ClientFigures> clients) {
        List<ClientFigures> counting = counting(clients);
        if (counting.size() < LEAST_CLIENTS) {
            return new TooFew(counting.size());
        }
        int[] videos = counting.stream().mapToInt(ClientFigures::videos).toArray();
        if (Arrays.stream(videos).max().orElse(0) > MOST_OF_ONE * Arrays.stream(videos).sum()) {
            return new Dominated(counting.size());
        }
        Map<Measure, Quartiles> quartiles = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            double[] values = counting.stream()
                    .flatMap(one -> Stream.ofNullable(one.values().get(measure))).mapToDouble(Double::doubleValue).sorted().toArray();
            if (values.length >= LEAST_CLIENTS) {
                quartiles.put(measure, Quartiles.of(measure, values));
            }
        }
        return new Told(step(counting.size()), quartiles);
    }

    /// Whether an edition from these figures may be told to those who know the former one: nothing has changed, or three clients at least came,
    /// went or have other figures.
    static boolean mayFollow(List<ClientFigures> former, List<ClientFigures> now) {
        Map<String, List<ClientFigures>> before = byClient(former);
        Map<String, List<ClientFigures>> after = byClient(now);
        Set<String> all = new HashSet<>(before.keySet());
        all.addAll(after.keySet());
        long changed = all.stream().filter(client -> !Objects.equals(before.get(client), after.get(client))).count();
        return changed == 0 || changed >= LEAST_CHANGES;
    }

    /// Editions of before names were folded may hold a client twice.
    private static Map<String, List<ClientFigures>> byClient(List<ClientFigures> clients) {
        return clients.stream().collect(Collectors.groupingBy(ClientFigures::client));
    }

    private static int step(int clients) {
        return clients >= 50 ? 50 : clients >= 20 ? 20 : clients >= 10 ? 10 : LEAST_CLIENTS;
    }
}
