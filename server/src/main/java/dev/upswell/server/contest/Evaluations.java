package dev.upswell.server.contest;

import dev.upswell.numeric.SplitMix;
import dev.upswell.ranking.PairwiseTrees;
import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.ScoreWeights;
import dev.upswell.server.contest.EvaluationDocument.Row;
import dev.upswell.server.contest.Orders.Figure;
import dev.upswell.server.contest.Orders.Order;
import dev.upswell.server.recommend.Configurations;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Compares how active configurations order the lists of a tenant's people with what was popular among them before.
///
/// Lists are split by time: what was popular is told by the first three quarters, orders are judged on the last. Further objectives of a
/// configuration were not kept with lists and take no part.
public final class Evaluations {

    private static final double EARLIER = 0.75;
    private static final int LEAST_LISTS = 20;
    private static final int LEAST_PEOPLE = 5;
    /// Decides among equally popular videos, whatever place they stood at.
    private static final double TIE = 1e-6;

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final LearntRankers rankers;
    private final ShownRepository shown = new ShownRepository();

    Evaluations(TenantId tenant, Database database, InstantSource clock, LearntRankers rankers) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.rankers = rankers;
    }

    /// The figures of all active configurations, of as many lists as there are.
    public EvaluationDocument evaluate() {
        List<ShownList> telling = database.transactions()
                .call(tenant, db -> shown.before(db, clock.instant().minus(ConfigurationTrial.AGE))).stream()
                .filter(ShownList::tells).toList();
        int cut = (int) (EARLIER * telling.size());
        Orders later = new Orders(telling.subList(cut, telling.size()));
        if (later.lists() < LEAST_LISTS || later.people() < LEAST_PEOPLE) {
            return new EvaluationDocument(later.lists(), later.people(), List.of(),
                    "Too few lists to tell: the last quarter of those a day old with a good reaction has %d of %d people; %d of %d are needed."
                            .formatted(later.lists(), later.people(), LEAST_LISTS, LEAST_PEOPLE));
        }
        Order popular = popular(telling.subList(0, cut));
        List<Row> rows = new ArrayList<>();
        Figure plain = later.figure(popular, popular);
        rows.add(new Row("popularity", plain.ndcg(), plain.low(), plain.high(), null, null, null));
        for (Configuration one : new Configurations(tenant, database, clock).active()) {
            Figure figure = later.figure(order(one), popular);
            rows.add(new Row(one.name(), figure.ndcg(), figure.low(), figure.high(), figure.better(),
                    figure.betterLow(), figure.betterHigh()));
        }
        return new EvaluationDocument(later.lists(), later.people(), rows,
                "NDCG at 10 of the videos that were shown, by what was done with them; what stood first was looked at more, "
                        + "which flatters the configurations that made the lists.");
    }

    private static Order popular(List<ShownList> earlier) {
        Map<String, Integer> times = new HashMap<>();
        earlier.forEach(list -> list.videos().stream().filter(video -> video.gain() > 0)
                .forEach(video -> times.merge(video.video(), 1, Integer::sum)));
        return list -> list.videos().stream().mapToDouble(video -> times.getOrDefault(video.video(), 0)
                + TIE * SplitMix.unit(SplitMix.mix(video.video().hashCode() * SplitMix.GOLDEN))).toArray();
    }

    private Order order(Configuration configuration) {
        String ranker = configuration.ranker();
        Optional<PairwiseTrees> trees = ranker == null ? Optional.empty() : rankers.find(ranker);
        return trees.map(RankerRows::order).orElseGet(() -> list -> list.videos().stream()
                .mapToDouble(video -> score(video, configuration.weights())).toArray());
    }

    /// Weights are scaled over what was known, as the formula does.
    private static double score(ShownList.Video video, ScoreWeights weights) {
        double sum = 0;
        double known = 0;
        @Nullable
        Double[] parts = {video.virality(), video.relevance(), video.engagement(), video.crowd()};
        double[] by = {weights.virality(), weights.relevance(), weights.engagement(), weights.crowd()};
        for (int i = 0; i < parts.length; i++) {
            Double part = parts[i];
            if (part != null) {
                sum += by[i] * part;
                known += by[i];
            }
        }
        return known > 0 ? sum / known : 0;
    }
}
