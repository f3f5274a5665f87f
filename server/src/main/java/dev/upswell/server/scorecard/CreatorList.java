package dev.upswell.server.scorecard;

import dev.upswell.numeric.PercentileRank;
import dev.upswell.scorecard.CreatorInputs;
import dev.upswell.scorecard.Diagnosis;
import dev.upswell.scorecard.Diagnosis.Bottleneck;
import dev.upswell.scorecard.Gap;
import dev.upswell.scorecard.KpiScore.Level;
import dev.upswell.scorecard.Scorecard;
import dev.upswell.scorecard.Tier;
import dev.upswell.scorecard.Weighting;
import dev.upswell.server.web.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Creators by their last scorecards, chosen and ordered.
///
/// **cost** some microseconds a creator
public final class CreatorList {

    /// Words for orders, the usual one first: what is sure before what is only said of a little.
    public static final List<String> SORTS = List.of("worst", "score", "coverage", "revenue", "gap", "name");

    private final List<KeptScorecard> cards;
    private final Scoring scoring;
    private final Pseudonyms names;

    /// @param cards one of each creator
    public CreatorList(List<KeptScorecard> cards, Scoring scoring, Pseudonyms names) {
        this.cards = List.copyOf(cards);
        this.scoring = scoring;
        this.names = names;
    }

    /// A creator in the list.
    ///
    /// @param scored by the weighting that is in force
    /// @param gap what weighs most of what holds the creator back; null when nothing does
    public record Row(String name, String shown, KeptScorecard card, Scorecard scored, @Nullable Bottleneck gap) {

        /// The overall score; null when nothing is known.
        public @Nullable Double overall() {
            return value(scored.overall());
        }

        /// The average of a tier, from 1; null when nothing of it is known.
        public @Nullable Double tier(int number) {
            return value(scored.of(Tier.values()[number - 1]));
        }

        /// The word of its level; null when nothing is known.
        public @Nullable String level() {
            Double overall = overall();
            return overall == null ? null : Level.of(overall).name().toLowerCase(Locale.ROOT);
        }

        private static @Nullable Double value(OptionalDouble score) {
            return score.isPresent() ? (Double) score.getAsDouble() : null;
        }
    }

    /// What is asked for.
    ///
    /// @param text part of the name; empty for all
    /// @param level null for all
    /// @param gap null for all
    /// @param knownPercent least coverage in percent
    /// @param sort one of [#SORTS]
    public record Wanted(String text, @Nullable String level, @Nullable String gap, int knownPercent, String sort) {

        /// Everything, by score.
        public static final Wanted ALL = new Wanted("", null, null, 0, "score");

        /// What a query asks for.
        public static Wanted of(Query query) {
            return new Wanted(query.text("q", 200).orElse(""),
                    query.oneOf("level",
                            Stream.of(Level.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList())
                            .orElse(null),
                    query.oneOf("gap", Stream.of(Gap.values()).map(Gap::field).toList()).orElse(null),
                    query.number("known", 0, 100, 0), query.choice("sort", SORTS, SORTS.getFirst()));
        }
    }

    /// The creators that are asked for, in the order that is asked for.
    public List<Row> rows(Wanted wanted) {
        String text = wanted.text().strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
        return cards.stream().map(this::row).filter(row -> row.name().contains(text))
                .filter(row -> wanted.level() == null || wanted.level().equals(row.level()))
                .filter(row -> wanted.gap() == null
                        || row.gap() != null && row.gap().gap().field().equals(wanted.gap()))
                .filter(row -> row.scored().coverage() * 100 >= wanted.knownPercent())
                .sorted(order(wanted.sort()).thenComparing(Row::name)).toList();
    }

    private Row row(KeptScorecard card) {
        CreatorInputs inputs = card.inputs().inputs();
        return new Row(names.name(card.creator()), names.shown(card.creator()), card,
                Scorecard.of(inputs, scoring.weighting()),
                Diagnosis.of(inputs, scoring.weighting(), scoring.evidence()).bottlenecks().stream().findFirst()
                        .orElse(null));
    }

    private static Comparator<Row> order(String sort) {
        return switch (sort) {
            case "worst" -> falling(row -> row.scored().worst());
            case "coverage" -> falling(row -> row.scored().coverage());
            case "revenue" -> falling(row -> row.tier(1));
            case "gap" -> falling(row -> row.gap() == null ? null : (Double) row.gap().priority());
            case "name" -> Comparator.comparing(Row::name);
            default -> falling(Row::overall);
        };
    }

    /// What is asked of a row.
    private interface Measure {

        @Nullable
        Double of(Row row);
    }

    /// The largest first; those without a value last.
    private static Comparator<Row> falling(Measure measure) {
        return Comparator.comparingDouble(row -> {
            Double value = measure.of(row);
            return value == null ? Double.POSITIVE_INFINITY : -value;
        });
    }

    /// A creator's place by two weightings.
    ///
    /// @param now place by the weighting in force, from 1
    /// @param then place by the other
    /// @param score by the other
    public record Moved(String name, String shown, int now, int then, @Nullable Double before, @Nullable Double score) {

        /// How many places up; negative for down.
        public int up() {
            return now - then;
        }
    }

    /// How the order of creators changes under another weighting, in its order.
    public List<Moved> under(Weighting other) {
        List<Row> now = rows(Wanted.ALL);
        Map<String, Integer> places = new HashMap<>();
        now.forEach(row -> places.put(row.name(), places.size() + 1));
        List<Row> then = now.stream().map(row -> new Row(row.name(), row.shown(), row.card(), row.scored().with(other),
                row.gap())).sorted(order("score").thenComparing(Row::name)).toList();
        List<Moved> moved = new ArrayList<>();
        for (Row row : then) {
            int place = places.getOrDefault(row.name(), 0);
            moved.add(new Moved(row.name(), row.shown(), place, moved.size() + 1, now.get(place - 1).overall(),
                    row.overall()));
        }
        return moved;
    }

    /// How much two orders agree: the rank correlation after Spearman of all creators that both score, equal scores sharing their
    /// rank; empty with fewer than three, and where one of the two scores all alike.
    public static Optional<Double> agreement(List<Moved> moved) {
        List<Moved> known = moved.stream().filter(one -> one.before() != null && one.score() != null).toList();
        double[] before = fromTheMiddle(known.stream().map(Moved::before).toList());
        double[] score = fromTheMiddle(known.stream().map(Moved::score).toList());
        double both = 0;
        double ofBefore = 0;
        double ofScore = 0;
        for (int i = 0; i < before.length; i++) {
            both += before[i] * score[i];
            ofBefore += before[i] * before[i];
            ofScore += score[i] * score[i];
        }
        return known.size() < 3 || ofBefore == 0 || ofScore == 0
                ? Optional.empty()
                : Optional.of(Math.clamp(both / Math.sqrt(ofBefore * ofScore), -1, 1));
    }

    /// How far the rank of each value among all lies from the middle rank.
    private static double[] fromTheMiddle(List<@Nullable Double> values) {
        double[] all = values.stream().filter(one -> one != null).mapToDouble(Double::doubleValue).toArray();
        double[] ascending = all.clone();
        Arrays.sort(ascending);
        return Arrays.stream(all).map(value -> PercentileRank.of(ascending, value) - 0.5).toArray();
    }
}
