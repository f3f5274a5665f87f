package dev.upswell.server.trial;

import dev.upswell.creative.Absence;
import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.FeatureValue;
import dev.upswell.pattern.Choice;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.trial.Arm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A tenant that tries patterns: noon of the first of May, its clock stands still until it is moved.
public final class TriedPatterns {

    public static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    /// A choice that is a count.
    public static final CreativeFeature FEATURE = FeatureDictionary.STANDARD.choices().getFirst();

    public final Database database = TestDatabase.shared();
    public final TenantId tenant = TestDatabase.newTenant();
    final Map<String, CreativeVector> analysed = new HashMap<>();
    private Instant now = NOON;

    public final Trials trials = new Trials(tenant, database,
            ids -> analysed.entrySet().stream().filter(one -> ids.contains(one.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
            () -> now);
    public final FollowedAdvice advice = new FollowedAdvice(tenant, database, () -> now);
    public final ReportFormats formats = new ReportFormats(tenant, database, () -> now);

    void later(Duration step) {
        now = now.plus(step);
    }

    public Instant now() {
        return now;
    }

    /// Begins to try the first choice above its threshold.
    public String begin(String name) {
        return trials.begin(wanted(name, null)).trial().id().toString();
    }

    static Trials.Wanted wanted(String name, @Nullable Double lift) {
        return new Trials.Wanted(name, FEATURE.name(), Choice.Side.ABOVE, 0.5, DurationBucket.UP_TO_30, lift, "ada");
    }

    static Trials.Added video(String id, Arm arm) {
        return new Trials.Added(id, arm, null, null, null, null, "ada");
    }

    /// So many pairs whose rates were told, a little above and below a lift in turn.
    public void pairs(String trial, int count, double lift) {
        Instant posted = NOON.minus(Duration.ofDays(20));
        for (int i = 0; i < count; i++) {
            double level = 0.02 + 0.002 * (i % 10);
            double swing = Math.exp(i % 2 == 0 ? 0.3 : -0.3);
            trials.add(trial, new Trials.Added("c" + i, Arm.CONTROL, "maker" + i, posted, level, null, "ada"));
            trials.add(trial,
                    new Trials.Added("t" + i, Arm.TEST, "maker" + i, posted, level * lift * swing, null, "ada"));
        }
    }

    /// A description of a video.
    void describe(String video, String creator, Instant posted) {
        keep(Collected.VIDEO, Map.of("video_id", "'" + video + "'", "source", "'poll'", "creator", "'" + creator + "'",
                "created_at", "TIMESTAMP '" + local(posted) + "'"));
    }

    /// A reading of a video.
    void read(String video, Instant at, long views, long likes) {
        keep(Collected.OBSERVATION, Map.of("kind", "'video'", "entity_id", "'" + video + "'", "source", "'poll'",
                "observed_at", "TIMESTAMP '" + local(at) + "'", "views", String.valueOf(views), "likes",
                String.valueOf(likes), "comments", "0", "shares", "0"));
    }

    /// An analysis that saw this value of the feature, and nothing else.
    void analyse(String video, double value) {
        List<FeatureValue> values = FeatureDictionary.STANDARD.features().stream()
                .map(feature -> feature.name().equals(FEATURE.name())
                        ? new FeatureValue.Present(value)
                        : (FeatureValue) new FeatureValue.Absent(Absence.values()[0]))
                .toList();
        analysed.put(video, new CreativeVector(values));
    }

    private void keep(Dataset dataset, Map<String, String> given) {
        try (LakeSession lake = database.lake().open(tenant)) {
            String columns = dataset.columns().stream()
                    .map(column -> "CAST(" + given.getOrDefault(column.name(), "NULL") + " AS " + column.type()
                            + ") AS " + column.name())
                    .collect(Collectors.joining(", "));
            lake.stage(dataset, "SELECT " + columns).ifPresent(file -> database.transactions().run(tenant,
                    db -> database.manifest().publish(db, file)));
        }
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
