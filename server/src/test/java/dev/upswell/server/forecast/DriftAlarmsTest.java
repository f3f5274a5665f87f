package dev.upswell.server.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.forecast.TrainSettings;
import dev.upswell.learn.Calibration;
import dev.upswell.learn.TreeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// How often drift is called where there is none, and how soon where there is some, in worlds on which the rule was not set.
///
/// Seeds 201 to 208 over ten days in steps of six hours, which the rule never saw: all eight shifts called after 18 to 24 hours,
/// one alarm in eight steady worlds. Here the first two stand guard in steps of twelve hours; more by `-Dupswell.worlds=8
/// -Dupswell.days=10 -Dupswell.stepHours=6`, and the report has when each alarmed.
@Tag("slow")
class DriftAlarmsTest {

    private static final int SHIFTED = 30;
    private static final int NEVER = Integer.MAX_VALUE / 100;
    private static final int WATCHED_DAYS = Integer.getInteger("upswell.days", 6);
    private static final Duration STEP = Duration.ofHours(Integer.getInteger("upswell.stepHours", 12));
    private static final ForecastSettings SETTINGS = new ForecastSettings(
            new TrainSettings(SurgeProtocol.DAILY.every(STEP).minEligible(30), Watch.SETTINGS.training().features(),
                    new TreeSettings(30, 3, 0.2, 1, 1, 1, 1, 32, 1, 0, 42),
                    new TreeSettings(4, 2, 0.3, 1, 1, 1, 1, 16, 1, 0, 42), TrainSettings.STANDARD.logistic(),
                    TrainSettings.STANDARD.sequence(), Calibration.Kind.PLATT, 56, 10, 5, "test-version"));
    private static final long FIRST_SEED = Long.getLong("upswell.firstSeed", 201);
    private static final long WORLDS = Long.getLong("upswell.worlds", 2);

    @Test
    void steadyWorldsDoNotAlarm(TestReporter reporter) {
        List<Optional<Duration>> alarms = seeds().mapToObj(seed -> firstAlarm(NEVER, seed)).toList();
        reporter.publishEntry("alarms", alarms.toString());

        assertThat(alarms).allSatisfy(alarm -> assertThat(alarm).isEmpty());
    }

    @Test
    void shiftedWorldsAlarmWithinADay(TestReporter reporter) {
        List<Optional<Duration>> alarms = seeds().mapToObj(seed -> firstAlarm(SHIFTED, seed)).toList();
        reporter.publishEntry("alarms", alarms.toString());

        assertThat(alarms).allSatisfy(alarm -> assertThat(alarm)
                .hasValueSatisfying(after -> assertThat(after).isBetween(STEP, Duration.ofHours(24))));
    }

    private static LongStream seeds() {
        return LongStream.range(FIRST_SEED, FIRST_SEED + WORLDS);
    }

    /// How long after day 30 drift is called first; the model was trained two days before and is never trained anew.
    private static Optional<Duration> firstAlarm(int shiftedFrom, long seed) {
        Watch watch = new Watch();
        Forecasts forecasts = Forecasts.of(watch.database, watch.tenant, SETTINGS, watch.features, event -> {
        });
        List<Watch.Reading> readings = ShiftingWorld.readings(SHIFTED + WATCHED_DAYS, shiftedFrom, seed);
        Instant shift = Watch.START.plus(Duration.ofDays(SHIFTED));
        Instant now = shift.minus(Duration.ofDays(2));
        Instant known = Watch.START.minusSeconds(1);
        Optional<Duration> alarm = Optional.empty();
        while (alarm.isEmpty() && now.isBefore(shift.plus(Duration.ofDays(WATCHED_DAYS)))) {
            Instant from = known;
            Instant to = now;
            watch.publish(readings.stream().filter(one -> one.at().isAfter(from) && !one.at().isAfter(to)).toList());
            if (watch.registry.list(watch.tenant).isEmpty()) {
                forecasts.training().trainIfDue(watch.tenant, Progress.SILENT);
            }
            forecasts.outcomes().settle(watch.tenant, now);
            forecasts.predicting().predict(watch.tenant, Progress.SILENT);
            boolean confirmed = forecasts.drifting().check(watch.tenant).filter(StoredDrift::drifted).isPresent();
            alarm = confirmed ? Optional.of(Duration.between(shift, now)) : Optional.empty();
            known = now;
            now = now.plus(STEP);
        }
        return alarm;
    }
}
