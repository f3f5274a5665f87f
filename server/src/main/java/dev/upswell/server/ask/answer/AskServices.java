package dev.upswell.server.ask.answer;

import dev.upswell.ask.Intent;
import dev.upswell.content.EntityKind;
import dev.upswell.server.ask.Answering;
import dev.upswell.server.ask.FigureRepository;
import dev.upswell.server.ask.OwnAccountRepository;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.scorecard.Pseudonyms;
import dev.upswell.server.scorecard.Scorecards;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.trend.TrendQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What answers are made from.
///
/// @param clock the present: what was read later is not known
public record AskServices(TenantId tenant, InstantSource clock, FigureRepository figures, OwnAccountRepository own,
        TrendQuery trends, EntityQuery entities, VideoScores videos,
        Scorecards scorecards, Pseudonyms pseudonyms, PatternRuns patterns) {

    /// One for each intent.
    public List<Answering> answerings() {
        var measuring = new Measuring(figures, videos);
        return List.of(new RisingAnswering(this, measuring), new WhyRisingAnswering(this, Intent.WHY_RISING),
                new WhyRisingAnswering(this, Intent.MOVEMENT),
                new WhyVideoAnswering(videos),
                new DropAtAnswering(this), new ValueAnswering(this, measuring), new CompareAnswering(this, measuring),
                new TopByAnswering(this, measuring), new ForecastAnswering(this), new HowSureAnswering(this),
                new WhenToPostAnswering(videos),
                new PatternsForAnswering(patterns), new ScoreOfAnswering(this), new ChangedAnswering(this, measuring),
                new HowManyAnswering(this, new TopByAnswering(this, measuring)));
    }

    /// As of when everything that is stored holds: the last reading; the epoch when there is none.
    Instant asOf() {
        return figures.lastReading(clock.instant()).orElse(Instant.EPOCH);
    }

    /// As of when levels of a kind hold: the last full hour, as the windows of metrics do, so that levels, gains and forecasts fit together;
    /// the last reading where nothing of the kind was read in the hour before that.
    Instant levelsAt(EntityKind kind) {
        Instant asOf = asOf();
        Instant hour = asOf.truncatedTo(ChronoUnit.HOURS);
        return figures.isRead(kind, hour.minus(Duration.ofHours(1)), hour) ? hour : asOf;
    }
}
