package dev.upswell.server.live.search;

import dev.upswell.server.collect.AnswerContents;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Feed;
import dev.upswell.server.live.LiveSearch;
import dev.upswell.server.live.RoundReport.Taken;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.Subject;
import dev.upswell.server.live.provider.Api23;
import dev.upswell.server.live.provider.EnsembleData;
import dev.upswell.server.live.provider.TikTokResearch;
import dev.upswell.server.live.spend.Allowance;
import dev.upswell.server.live.spend.ReuseRepository;
import dev.upswell.server.live.spend.SpendRepository;
import dev.upswell.server.live.sweep.LiveCollecting;
import dev.upswell.server.live.sweep.LiveParts;
import dev.upswell.server.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Searches by the sources of a tenant, four queries at a time; what was told lately serves in place of asking.
public final class KeptLiveSearch implements LiveSearch {

    /// The sources that answer words within seconds, the first that is asked first. Runs at Apify take minutes.
    public static final List<String> SEARCHED = List.of(EnsembleData.NAME, Api23.NAME, TikTokResearch.NAME);

    private static final Logger LOG = LoggerFactory.getLogger(KeptLiveSearch.class);
    private static final int AT_ONCE = 4;
    private static final int ALL = 100;
    /// Of the patience this part more is waited for storing.
    private static final int STORING = 5;

    private final LiveParts parts;
    private final AnswerContents contents;
    private final QueryRepository queries = new QueryRepository();

    /// A search over these parts.
    ///
    /// @param contents reads answers by the mappers that store them
    public KeptLiveSearch(LiveParts parts, AnswerContents contents) {
        this.parts = parts;
        this.contents = contents;
    }

    @Override
    public Found find(Wish wish) {
        Optional<Source> meant = source(wish.source());
        if (meant.isEmpty()) {
            return new Found(null, List.of());
        }
        Source source = meant.get();
        Instant now = parts.now();
        Map<String, Answered> answers = new HashMap<>();
        parts.call(db -> queries.list(db, source.name(), wish.queries())).forEach((query, put) -> {
            if (put.stands(wish.fresh(), now)) {
                answers.put(query, standing(put, wish.videos()));
            }
        });
        List<String> open = wish.queries().stream().filter(query -> !answers.containsKey(query)).distinct().toList();
        count(source, answers, now);
        int most = wish.share() == ALL ? open.size() : parts.call(db -> most(db, source, wish.share(), now));
        open.stream().skip(most).forEach(query -> answers.put(query, Answered.without(query, State.SPARED,
                "a list puts %d at most now, so that others have their share of the budget".formatted(most))));
        long begun = System.nanoTime();
        answers.putAll(asked(source, open.subList(0, Math.min(most, open.size())), wish));
        store(begun + wish.patience().plus(wish.patience().dividedBy(STORING)).toNanos());
        return new Found(source.name(), wish.queries().stream().distinct()
                .map(query -> answers.getOrDefault(query, Answered.without(query, State.LATE, null))).toList());
    }

    private Optional<Source> source(String name) {
        List<String> names = name.isEmpty() ? SEARCHED : List.of(name);
        return names.stream().filter(SEARCHED::contains).flatMap(one -> parts.sources().stream()
                .filter(source -> source.name().equals(one) && source.feeds().contains(Feed.KEYWORD))).findFirst();
    }

    /// How many queries a search may put by its share of what is left of each budget of a day or a month; budgets of minutes fill up again.
    private int most(JdbcClient db, Source source, int share, Instant now) {
        SpendRepository spending = new SpendRepository();
        int cost = Math.max(1, source.worstCost(new Ask(new Subject(Feed.KEYWORD, "a query"), now, null)));
        long most = Integer.MAX_VALUE;
        for (Allowance allowance : spending.allowances(db, source, now)) {
            Budget budget = allowance.budget();
            if (!(budget.span() instanceof Budget.Span.Sliding)) {
                long left = budget.limit() - spending.used(db, source, budget, now);
                long each = budget.counts() == Budget.Counts.REQUESTS ? 1 : cost;
                most = Math.min(most, Math.max(1, left * share / ALL / each));
            }
        }
        return (int) most;
    }

