package dev.upswell.trial.format;

import org.jspecify.annotations.Nullable;

/// A report given to a creator, and what came of it.
///
/// @param format name of the format, for example `recipe`
/// @param creator who was given it; not blank
/// @param adopted whether the creator tried it
/// @param comprehension share of questions about it answered rightly, 0 to 1; null when nobody asked
/// @param accuracy share of its instructions that the video follows, 0 to 1; null when it was not tried or not analysed
/// @param hours from opening the report to the finished video, from 0; null when unknown
/// @param lift engagement of the video over the creator's usual, above 0; null when unknown
/// @param repeated whether the creator used it again; null when it is too early to know
public record FormatUse(String format, String creator, boolean adopted, @Nullable Double comprehension,
        @Nullable Double accuracy, @Nullable Double hours, @Nullable Double lift, @Nullable Boolean repeated) {

    public FormatUse {
        if (format.isBlank() || creator.isBlank()) {
            throw new IllegalArgumentException("format (" + format + ") and creator (" + creator
                    + ") must not be blank\nMaybe a column is empty.");
        }
        if (!share(comprehension) || !share(accuracy)) {
            throw new IllegalArgumentException("comprehension (" + comprehension + ") and accuracy (" + accuracy
                    + ") must lie in [0, 1]\nMaybe they are in percent.");
        }
        if (hours != null && !(hours >= 0 && hours < 10_000) || lift != null && !(lift > 0 && lift < 1000)) {
            throw new IllegalArgumentException("hours (" + hours + ") must be from 0 and lift (" + lift
                    + ") above 0\nMaybe leave out what is unknown.");
        }
        if (!adopted && (accuracy != null || hours != null || lift != null || repeated != null)) {
            throw new IllegalArgumentException("report (" + format + " to " + creator
                    + ") that was not tried must have no accuracy, hours, lift or repeat\nMaybe it was tried.");
        }
    }

    private static boolean share(@Nullable Double value) {
        return value == null || value >= 0 && value <= 1;
    }
}
