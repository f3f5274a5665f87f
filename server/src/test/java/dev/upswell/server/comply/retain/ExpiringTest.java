package dev.upswell.server.comply.retain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExpiringTest {

    private static final Instant NOW = Instant.parse("2026-06-20T12:00:00Z");

    private static Instant due(String table, int days) {
        return Expiring.TABLES.stream().filter(one -> one.name().equals(table)).findFirst().orElseThrow().before(NOW,
                days);
    }

    /// What does not age: who is there, what people set or decided, models and what served when, what was imported.
    private static final Set<String> STAYING = Set.of("access_token", "action_entry", "action_item", "advised_video",
            "alert_rule",
            "agent_mark", "backtest_run", "audit_trail_head",
            "blocked_phrase", "branding", "cadence", "category", "client_industry", "compared_cut", "creator_ads",
            "crowd", "erasure", "suppressed", "suppression_key",
            "data_issue", "entity", "entity_name", "evaluation_mark", "feature_review", "flyway_schema_history",
            "followed_playbook",
            "gate_failure",
            "gate_result", "gate_rule", "gate_usual", "gate_volume", "import_run", "improvement_task", "industry",
            "kept_mapping", "label_word", "lake_file", "lake_sequence", "learnt_weights", "metric_due", "metric_run",
            "model_dependence", "model_importance", "model_record", "model_transition", "next_step_rules",
            "notice_channel", "notice_outgoing", "notice_read", "notice_route", "notification_rule", "person",
            "plan_run", "invitation", "posting_account", "profile_subject", "prompt_refinement", "prompt_version",
            "ranker_configuration",
            "ranker_model", "ranker_trial",
            "reach_model", "report",
            "report_format_use", "request_audit_head", "request_audit_journal", "schema_version",
            "scorecard_weighting", "session", "sign_in", "sign_in_failure", "source", "source_ceiling", "source_key",
            "source_rule", "taxonomy_version", "tenant", "text_version", "tracked_issue", "tracker_connection", "theme",
            "theme_member", "told_input", "trial",
            "trial_video", "tuning", "unjudged_cut", "vault_entry", "video_score_progress", "watch", "watch_plan",
            "weighting_adoption", "wording_reservation");

    /// What goes with the row that it belongs to.
    private static final Set<String> GOING_ALONG = Set.of("collision", "crowd_person", "crowd_worth", "divergence",
            "pattern_run_video", "profile_tag", "published_search",
            "regular_issue", "recommendation_item", "report_reader", "theme_change",
            "wording_failure",
            "wording_verdict", "wording_viewing");

    @Test
    void everyTableHasATimeOrIsToldToStayOrGoesWithAnother() {
        List<String> tables = TestDatabase.shared().transactions().call(TestDatabase.newTenant(),
                db -> db.sql("select tablename from pg_tables where schemaname = current_schema()")
                        .query(String.class).list());
        Set<String> ageing = Expiring.TABLES.stream().map(Expiring::table).collect(Collectors.toSet());

        assertThat(tables).filteredOn(table -> !ageing.contains(table)).containsExactlyInAnyOrderElementsOf(
                Stream.concat(STAYING.stream(), GOING_ALONG.stream()).toList());
    }

    @Test
    void whatTheMonthsCeilingIsCountedFromStaysHoweverFewDaysLogsAreKept() {
        assertThat(due("event_log", 1)).isEqualTo(NOW.minus(Duration.ofDays(1)));
        assertThat(due("source_request", 1)).isEqualTo(Instant.parse("2026-05-31T23:00:00Z"));
        assertThat(due("answer_reuse", 1)).isEqualTo(Instant.parse("2026-05-31T23:00:00Z"));
        assertThat(due("source_request", 90)).isEqualTo(NOW.minus(Duration.ofDays(90)));
    }
}
