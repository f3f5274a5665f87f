package dev.upswell.commerce;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What an ad, or a group of ads, brought on a day of its advertiser.
///
/// Reports correct the last days, so of one day there may be several facts.
///
/// @param day in the advertiser's time zone, which reports do not tell
/// @param spend null when the report does not tell it
/// @param figures those that the report tells; not negative, not always whole
public record AdResult(Subject subject, LocalDate day, String source, Instant observedAt, @Nullable Money spend,
        Map<AdMetric, Double> figures) implements CommerceFact {

    /// What a row of a report is about.
    public enum Level {
        /// One ad.
        AD,
        /// Its group.
        ADGROUP,
        /// Its campaign.
        CAMPAIGN,
        /// Everything of an advertiser.
        ADVERTISER
    }

    /// An ad or a group of ads.
    ///
    /// @param id the provider's, or of a file without ids the ad's name
    /// @param part tells rows of one ad and day apart where a file has several, such as its ad group; null when there is one
    /// @param name null when it is not told
    /// @param account the advertiser's id; null when it is not told
    public record Subject(Level level, String id, @Nullable String part, @Nullable String name,
            @Nullable String account) {
    }

    public AdResult {
        for (Map.Entry<AdMetric, Double> figure : figures.entrySet()) {
            if (!(figure.getValue() >= 0) || figure.getValue().isInfinite()) {
                throw new IllegalArgumentException(figure.getKey().label() + " (" + figure.getValue()
                        + ") must be a number from 0\nMaybe the row is broken: quarantine it.");
            }
        }
        // In the order of the metrics, so that equal results are written alike.
        Map<AdMetric, Double> ordered = noFigures();
        ordered.putAll(figures);
        figures = Collections.unmodifiableMap(ordered);
    }

    @Override
    public AdResult from(String other) {
        return new AdResult(subject, day, other, observedAt, spend, figures);
    }

    @Override
    public AdResult withTexts(UnaryOperator<String> change) {
        // Of files without ids the name stands for the id.
        boolean named = !subject.id().chars().allMatch(Character::isDigit);
        Subject clean = new Subject(subject.level(), named ? change.apply(subject.id()) : subject.id(),
                CommerceFact.changed(subject.part(), change), CommerceFact.changed(subject.name(), change),
                subject.account());
        return new AdResult(clean, day, source, observedAt, spend, figures);
    }

    /// Clicks by impressions: computed where both are told, else as the report says it.
    ///
    /// **absence** null when neither is told or nothing was shown
    public @Nullable Double ctr() {
        return rate(AdMetric.CLICKS, AdMetric.IMPRESSIONS, AdMetric.CTR);
    }

    /// Conversions by clicks, in the same way.
    public @Nullable Double cvr() {
        return rate(AdMetric.CONVERSIONS, AdMetric.CLICKS, AdMetric.CVR);
    }

    /// What a view of the video cost.
    ///
    /// **absence** null when spend or plays are not told, or nobody watched
    public @Nullable Money cpv() {
        Double plays = figures.get(AdMetric.VIDEO_PLAYS);
        return spend == null || plays == null ? null : spend.per(plays);
    }

    private @Nullable Double rate(AdMetric some, AdMetric all, AdMetric told) {
        Double part = figures.get(some);
        Double whole = figures.get(all);
        if (part == null || whole == null) {
            return figures.get(told);
        }
        return whole > 0 ? part / whole : null;
    }

    /// Figures in the making, for mappers.
    public static Map<AdMetric, Double> noFigures() {
        return new EnumMap<>(AdMetric.class);
    }
}
