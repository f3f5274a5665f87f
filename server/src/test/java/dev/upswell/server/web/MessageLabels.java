package dev.upswell.server.web;

import dev.upswell.across.ClientBenchmark;
import dev.upswell.across.ClientFigures;
import dev.upswell.across.HashtagUse;
import dev.upswell.across.Hierarchy;
import dev.upswell.across.SharedPattern;
import dev.upswell.across.Transfer;
import dev.upswell.companion.FeatureRecipes;
import dev.upswell.content.EntityKind;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.FeatureGroup;
import dev.upswell.feature.LeakClass;
import dev.upswell.forecast.OutcomeRule;
import dev.upswell.forecast.SurgeKind;
import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.forecast.explain.Statement;
import dev.upswell.forecast.reach.ReachFeature;
import dev.upswell.forecast.reach.ReachFeatures;
import dev.upswell.forecast.reach.ReachStage;
import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.Mark;
import dev.upswell.learn.Calibration;
import dev.upswell.learn.LogisticRegression;
import dev.upswell.learn.TreeSettings;
import dev.upswell.learn.drift.DriftVerdict;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.BucketFigures;
import dev.upswell.pattern.Label;
import dev.upswell.pattern.SearchSettings;
import dev.upswell.pattern.select.Exclusion;
import dev.upswell.pattern.select.Widening;
import dev.upswell.poll.PollPlan;
import dev.upswell.prompt.PromptVersion;
import dev.upswell.quality.GateRule;
import dev.upswell.scorecard.Gap;
import dev.upswell.scorecard.Kpi;
import dev.upswell.sequence.SequenceSettings;
import dev.upswell.recommend.Way;
import dev.upswell.language.Entity;
import dev.upswell.server.access.AccessToken;
import dev.upswell.server.access.Scope;
import dev.upswell.server.access.Tenant;
import dev.upswell.server.agent.Run;
import dev.upswell.server.agent.Turn;
import dev.upswell.server.alert.Severity;
import dev.upswell.server.audit.AuditedRequest;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.page.Preview;
import dev.upswell.server.commerce.FactKind;
import dev.upswell.server.comply.AuditEntry;
import dev.upswell.server.comply.RetentionClass;
import dev.upswell.server.contest.ConfigurationTrial;
import dev.upswell.server.contest.LearntRanker;
import dev.upswell.server.contest.TrialVerdict;
import dev.upswell.server.evaluate.Cause;
import dev.upswell.server.evaluate.Retrospective;
import dev.upswell.server.evaluate.Verdict;
import dev.upswell.server.event.EventType;
import dev.upswell.server.guide.Guide;
import dev.upswell.server.event.Role;
import dev.upswell.server.exchange.FileKind;
import dev.upswell.server.forecast.page.Score;
import dev.upswell.server.improve.FeatureReview;
import dev.upswell.server.act.Action;
import dev.upswell.server.act.Entry;
import dev.upswell.server.act.Priority;
import dev.upswell.server.integrate.Account;
import dev.upswell.server.integrate.Issue;
import dev.upswell.server.live.Watch;
import dev.upswell.server.mapping.Cells;
import dev.upswell.server.mapping.ColumnMapping.TimeFormat;
import dev.upswell.server.mapping.ColumnRole;
import dev.upswell.server.narrative.NarrativeKind;
import dev.upswell.server.narrative.RiskFlag;
import dev.upswell.server.notify.Channel;
import dev.upswell.server.notify.Delivery;
import dev.upswell.server.overview.Period;
import dev.upswell.server.overview.View;
import dev.upswell.server.plan.SlotBasis;
import dev.upswell.server.plan.SlotContent;
import dev.upswell.server.plan.SlotState;
import dev.upswell.server.privacy.DataMap;
import dev.upswell.server.privacy.Holding;
import dev.upswell.server.quality.BatchScope;
import dev.upswell.server.recommend.Configurations;
import dev.upswell.server.recommend.Degraded;
import dev.upswell.server.refine.PromptTrial;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ModelState;
import dev.upswell.server.scorecard.CreatorList;
import dev.upswell.server.scorecard.KnownInput;
import dev.upswell.server.scorecard.Playbook;
import dev.upswell.server.taste.Ground;
import dev.upswell.server.theme.CollisionRun;
import dev.upswell.server.theme.KeptChange;
import dev.upswell.server.theme.SaidLabel;
import dev.upswell.server.trend.page.Flag;
import dev.upswell.server.trend.page.Metric;
import dev.upswell.server.trend.page.RowsFilter;
import dev.upswell.server.trend.page.TrendsFilter;
import dev.upswell.server.trial.ReportFormats;
import dev.upswell.server.trial.TrialForm;
import dev.upswell.server.vault.ProviderKeys;
import dev.upswell.server.wording.Outputs;
import dev.upswell.taste.SearchQuery;
import dev.upswell.timeline.Counter;
import dev.upswell.trend.Absence;
import dev.upswell.trial.advice.Compliance;
import dev.upswell.trial.format.FormatFigures;
import dev.upswell.weigh.Lack;
import dev.upswell.weigh.TierRule;
import dev.upswell.server.vigil.Condition;
import dev.upswell.server.vigil.Condition.Comparison;
import java.time.DayOfWeek;
import dev.upswell.theme.Collision;
import dev.upswell.theme.Divergence;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Keys of words for what the program lists itself: constants, codes, names of columns and settings.
final class MessageLabels {

