package dev.upswell.server.live.search;

import dev.upswell.server.collect.AnswerContents;
import dev.upswell.server.comply.AuditEntry;
import dev.upswell.server.comply.AuditRepository;
import dev.upswell.server.comply.RawAnswers;
import dev.upswell.server.comply.TermsRepository;
import dev.upswell.server.comply.Verdict;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Feed;
import dev.upswell.server.live.LiveSearch.Answered;
import dev.upswell.server.live.LiveSearch.State;
import dev.upswell.server.live.LiveSearch.Wish;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.Subject;
import dev.upswell.server.live.spend.Pace;
import dev.upswell.server.live.spend.Pauses;
import dev.upswell.server.live.spend.Reservation;
import dev.upswell.server.live.spend.SpendRepository;
import dev.upswell.server.live.spend.Wanted;
import dev.upswell.server.live.sweep.InboxRepository;
import dev.upswell.server.live.sweep.KeptAnswer;
import dev.upswell.server.live.sweep.LiveParts;
import dev.upswell.server.store.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts queries of one search to a source: each is taken on, put and kept in steps of which each is one transaction or none.
///
/// A kill behind the first step costs the units and leaves the query unanswered for as long as an answer would serve; behind the last the
/// answer waits to be stored, and the next round or search stores it. So no query is put twice.
final class Question {

    private static final Logger LOG = LoggerFactory.getLogger(Question.class);
    private static final String ACTOR = "collector";
    private static final String SIMULATED = "sim-";
    private static final int TOO_MANY = 429;

    private final LiveParts parts;
    private final AnswerContents contents;
    private final Source source;
    private final Wish wish;
    private final SpendRepository spending = new SpendRepository();
    private final Pauses pauses;
    private final QueryRepository queries = new QueryRepository();
    private final InboxRepository inbox = new InboxRepository();
    /// Why the other queries of this search are not put; null while they are.
    private volatile @Nullable Refusal refusal;

    /// @param detail in words
    private record Refusal(State state, String detail) {

        Answered of(String query) {
            return Answered.without(query, state, detail);
        }
    }

    /// Whether a query may be put.
    private sealed interface Entry {

        record Open(UUID request) implements Entry {
        }

        record Closed(Answered why) implements Entry {
        }
    }

    Question(LiveParts parts, AnswerContents contents, Source source, Wish wish) {
        this.parts = parts;
        this.contents = contents;
        this.source = source;
        this.wish = wish;
        pauses = new Pauses(spending, parts.events());
    }

    /// What becomes of this query.
    Answered put(String query) {
        Refusal refused = refusal;
        if (refused != null) {
            return refused.of(query);
        }
        Instant begun = parts.now();
        Ask ask;
        try {
            ask = new Ask(new Subject(Feed.KEYWORD, query), begun, null);
        } catch (IllegalArgumentException unfit) {
            return Answered.without(query, State.FAILED, "it can be put to nobody");
        }
        Entry entry;
        try {
            entry = parts.call(db -> enter(db, query, ask, begun));
        } catch (StoreException e) {
            LOG.warn("a query was not put", e);
            return Answered.without(query, State.AWAY, "what may be asked could not be looked up: it was not put");
        }
        return switch (entry) {
            case Entry.Closed(Answered why) -> why;
            case Entry.Open(UUID request) -> told(query, request, ask);
        };
    }

    /// Asks the terms, sets the worst cost aside and takes the query on.
    private Entry enter(JdbcClient db, String query, Ask ask, Instant now) {
        if (TermsRepository.current(db).fetch(source.name(), Feed.KEYWORD.label()) instanceof Verdict.Denied denied) {
            AuditRepository.write(db, new AuditEntry(now, ACTOR, AuditEntry.Action.FETCH,
                    source.name() + " " + ask.about(), AuditEntry.Decision.DENIED, denied.rule(), denied.why(),
                    Map.of()));
            return closed(query, State.DENIED, denied.why());
        }
        return switch (spending.reserve(db, source, new Wanted(null, 1, ask), now)) {
            case Reservation.Paused paused -> closed(query, State.SPENT, paused.reason());
            case Reservation.Exhausted full -> closed(query, State.SPENT,
                    "the budget of " + full.budget() + " is used up until " + full.until());
            case Reservation.Granted(UUID request) -> {
                if (queries.claim(db, source.name(), query, request, wish.fresh(), now)) {
                    yield new Entry.Open(request);
                }
                spending.withdraw(db, request);
                yield closed(query, State.LATE, "somebody else asks it now");
            }
        };
    }

