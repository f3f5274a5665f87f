package dev.upswell.server.comply.retain;

import dev.upswell.server.comply.RetentionClass;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/// A table whose rows, or what one of their columns holds, are kept for a time.
///
/// @param name how reports and the audit trail call it
/// @param time the column that tells when a row was stored
/// @param condition which rows may go at all, in SQL
/// @param deed what is done to them
record Expiring(RetentionClass kind, String name, String table, String time, String condition, Deed deed) {

    /// What ceilings and figures of the month at hand are counted from.
    private static final Set<String> COUNTED_BY_MONTH = Set.of("source_request", "answer_reuse");
    /// A request that was asked before a month may count in it.
    private static final Duration UNDER_WAY = Duration.ofHours(1);

    /// Before when rows are due that are kept so many days; however few these are, what the month at hand is counted from stays.
    Instant before(Instant now, int days) {
        Instant due = now.minus(Duration.ofDays(days));
        if (!COUNTED_BY_MONTH.contains(table)) {
            return due;
        }
        Instant counted = now.atOffset(ZoneOffset.UTC).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS).toInstant()
                .minus(UNDER_WAY);
        return due.isBefore(counted) ? due : counted;
    }

    /// What is done to rows whose time is over.
    sealed interface Deed {

        /// They go.
        record Delete() implements Deed {
        }

        /// What columns hold goes, and the row stays.
        ///
        /// @param assignments what they hold then, in SQL
        record Empty(String assignments) implements Deed {
        }

        /// They are decided, for nobody did within the time, and stay.
        ///
        /// @param assignments what columns hold then, in SQL
        /// @param time the column that tells when it was decided
        record Settle(String assignments, String time) implements Deed {
        }

        /// They are forgotten by a function of the database, for nobody may delete them.
        ///
        /// @param function which takes the instant before which they are due
        record Forget(String function) implements Deed {
        }
    }

    private static Expiring rows(RetentionClass kind, String table, String time) {
        return rows(kind, table, time, "true");
    }

    private static Expiring rows(RetentionClass kind, String table, String time, String condition) {
        return new Expiring(kind, table, table, time, condition, new Deed.Delete());
    }

    /// Every such table. Models, transitions, tasks, watch lists and what was imported when are no data that age.
    static final List<Expiring> TABLES = List.of(
            rows(RetentionClass.RAW, "answer_inbox", "answered_at"),
            rows(RetentionClass.RAW, "live_query", "asked_at"),
            new Expiring(RetentionClass.RAW, "quarantine texts", "quarantine", "found_at", "excerpt <> '(expired)'",
                    new Deed.Empty("kept = null, excerpt = '(expired)'")),
            new Expiring(RetentionClass.RAW, "unstorable answers", "dead_letter", "died_at", "sweep_id is null",
                    new Deed.Delete()),
            new Expiring(RetentionClass.RAW, "dead letter bodies", "dead_letter", "died_at",
                    "sweep_id is not null and body is not null", new Deed.Empty("body = null")),
            new Expiring(RetentionClass.RAW, "undecided batches", "gate_batch", "judged_at", "state = 'held'",
                    new Deed.Settle("state = 'dropped'", "settled_at")),
            rows(RetentionClass.LOGS, "gate_batch", "judged_at", "state <> 'held'"),
            rows(RetentionClass.PREDICTIONS, "prediction", "created_at"),
            rows(RetentionClass.PREDICTIONS, "shadow_prediction", "created_at"),
            rows(RetentionClass.PREDICTIONS, "outcome", "settled_at"),
            rows(RetentionClass.PREDICTIONS, "judged_call", "judged_at"),
            rows(RetentionClass.PREDICTIONS, "reach_forecast", "created_at"),
            rows(RetentionClass.PREDICTIONS, "recommendation_request", "at"),
            rows(RetentionClass.PREDICTIONS, "reaction", "at", "kind <> 'HIDDEN'"),
            rows(RetentionClass.AGGREGATES, "video_measure", "created_at"),
            rows(RetentionClass.AGGREGATES, "video_score", "created_at"),
            rows(RetentionClass.AGGREGATES, "settled_score", "created_at"),
            rows(RetentionClass.AGGREGATES, "action_plan", "opened_at"),
            rows(RetentionClass.AGGREGATES, "planned_slot", "proposed_at"),
            rows(RetentionClass.AGGREGATES, "feature_latest", "computed_at"),
            rows(RetentionClass.AGGREGATES, "daily_evaluation", "computed_at"),
            rows(RetentionClass.AGGREGATES, "scorecard", "scored_at",
                    "exists (select from scorecard later where later.creator = scorecard.creator"
                            + " and later.day > scorecard.day)"),
            rows(RetentionClass.AGGREGATES, "pattern_run", "ended_at", "state <> 'open'"),
            rows(RetentionClass.AGGREGATES, "client_benchmark", "made_at"),
            rows(RetentionClass.AGGREGATES, "profile", "made_at",
                    "exists (select from profile later where later.subject_id = profile.subject_id"
                            + " and later.made_at > profile.made_at)"),
            rows(RetentionClass.AGGREGATES, "theme_run", "at",
                    "exists (select from theme_run later where later.at > theme_run.at)"),
            rows(RetentionClass.AGGREGATES, "collision_run", "at",
                    "exists (select from collision_run later where later.kind = collision_run.kind and later.at > collision_run.at)"),
            rows(RetentionClass.AGGREGATES, "divergence_run", "at",
                    "exists (select from divergence_run later where later.at > divergence_run.at)"),
            rows(RetentionClass.AGGREGATES, "retrospective", "created_at"),
            rows(RetentionClass.AGGREGATES, "error_analysis", "made_at"),
            rows(RetentionClass.AGGREGATES, "narrative", "made_at", "superseded_at is not null"),
            // Edits are kept as examples, and what stands is kept with its evidence.
            rows(RetentionClass.AGGREGATES, "wording_output", "at",
                    "not exists (select from wording_verdict v where v.output_id = wording_output.id and v.verdict = 'EDIT')"
                            + " and not exists (select from narrative n where n.output_id = wording_output.id"
                            + " and n.superseded_at is null)"),
            rows(RetentionClass.AGGREGATES, "drift_report", "created_at"),
            rows(RetentionClass.READINGS, "video_analysis", "stored_at"),
            rows(RetentionClass.READINGS, "video_text", "made_at"),
            rows(RetentionClass.LOGS, "analysis_import", "imported_at"),
            rows(RetentionClass.LOGS, "source_request", "asked_at"),
            rows(RetentionClass.LOGS, "dead_letter", "died_at"),
            rows(RetentionClass.LOGS, "answer_replay", "ended_at"),
            rows(RetentionClass.LOGS, "sweep", "ended_at",
                    "state <> 'OPEN' and not exists (select from dead_letter d where d.sweep_id = sweep.id)"
                            + " and exists (select from sweep later where later.watch_id = sweep.watch_id"
                            + " and later.slot > sweep.slot)"),
            rows(RetentionClass.LOGS, "notice_delivery", "ended_at", "state <> 'WAITING'"),
            rows(RetentionClass.LOGS, "event_log", "occurred_at"),
            rows(RetentionClass.LOGS, "asked", "asked_at"),
            rows(RetentionClass.LOGS, "profile_erasure", "at"),
            rows(RetentionClass.LOGS, "wording_spending", "day", "not exists (select from wording_reservation held"
                    + " where held.day = wording_spending.day)"),
            rows(RetentionClass.LOGS, "alert", "created_at"),
            rows(RetentionClass.LOGS, "agent_run", "ended_at", "state in ('DONE', 'FAILED', 'SKIPPED')"
                    + " and exists (select from agent_run later where later.job = agent_run.job"
                    + " and later.slot > agent_run.slot)"),
            rows(RetentionClass.LOGS, "contact_cleaning", "begun_at",
                    "exists (select from contact_cleaning later where later.begun_at > contact_cleaning.begun_at)"),
            rows(RetentionClass.LOGS, "audit_allowance", "day"),
            rows(RetentionClass.LOGS, "answer_reuse", "day"),
            new Expiring(RetentionClass.LOGS, "audit_trail", "audit_trail", "at", "true",
                    new Deed.Forget("forget_audit")),
            new Expiring(RetentionClass.LOGS, "request_audit", "request_audit", "at", "true",
                    new Deed.Forget("forget_requests")));
}