    private static final List<Class<? extends Record>> SETTINGS = List.of(TreeSettings.class,
            LogisticRegression.Settings.class, SequenceSettings.class, SurgeProtocol.class, SurgeProtocol.Target.class,
            OutcomeRule.NextLook.class);

    private MessageLabels() {
    }

    /// The components of a settings record; of a switch both values, and of a record in it none, because its own are said.
    private static Stream<String> parts(Class<? extends Record> settings) {
        return Arrays.stream(settings.getRecordComponents())
                .filter(part -> !part.getType().isRecord() && part.getType() != OutcomeRule.class)
                .map(part -> settings.getSimpleName() + "." + part.getName() + "|" + part.getType())
                .flatMap(part -> part.endsWith("|boolean")
                        ? Stream.of("true", "false").map(part.replace("|boolean", ".")::concat)
                        : Stream.of(part.replaceFirst("\\|.*", "")));
    }

    /// All of them.
    static Stream<String> all() {
        return Stream.of(
                of(Arrays.stream(View.values()).map(View::label), "overview.view.%s", "overview.sub.%s",
                        "overview.headline.%s"),
                of(Arrays.stream(dev.upswell.server.overview.Kpi.values()).map(dev.upswell.server.overview.Kpi::label),
                        "overview.kpi.%s"),
                of(Arrays.stream(EntityKind.values()).map(EntityKind::label), "kind.%s", "kinds.%s",
                        "trends.headline.nothing.%s", "trends.headline.called.%s", "trends.headline.emerging.%s",
                        "trends.name.%s", "problem.entity.%s"),
                of(Arrays.stream(Flag.values()).map(Flag::code), "flag.%s", "flag.%s.means"),
                of(Arrays.stream(Metric.values()).map(Metric::key), "metric.%s", "metric.%s.means"),
                of(lower(Metric.Form.values()), "form.%s"), of(lower(Absence.values()), "absent.%s"),
                of(RowsFilter.WINDOWS.stream(), "window.%s"), of(TrendsFilter.DAYS.stream(), "trends.days.%s"),
                of(Arrays.stream(RejectReason.values()).map(RejectReason::label), "reason.%s"),
                of(DataMap.all().stream().map(one -> one.place().label()).distinct(), "privacy.place.%s"),
                of(Arrays.stream(Holding.Whose.values()).map(Holding.Whose::label), "privacy.whose.%s"),
                of(Arrays.stream(Holding.Content.values()).map(Holding.Content::label), "privacy.content.%s"),
                of(Arrays.stream(Holding.Keeping.values()).map(Holding.Keeping::label), "privacy.keeping.%s"),
                of(DataMap.all().stream().flatMap(one -> Arrays.stream(one.erasure().split(", ")))
                        .filter(deed -> !deed.isEmpty()).distinct(), "privacy.deed.%s"),
                of(Stream.of("open", "as-written", "changed"), "privacy.standing.%s"),
                of(Arrays.stream(FileFormat.values()).map(FileFormat::label), "format.%s"),
                of(ColumnRole.labels().stream(), "mapping.role.%s"),
                of(Arrays.stream(TimeFormat.values()).map(TimeFormat::label), "mapping.format.%s"),
                of(Arrays.stream(Cells.Across.values()).map(Cells.Across::label), "mapping.across.%s",
                        "mapping.wide.%s"),
                of(Arrays.stream(Cells.Totals.values()).map(Cells.Totals::label), "mapping.totals.%s"),
                of(Stream.of("days", "times"), "mapping.wide.step.%s"),
                of(Arrays.stream(Score.values()).map(Score::key), "score.%s", "score.%s.means"),
                of(Arrays.stream(SurgeKind.values()).map(SurgeKind::label), "model.%s", "model.%s.means"),
                of(FeatureRecipes.ALL.stream().flatMap(recipe -> recipe.set().features().stream())
                        .map(FeatureDefinition::name).distinct()
                        .filter(name -> !name.startsWith("rank_")), "feature.%s"),
                of(Arrays.stream(Verdict.values()).map(Verdict::code), "verdict.%s"),
                of(Arrays.stream(Cause.values()).map(Cause::code), "cause.%s", "cause.%s.means"),
                of(Stream.of("0", "1", "2"), "evaluation.choose.%s"),
                of(Arrays.stream(Retrospective.Happening.values()).map(Retrospective.Happening::code),
                        "retrospectives.change.%s"),
                of(lower(DriftVerdict.values()), "drift.verdict.%s", "drift.verdict.%s.means", "drift.show.%s"),
                of(Stream.of("all"), "drift.show.%s"),
                of(Stream.of("INGEST_DONE", "INGEST_DONE.none", "SOURCE_PAUSED", "SESSION_CHALLENGED", "DEAD_LETTER",
                        "METRIC_DONE", "METRIC_DONE.none", "PREDICT_DONE", "PREDICT_DONE.none", "OUTCOMES_SETTLED",
                        "EVALUATE_DONE", "RETROSPECTIVE_WRITTEN", "TRAIN_DONE", "TRAIN_REFUSED", "DRIFT_ALERT",
                        "MODEL_PROMOTED", "MODEL_ROLLED_BACK", "APPROVAL_AWAITED", "TASK_OPENED", "TASK_CLOSED",
                        "AUDIT_DONE", "SLOTS_SKIPPED", "JOB_TAKEN_OVER", "JOBS"), "summary.%s"),
                of(Stream.of("psi", "js", "ks", "q", "missing"), "drift.%s", "drift.%s.means"),
                of(lower(ImprovementTask.State.values()), "tasks.state.%s", "fyp.plans.state.%s"),
                of(lower(SharedPattern.Reach.values()), "across.reach.%s", "across.reach.%s.means"),
                of(Stream.concat(lower(Hierarchy.Level.values()), Stream.of("none")), "levels.level.%s",
                        "levels.level.%s.means"),
                of(Stream.concat(lower(Hierarchy.Outcome.values()), Stream.of("found", "untried")),
                        "levels.outcome.%s"),
                of(lower(ClientFigures.Measure.values()), "benchmarks.measure.%s"),
                of(lower(ClientBenchmark.Position.values()), "benchmarks.position.%s"),
                of(Stream.of("too_few", "dominated", "not_made"), "benchmarks.state.%s"),
                of(Stream.of("dominated", "not_made"), "benchmarks.state.%s.means"),
                of(lower(HashtagUse.Advice.values()), "competitors.advice.%s"),
                of(Stream.of("mix", "counts", "times"), "competitors.%s", "competitors.%s.part"),
                of(lower(Transfer.Stage.values()), "transfer.stage.%s"),
                of(lower(Transfer.Verdict.values()), "transfer.verdict.%s", "transfer.verdict.%s.means"),
                of(lower(Exclusion.values()), "patterns.left.%s", "patterns.why.%s"),
                of(lower(BucketFigures.Verdict.values()), "patterns.verdict.%s"),
                of(lower(BucketAnalysis.Depth.values()), "patterns.depth.%s"),
                of(lower(Label.values()).filter(label -> !label.equals("not_confirmed")), "patterns.label.%s",
                        "patterns.label.%s.means"),
                of(lower(SearchSettings.Adjustment.values()), "patterns.adjustment.%s"),
                of(lower(Widening.values()), "patterns.widen.%s", "patterns.widened.none.%s"),
                of(Stream.of("leave", "search"), "patterns.unknownLength.%s"),
                of(lower(PromptVersion.State.values()), "prompts.state.%s"),
                of(lower(Outputs.Word.values()), "prompts.verdict.%s", "narratives.verdict.%s"),
                of(Arrays.stream(NarrativeKind.values()).map(NarrativeKind::label), "narratives.kind.%s"),
                of(Arrays.stream(RiskFlag.Rule.values()).map(RiskFlag.Rule::label), "narratives.flag.%s"),
                of(Stream.of("open", "done", "failed"), "patterns.state.%s"),
                of(Stream.of("client", "factory", "affiliate", "long", "executive"), "reports.kind.%s",
                        "reports.means.%s"),
                of(Arrays.stream(Period.values()).map(Period::label), "reports.kind.%s", "overview.regular.%s"),
                of(Stream.of("run", "language", "industry", "competitors", "contact", "brand", "product", "points",
                        "audience", "tone", "deliverables", "tester", "days"), "reports.parameter.%s"),
                of(Arrays.stream(KeptChange.Kind.values()).map(Enum::name), "themes.change.%s"),
                of(Arrays.stream(SaidLabel.State.values()).map(Enum::name), "themes.labels.state.%s"),
                of(Arrays.stream(Collision.Manner.values()).map(one -> one.name().toLowerCase(Locale.ROOT)),
                        "collisions.manner.%s"),
                of(Arrays.stream(CollisionRun.Kind.values()).map(CollisionRun.Kind::label), "collisions.kind.%s"),
                of(lower(Divergence.Kind.values()), "divergences.momentum.%s"),
                of(Arrays.stream(Entity.Kind.values()).map(Enum::name), "names.kind.%s"),
                of(Arrays.stream(Entity.Why.values()).map(Enum::name), "names.why.%s"),
                of(lower(ImprovementTask.Category.values()), "tasks.category.%s"),
                of(lower(Tenant.State.values()), "tenants.state.%s"),
                of(Arrays.stream(EventType.values()).map(Enum::name), "event.%s"),
                of(lower(Role.values()), "role.%s"), of(lower(Run.State.values()), "agents.state.%s"),
                of(lower(Delivery.State.values()), "told.state.%s"), of(lower(Channel.Kind.values()), "told.kind.%s"),
                of(lower(Account.Kind.values()), "connections.kind.%s"),
                of(lower(Severity.values()), "alerts.severity.%s"), of(lower(Comparison.values()), "alerts.how.%s",
                        "alerts.how.%s.than"),
                of(lower(Condition.Flag.values()), "alerts.flag.%s"),
                of(lower(dev.upswell.server.vigil.Scope.Kind.values()), "alerts.scope.%s"),
                of(Stream.of("probability", "fyp"), "alerts.what.%s"),
                of(lower(Action.Queue.values()), "actions.queue.%s"),
                of(lower(Priority.Level.values()), "actions.level.%s"),
                of(lower(Entry.Kind.values()), "actions.entry.%s"),
                of(Stream.concat(lower(Issue.Standing.values()), Stream.of("waiting", "failed")), "actions.there.%s"),
                of(Arrays.stream(Turn.Reason.values()).map(Turn.Reason::label), "agents.reason.%s"),
                of(Stream.of("healthy", "cooling-down", "challenged", "expired", "refused", "paused"),
                        "sessions.state.%s", "sessions.state.%s.means"),
                of(lower(ProviderKeys.Origin.values()), "keys.origin.%s", "keys.origin.%s.means"),
                of(Stream.of("too-low", "too-high", "unsure"), "errors.fault.%s"),
                of(Stream.of("en", "id"), "errors.language.%s"),
                of(lower(PromptTrial.Figure.values()), "refinements.figure.%s"),
                of(lower(PromptTrial.Verdict.values()), "refinements.verdict.%s"),
                of(Stream.of("ingestion", "error-analysis", "metrics", "semantics", "ranker", "crowd", "narratives",
                        "predictions", "video-reach",
                        "video-scores",
                        "scorecards",
                        "comparison",
                        "evaluation", "drift", "retrospective", "retraining", "improvement", "prompt-refinement",
                        "model-review", "audit", "summary", "captures", "replay", "notices",
                        "alert-rules",
                        "trackers", "patterns", "sweep", "regular-reports", "lake-upkeep", "retention",
                        "erasure"),
                        "job.%s"),
                of(Ground.WORDS.stream(), "profiles.ground.%s"),
                of(lower(TrialVerdict.values()), "contest.verdict.%s", "contest.says.%s"),
                of(lower(ConfigurationTrial.Kind.values()), "contest.kind.%s", "contest.lists.%s",
                        "contest.found.%s"),
                of(lower(LearntRanker.From.values()), "contest.from.%s"),
                of(lower(Configurations.State.values()), "contest.state.%s"),
                of(lower(SearchQuery.Kind.values()), "profile.query.%s"),
                of(lower(AuditEntry.Action.values()), "compliance.action.%s"),
                of(lower(AuditEntry.Decision.values()), "compliance.decision.%s"),
                of(lower(RetentionClass.values()), "compliance.kind.%s"),
                of(Stream.of("e-mail", "phone", "place", "items", "rows", "files"), "compliance.count.%s"),
                of(Arrays.stream(ModelState.values()).map(Enum::name), "exchange.state.%s"),
                of(FileKind.LABELS.stream(), "exchange.format.%s"),
                of(Stream.of("driftedFeatures", "features", "rows", "strangeShare", "number", "opensAbove", "closesAt",
                        "pairs", "hits", "misses", "falseSurges", "silent", "slaHours", "v15_place",
                        "completion_rate_place", "fyp"), "fact.%s"),
                of(Arrays.stream(FypMetric.values()).map(FypMetric::word), "fyp.metric.%s"),
                of(lower(FypMetric.Unit.values()), "fyp.rules.unit.%s"),
                of(Arrays.stream(Mark.values()).map(Mark::label), "fyp.mark.%s"),
                of(lower(FypScore.Status.values()), "fyp.status.%s"),
                of(lower(DayOfWeek.values()), "fyp.day.%s", "fyp.day.short.%s"),
                of(Statement.keys().stream(), "explain.%s"),
                of(Stream.of("1", "2", "3", "4", "5", "6", "7"), "explain.weekday.%s"),
                of(Stream.of("views", "likes", "comments", "shares", "saves", "posts", "followers"),
                        "explain.counter.%s"),
                of(Arrays.stream(FeatureReview.Advice.values()).map(Enum::name), "advice.%s"),
                of(Arrays.stream(FeatureGroup.values()).map(group -> group.name().substring(0, 1)),
                        "features.group.%s"),
                of(Arrays.stream(LeakClass.values()).map(Enum::name), "features.leak.%s"),
                of(Stream.of("plain", "percent", "percentPerDay", "times", "views", "hours", "days", "count"),
                        "dependence.unit.%s"),
                of(Arrays.stream(GateRule.values()).map(GateRule::label), "quality.rule.%s", "quality.rule.%s.means"),
                of(lower(GateRule.Unit.values()), "quality.unit.%s"),
                of(lower(dev.upswell.quality.Verdict.values()), "quality.verdict.%s", "quality.fresh.%s"),
                of(lower(BatchScope.values()), "quality.scope.%s"),
                of(Stream.of("passed", "held", "released", "dropped"), "quality.state.%s"),
                of(Stream.of("best", "missed", "falseAlarms"), "retrospectives.%s"),
                of(lower(KnownInput.Origin.values()), "creator.origin.%s"),
                of(Stream.of("followed", "settled", "dropped"), "creator.state.%s"),
                of(Stream.of("low", "medium", "high", "unknown"), "creators.level.%s"),
                of(Stream.of("primary", "muted", "good", "warning"), "branding.%s"),
                of(CreatorList.SORTS.stream(), "creators.sort.%s"), of(Stream.of("1", "2", "3"), "creators.tier.%s"),
                of(Stream.of(Gap.values()).map(Gap::field), "gap.%s"),
                of(Stream.of(Kpi.values()).map(Kpi::field), "kpi.%s"),
                Stream.of(Gap.values()).map(Playbook::of)
                        .flatMap(one -> Stream.concat(Stream.of(one.title()), one.steps().stream())),
                of(Stream.of("ensembledata", "tiktok-research", "apify", "api23", "tiktok-display",
                        "tiktok-ads-library",
                        "tiktok-business", "tiktok-shop"), "live.source.%s"),
                of(Stream.of("units", "cents", "requests", "pace", "minute", "month", "day"), "live.budget.%s"),
                of(Stream.of("ceiling", "provider"), "live.because.%s"),
                of(Arrays.stream(Watch.Kind.values()).map(Watch.Kind::label), "watches.kind.%s"),
                of(Arrays.stream(Watch.Priority.values()).map(Watch.Priority::label), "watches.priority.%s"),
                of(Stream.of("own", "competitor", "hashtag", "sound", "creator", "keyword", "video", "ads", "results",
                        "orders"), "watches.group.%s"),
                of(Stream.of("first", "hour", "day", "budget", "watches", "asked"), "watches.trigger.%s"),
                of(lower(PollPlan.Why.values()), "watches.why.%s"),
                of(Stream.of("units", "cents", "requests"), "live.unit.%s"),
                of(Arrays.stream(FactKind.values()).flatMap(kind -> kind.shown().stream()).distinct(),
                        "commerce.column.%s"),
                of(Stream.of("narratives", "same", "byModels", "alerts", "rules", "captions", "removed", "themes",
                        "alarms", "answers",
                        "broken", "checks", "cleaned",
                        "closed", "creators", "cuts", "days",
                        "deleted", "entities", "erased", "failed", "files", "findings", "foretold", "heldRows", "items",
                        "jobs",
                        "left", "lines", "merged", "notices", "observations", "opened", "outcomes", "pages", "pairs",
                        "paused", "positives", "refused", "reports", "requests", "reviews", "rows", "scored", "scores",
                        "sent", "settled", "slots", "stored", "tasks", "tried", "waiting", "watched", "weeks"),
                        "counted.%s", "counted.one.%s"),
                of(Stream.of(Compliance.Quadrant.values()).map(Enum::name), "advice.quadrant.%s",
                        "advice.quadrant.%s.means"),
                of(ReportFormats.NAMES.stream(), "formats.name.%s"),
                of(Stream.of(FormatFigures.State.values()).map(Enum::name), "formats.state.%s"),
                of(Stream.of("3s", "5s", "end"), "fyp.retention.%s"),
                of(Stream.of("country", "device", "age", "gender"), "audience.%s"),
                of(lower(SlotState.values()), "plan.state.%s"), of(lower(SlotBasis.values()), "plan.basis.%s"),
                of(SlotContent.Kind.words().stream(), "plan.kind.%s"),
                of(TrialForm.ARMS.stream(), "trial.arm.%s"), of(TrialForm.MADE.stream(), "trial.made.%s"),
                of(TrialForm.SIDES.stream(), "trials.side.%s"), of(TrialForm.BUCKETS.stream(), "trials.bucket.%s"),
                of(Stream.of("asAsked", "otherwise"), "trial.asAsked.%s"),
                of(Stream.of("validated", "rejected", "not_enough_evidence"), "trials.verdict.%s"),
                of(Stream.of("validated", "rejected"), "trial.says.%s"),
                of(lower(Lack.What.values()), "learnt.lack.%s"),
                of(Stream.of("running", "learnt", "lacking", "failed"), "learnt.state.%s"),
                of(Stream.of(TierRule.values()).map(TierRule::label), "learnt.tiers.%s"),
                of(Stream.concat(Guide.read().groups().stream().map(Guide.Group::name), Stream.of("more")).distinct(),
                        "docs.group.%s"),
                of(Scope.labels().stream(), "access.scope.%s"),
                of(Stream.of(
                        "overview,trends,alerts,actions,videos,planner,creators,patterns,themes,recommendations,trials,ask,reports,models,features,data,sources,access,api,docs"
                                .split(",")),
                        "nav.%s"),
                of(dev.upswell.server.access.Role.labels().stream(), "access.role.%s"),
                of(dev.upswell.server.access.Role.labels().stream(), "access.role.means.%s"),
                of(lower(AccessToken.State.values()), "access.state.%s"),
                of(lower(dev.upswell.server.access.Invitations.State.values()), "invitations.state.%s"),
                of(lower(dev.upswell.server.access.oidc.NotRecognised.Reason.values())
                        .map(one -> one.replace('_', '-')),
                        "signIn.company.%s"),
                of(lower(AuditedRequest.Kind.values()), "audit.kind.%s"),
                of(Arrays.stream(Degraded.values()).map(Enum::name), "recommend.degraded.%s"),
                of(Arrays.stream(Way.values()).map(Enum::name), "recommend.way.%s"),
                of(Stream.of("score", "virality", "relevance", "engagement", "crowd"), "recommend.part.%s"),
                of(Stream.of("open", "done", "broken"), "live.sweep.%s"),
                of(Stream.of("open", "done"), "live.replays.%s"),
                of(Stream.of("retry-later", "malformed", "unfit", "unstorable"), "live.answer.%s"),
                of(Stream.of("waiting", "running", "interrupted", "done", "brokenOff", "failed"), "progress.%s"),
                of(Arrays.stream(Preview.Dating.values()).filter(dating -> dating != Preview.Dating.GIVEN)
                        .map(Preview.Dating::code), "preview.undated.%s"),
                SETTINGS.stream().flatMap(MessageLabels::parts).map("setting.part.%s"::formatted),
                Stream.of("setting.part.AtHorizon"),
                of(Stream.of(EntityKind.values(), Counter.values(), Calibration.Kind.values()).flatMap(Arrays::stream)
                        .map(Enum::name), "setting.value.%s"),
                of(Arrays.stream(FeatureDefinition.Direction.values())
                        .filter(one -> one != FeatureDefinition.Direction.UNKNOWN).map(Enum::name),
                        "features.direction.%s"),
                of(Arrays.stream(ReachStage.values()).map(ReachStage::label), "videos.stage.%s"),
                of(ReachFeatures.ALL.stream().map(ReachFeature::name), "reach.%s"),
                of(Stream.of("early", "right", "alarms", "growth"), "card.%s", "card.%s.unknown"),
                of(Stream.of("0", "1", "2", "3", "4"), "figure.thousand%s"),
                of(Stream.of("0", "1", "2", "3"), "figure.bytes%s"),
                of(Stream.of("400", "401", "403", "404", "405", "406", "409", "413", "415", "422", "429", "500", "503"),
                        "error.%s.title"))
                .flatMap(keys -> keys);
    }

    private static Stream<String> of(Stream<String> names, String... patterns) {
        return names.flatMap(name -> Arrays.stream(patterns).map(pattern -> pattern.formatted(name)));
    }

    private static Stream<String> lower(Enum<?>... constants) {
        return Arrays.stream(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT));
    }
}