    private static Answered standing(QueryRepository.Put put, int most) {
        return switch (put.outcome()) {
            case null -> Answered.without(put.query(), State.LATE,
                    "it was put at " + put.askedAt() + ", and its answer is out or was lost");
            case FAILED -> Answered.without(put.query(), State.FAILED,
                    "it failed at " + put.answeredAt() + ", and is not put again at once");
            case ANSWERED -> new Answered(put.query(), State.KEPT, put.toldBy(), put.answeredAt(),
                    put.videos().subList(0, Math.min(most, put.videos().size())), null);
        };
    }

    private void count(Source source, Map<String, Answered> standing, Instant now) {
        if (standing.values().stream().anyMatch(answer -> answer.state() == State.KEPT)) {
            parts.run(db -> standing.values().stream().filter(answer -> answer.state() == State.KEPT)
                    .forEach(_ -> ReuseRepository.count(db, source.name(), now)));
        }
    }

    /// Where a source said lately that it is asked too fast, one query goes behind the other, with the pause between them that it led to.
    private Map<String, Answered> asked(Source source, List<String> open, Wish wish) {
        if (open.isEmpty()) {
            return Map.of();
        }
        Duration gap = parts.call(db -> new SpendRepository().key(db, source, parts.now())
                .orElse(SpendRepository.Key.NEW).gap());
        Question question = new Question(parts, contents, source, wish);
        ExecutorService threads = Executors.newFixedThreadPool(gap.isZero() ? AT_ONCE : 1,
                Thread.ofVirtual().name("a query that somebody waits for").factory());
        try {
            Map<String, Future<Answered>> coming = new LinkedHashMap<>();
            open.forEach(query -> coming.put(query, threads.submit(() -> {
                if (!gap.isZero()) {
                    parts.pause().rest(gap);
                }
                return question.put(query);
            })));
            return until(coming, System.nanoTime() + wish.patience().toNanos());
        } finally {
            threads.shutdown();
        }
    }

    /// What came in time. A query under way goes on, because it is paid: its answer is kept for the next search; others are not put any more.
    private static Map<String, Answered> until(Map<String, Future<Answered>> coming, long deadline) {
        Map<String, Answered> answers = new HashMap<>();
        Throwable failure = null;
        boolean interrupted = false;
        for (Map.Entry<String, Future<Answered>> one : coming.entrySet()) {
            try {
                long left = interrupted ? 0 : Math.max(0, deadline - System.nanoTime());
                answers.put(one.getKey(), one.getValue().get(left, TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                late(one, answers);
            } catch (InterruptedException e) {
                interrupted = true;
                late(one, answers);
            } catch (ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return switch (failure) {
            case null -> answers;
            case RuntimeException fault -> throw fault;
            case Error error -> throw error;
            default -> throw new IllegalStateException("a query (" + failure
                    + ") must fail with nothing checked\nMaybe a source threw around the compiler.", failure);
        };
    }

    private static void late(Map.Entry<String, Future<Answered>> one, Map<String, Answered> answers) {
        one.getValue().cancel(false);
        answers.put(one.getKey(), Answered.without(one.getKey(), State.LATE, "no answer came in time"));
    }

    /// Stores what waits, and is waited for until this time: then it goes on behind the answer. Where it fails it waits on: the next round
    /// stores it.
    private void store(long until) {
        FutureTask<Taken> storing = new FutureTask<>(() -> LiveCollecting.inbox(parts).store());
        Thread.ofVirtual().name("storing what a list was told").start(storing);
        try {
            storing.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.info("what was told is being stored still; the list is made of what is there");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case StoreException away -> LOG.warn("what was told waits to be stored", away);
                case RuntimeException fault -> throw fault;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(
                        "storing must fail with nothing checked\nMaybe an intake threw around the compiler.", e);
            }
        }
    }
}