    private static Entry closed(String query, State state, String detail) {
        return new Entry.Closed(Answered.without(query, state, detail));
    }

    /// Where the answer cannot be kept the query stands as after a kill, for it was put and may be paid.
    private Answered told(String query, UUID request, Ask ask) {
        try {
            return asked(query, request, ask);
        } catch (StoreException e) {
            LOG.warn("an answer of {} was not kept", source.name(), e);
            return Answered.without(query, State.FAILED,
                    "it was put, and its answer could not be kept: the database was away");
        }
    }

    private Answered asked(String query, UUID request, Ask ask) {
        Answer answer;
        try {
            answer = source.ask(ask);
        } catch (RuntimeException e) {
            // The message may hold an address with its key: only its class is told.
            LOG.error("the asking of {} met a fault: {}", source.name(), e.getClass().getName());
            parts.run(db -> queries.failed(db, request, parts.now()));
            return Answered.without(query, State.FAILED, "a fault within Upswell: " + e.getClass().getSimpleName());
        }
        Instant now = parts.now();
        return answer instanceof Answer.Page page
                ? kept(query, request, ask, page, now)
                : parts.call(db -> unanswered(db, query, request, answer, now));
    }

    private Answered kept(String query, UUID request, Ask ask, Answer.Page page, Instant now) {
        String toldBy = (page.simulated() ? SIMULATED : "") + source.name();
        RawAnswers.Clean clean = RawAnswers.clean(page.body());
        KeptAnswer kept = new KeptAnswer(request, toldBy, page.format(), ask.about(), 1, clean.body(), now);
        List<String> videos = videos(kept);
        return parts.call(db -> {
            spending.settle(db, request, page, now);
            spending.lively(db, source, now);
            paced(db, page, now);
            inbox.put(db, kept);
            if (TermsRepository.current(db).fetch(source.name(),
                    Feed.KEYWORD.label()) instanceof Verdict.Allowed allowed) {
                AuditRepository.allowed(db, now, AuditEntry.Action.FETCH, toldBy, allowed, 0);
            }
            AuditRepository.found(db, now, ACTOR, source.name() + " " + ask.about(), clean.findings());
            queries.answered(db, request, toldBy, videos, now);
            return new Answered(query, State.ASKED, toldBy, now, videos, null);
        });
    }

    /// An answer that no mapper takes becomes a dead letter where it is stored; here it tells nothing.
    private List<String> videos(KeptAnswer kept) {
        try {
            List<String> told = contents.videos(kept.raw());
            return told.subList(0, Math.min(wish.videos(), told.size()));
        } catch (RuntimeException e) {
            LOG.warn("an answer of {} about {} cannot be read", kept.source(), kept.subject(), e);
            return List.of();
        }
    }

    /// What follows from an answer that is no page. What holds for the key holds for the other queries too.
    private Answered unanswered(JdbcClient db, String query, UUID request, Answer answer, Instant now) {
        spending.settle(db, request, answer, now);
        boolean throttled = paced(db, answer, now);
        boolean paused = pauses.after(db, source, answer, now).isPresent();
        String detail = String.valueOf(answer.detail());
        if (answer instanceof Answer.NotFound) {
            queries.answered(db, request, source.name(), List.of(), now);
            return new Answered(query, State.ASKED, source.name(), now, List.of(), null);
        }
        queries.failed(db, request, now);
        Refusal why = new Refusal(answer instanceof Answer.QuotaExhausted ? State.SPENT : State.FAILED, detail);
        if (paused || throttled || answer instanceof Answer.Unreached) {
            refusal = why;
        }
        return why.of(query);
    }

    /// Slows the asking of this source down after "too many requests", and quickens it as pages come.
    ///
    /// @return whether it was asked too fast
    private boolean paced(JdbcClient db, Answer answer, Instant now) {
        Integer status = answer.receipt().status();
        boolean throttled = answer instanceof Answer.RetryLater && status != null && status == TOO_MANY;
        Pace pace = new Pace(spending.key(db, source, now).orElse(SpendRepository.Key.NEW).gap());
        if (throttled) {
            pace.throttled();
            spending.gap(db, source, pace.gap());
        } else if (answer instanceof Answer.Page && !pace.gap().isZero()) {
            pace.flowed();
            spending.gap(db, source, pace.gap());
        }
        return throttled;
    }
}
