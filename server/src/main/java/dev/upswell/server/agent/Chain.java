package dev.upswell.server.agent;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/// What follows new data: the jobs that do, one after the other, each a run of its own.
///
/// Up to where the data were followed as a whole stands in the store. It is forgotten when a chain begins and noted when all
/// of it was done, so that a chain which failed or was killed is begun anew, by whichever server looks first.
final class Chain {

    private final AgentParts parts;
    private final Ledger ledger;
    private final List<Job> jobs;
    private final Schedule.News news;
    private final MarkRepository marks = new MarkRepository();
    private final CadenceRepository cadences = new CadenceRepository();

    /// @param jobs in the order in which they follow; what the first one did tells whether the data are new
    Chain(AgentParts parts, Ledger ledger, List<Job> jobs, Schedule.News news) {
        this.parts = parts;
        this.ledger = ledger;
        this.jobs = List.copyOf(jobs);
        this.news = news;
    }

    /// Whether there is something new to follow.
    boolean isDue() {
        return news.isWaiting() || !parts.call(marks::all).equals(news.seen());
    }

    /// Follows what is new, or whatever is due.
    ///
    /// @param anyway also when nothing seems new
    Outcome run(boolean anyway) {
        Map<String, Instant> seen = news.seen();
        Map<String, Instant> before = parts.call(marks::all);
        parts.run(marks::clear);
        List<Job> on = on();
        if (on.isEmpty()) {
            parts.run(db -> marks.set(db, seen));
            return Outcome.done(Map.of("jobs", 0L), "all jobs that follow new data are off");
        }
        Outcome first = piece(on.getFirst(), false);
        if (first.end() != Outcome.End.DONE) {
            return undone(on.getFirst().name());
        }
        if (!anyway && !first.isSomething() && before.equals(seen)) {
            parts.run(db -> marks.set(db, seen));
            return Outcome.done(Map.of("jobs", 1L));
        }
        // Marks that are gone were cleared by a run that did not come to its end: what it left undone is done as if all were new.
        boolean changed = first.isSomething() || !before.equals(seen);
        StringJoiner undone = new StringJoiner(", ");
        for (Job job : on.subList(1, on.size())) {
            if (ledger.isStopping() || piece(job, changed).end() != Outcome.End.DONE) {
                undone.add(job.name());
            }
        }
        if (undone.length() > 0) {
            return undone(undone.toString());
        }
        parts.run(db -> marks.set(db, seen));
        Map<String, Long> counts = new LinkedHashMap<>(first.counts());
        counts.put("jobs", (long) on.size());
        return Outcome.done(counts);
    }

    private static Outcome undone(String what) {
        return Outcome.failed(Map.of(), "left undone, and tried again after a minute: " + what);
    }

    private List<Job> on() {
        List<String> on = parts.call(cadences::list).stream()
                .filter(kept -> kept.cadence().enabled() && kept.cadence().onNewData())
                .map(CadenceRepository.Kept::job).toList();
        return jobs.stream().filter(job -> on.contains(job.name())).toList();
    }

    /// A job that runs by its cadence at this moment is left undone here: the chain comes back to it.
    private Outcome piece(Job job, boolean changed) {
        Optional<RunRepository.Claimed> run = ledger.claimNow(job.name(), Turn.Reason.NEW_DATA, changed);
        return run.map(claimed -> ledger.perform(job, claimed))
                .orElseGet(() -> Outcome.again(Map.of(), "it is running"));
    }
}
