package dev.upswell.server.weigh;

import dev.upswell.scorecard.Input;
import dev.upswell.server.scorecard.KeptScorecard;
import dev.upswell.server.scorecard.KnownInput;
import dev.upswell.server.scorecard.Scorecards;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.weigh.Revenue.Sum;
import dev.upswell.weigh.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the history of a tenant's creators: their scorecards at the ends of periods, and the revenue of the next.
///
/// Periods are counted back from when orders or revenue were told last, so that the last one is whole. Revenue is what was told of
/// `total_revenue` in the last ten days of a period (its last half, where that is shorter), else the creator's orders. No order is a
/// revenue of 0 where orders of that time are known and the creator had sold before; otherwise it is not known.
final class Histories {

    private static final int MOST_PERIODS = 60;
    private static final Duration TOLD_AT_MOST_BEFORE = Duration.ofDays(10);

    private final Scorecards cards;
    private final RevenueRepository revenue;

    Histories(TenantId tenant, Database database, Scorecards cards) {
        this.cards = cards;
        this.revenue = new RevenueRepository(tenant, database);
    }

    /// The history as it was known at an instant: what was told later changes nothing.
    History read(Duration period, Instant asOf, Learning.Progress progress) {
        Map<String, List<KnownInput>> said = cards.told().all(Input.TOTAL_REVENUE, asOf);
        Revenue.Span span = revenue.span(asOf).orElse(null);
        List<Instant> times = Stream.concat(said.values().stream().flatMap(List::stream).map(KnownInput::asOf),
                span == null ? Stream.empty() : Stream.of(span.first(), span.told())).sorted().toList();
        if (times.isEmpty()) {
            return new History(List.of(), new History.Extent(0, 0, List.of(), null, 0, 0));
        }
        Instant end = span == null || times.getLast().isAfter(span.told()) ? times.getLast() : span.told();
        int periods = (int) Math.min(MOST_PERIODS, Duration.between(times.getFirst(), end).dividedBy(period) + 1);
        return new Reading(period, end, periods, said, span,
                span == null ? new Revenue(Map.of(), List.of()) : revenue.of(asOf, end, period)).history(progress);
    }

    private final class Reading {

        private final Duration period;
        private final Instant end;
        private final int periods;
        private final Map<String, List<KnownInput>> said;
        private final Revenue.@Nullable Span span;
        private final Map<String, Instant> named;
        private final Map<Place, Sum> sums = new HashMap<>();
        private final @Nullable String currency;
        private final List<Outcome> outcomes = new ArrayList<>();
        private int withoutRevenue;
        private int otherCurrency;

        Reading(Duration period, Instant end, int periods, Map<String, List<KnownInput>> said,
                Revenue.@Nullable Span span, Revenue revenue) {
            this.period = period;
            this.end = end;
            this.periods = periods;
            this.said = said;
            this.span = span;
            named = revenue.named();
            revenue.sums().forEach(sum -> sums.put(new Place(sum.creator(), sum.back()), sum));
            currency = usual(revenue.sums());
        }

        /// The currency of most sums.
        private static @Nullable String usual(List<Sum> sums) {
            return sums.stream().map(Sum::currency).filter(one -> one != null)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                    .max(Map.Entry.<String, Long>comparingByValue()
                            .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
                    .map(Map.Entry::getKey).orElse(null);
        }

        History history(Learning.Progress progress) {
            List<String> names = new ArrayList<>();
            for (int back = periods; back >= 1; back--) {
                progress.at(periods - back, periods);
                Instant at = end.minus(period.multipliedBy(back));
                names.add(LocalDate.ofInstant(at, ZoneOffset.UTC).toString());
                for (KeptScorecard card : cards.asOf(at)) {
                    Double next = next(card.creator(), back - 1, at);
                    if (next == null) {
                        withoutRevenue++;
                    } else {
                        outcomes.add(new Outcome(card.creator(), periods - back, card.inputs().inputs(), next));
                    }
                }
            }
            progress.at(periods, periods);
            int creators = (int) outcomes.stream().map(Outcome::creator).distinct().count();
            return new History(outcomes, new History.Extent(outcomes.size(), creators, names, currency, withoutRevenue,
                    otherCurrency));
        }

        /// What the period after an instant brought; null when that is not known.
        private @Nullable Double next(String creator, int back, Instant from) {
            Instant until = from.plus(period);
            Duration half = period.dividedBy(2);
            Instant earliest = until.minus(half.compareTo(TOLD_AT_MOST_BEFORE) < 0 ? half : TOLD_AT_MOST_BEFORE);
            for (KnownInput told : said.getOrDefault(creator, List.of())) {
                if (!told.asOf().isAfter(until) && told.asOf().isAfter(earliest)) {
                    return told.value();
                }
            }
            return ordered(creator, back, from, until);
        }

        private @Nullable Double ordered(String creator, int back, Instant from, Instant until) {
            if (span == null || from.isBefore(span.first()) || until.isAfter(span.told())) {
                return null;
            }
            Sum sum = sums.get(new Place(creator, back));
            if (sum == null) {
                Instant first = named.get(creator);
                return first == null || first.isAfter(until) ? null : (Double) 0.0;
            }
            if (sum.amount() != null && currency != null && !currency.equals(sum.currency())) {
                otherCurrency++;
                return null;
            }
            return sum.amount();
        }
    }

    private record Place(String creator, int back) {
    }
}
