package dev.upswell.server.fyp;

import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.FypScoring;
import dev.upswell.fyp.rule.RuleBook;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.fyp.MeasureRepository.Place;
import dev.upswell.server.fyp.MeasureRepository.Scored;
import dev.upswell.server.fyp.ProgressRepository.Progress;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes scores anew from the first measure on that changed, in order of time.
///
/// Marks go by in portions, each with its scores, its tasks and how far it went in one transaction, so a kill at any instant
/// leaves a beginning that is right and a place to go on from. What is held are numbers of the time that counts.
final class Rescoring {

    private final TenantId tenant;
    private final Database database;
    private final RuleBook book;
    private final int most;
    private final MeasureRepository measures = new MeasureRepository();
    private final ScoreRepository scores = new ScoreRepository();
    private final ProgressRepository progress = new ProgressRepository();
    private final ActionPlans plans;
    private final EventLogRepository events = new EventLogRepository("fyp");

    /// @param most marks that are scored together
    Rescoring(TenantId tenant, Database database, RuleBook book, int most) {
        this.most = most;
        this.tenant = tenant;
        this.database = database;
        this.book = book;
        plans = new ActionPlans(database);
    }

    /// Does it for both kinds of scores.
    VideoScores.Round goOn(Progress before, Instant now) {
        Tally tally = new Tally();
        Progress reached = before;
        for (Basis basis : Basis.values()) {
            Instant from = reached.from(basis);
            if (from != null) {
                reached = goOn(basis, from, reached, now, tally);
            }
        }
        return tally.round();
    }

    /// What was done so far.
    private static final class Tally {
        private int known;
        private int settled;
        private int alarms;
        private int opened;

        VideoScores.Round round() {
            return new VideoScores.Round(known, settled, alarms, opened);
        }
    }

    private Progress goOn(Basis basis, Instant from, Progress before, Instant now, Tally tally) {
        FypScoring scoring = database.transactions().call(tenant, db -> remembered(db, basis, from));
        Progress reached = before;
        Place place = new Place(from, "", "");
        while (reached.from(basis) != null) {
            Place last = place;
            List<Scored> portion = database.transactions().call(tenant, db -> measures.after(db, basis, last, most));
            Progress start = reached;
            Progress end = portion.size() < most
                    ? start.withFrom(basis, null)
                    : start.withFrom(basis, portion.getLast().values().asOf());
            List<ActionPlans.Cause> causes = new ArrayList<>();
            List<FypScore> changed = score(portion, scoring, basis, now, causes);
            ActionPlans.Opened opened = database.transactions().call(tenant, db -> {
                progress.go(db, start, end);
                scores.keep(db, basis, changed);
                return plans.open(db, causes);
            });
            count(basis, changed.size(), opened, tally);
            reached = end;
            if (!portion.isEmpty()) {
                place = Place.of(portion.getLast().values());
            }
        }
        tell(basis, tally, now);
        return reached;
    }

    private FypScoring remembered(JdbcClient db, Basis basis, Instant from) {
        FypScoring scoring = new FypScoring();
        scores.each(db, basis, from.minus(FypScoring.COMPARED), from, scoring::remember);
        scores.eachSlot(db, basis, from.minus(FypScoring.MEMORY), from, scoring::rememberSlot);
        return scoring;
    }

    private List<FypScore> score(List<Scored> portion, FypScoring scoring, Basis basis, Instant now,
            List<ActionPlans.Cause> causes) {
        List<FypScore> changed = new ArrayList<>();
        for (Scored one : portion) {
            FypScore score = scoring.next(one.values());
            boolean same = score.equals(one.kept());
            if (!same || !one.based() && score.base().isPresent()) {
                changed.add(score);
            }
            if (!same && basis == Basis.KNOWN && ActionPlans.isFresh(score, now)) {
                ActionPlans.Cause.of(score, one.kept(), book, () -> scoring.medians(score.mark(), score.asOf()))
                        .ifPresent(causes::add);
            }
        }
        return changed;
    }

    private static void count(Basis basis, int changed, ActionPlans.Opened opened, Tally tally) {
        tally.alarms += opened.alarms();
        tally.opened += opened.plans();
        switch (basis) {
            case KNOWN -> tally.known += changed;
            case SETTLED -> tally.settled += changed;
        }
    }

    private void tell(Basis basis, Tally tally, Instant now) {
        if (basis == Basis.KNOWN && tally.known > 0) {
            database.transactions().run(tenant, db -> events.write(db, EventType.SCORE_DONE, Map.of("scores",
                    tally.known, "alarms", tally.alarms, "plans", tally.opened, "asOf", now.toString())));
        }
    }
}
