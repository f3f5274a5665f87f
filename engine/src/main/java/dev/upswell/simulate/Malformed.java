package dev.upswell.simulate;

import java.util.Arrays;

/// Breaks good rows in the ways in which providers break them, so that the quarantine has something to hold.
enum Malformed {
    UNKNOWN_KIND(0, "hashtagg"),
    BLANK_ID(1, ""),
    NO_TIME(4, ""),
    TIME_IN_WORDS(4, "yesterday"),
    EPOCH_TIME(4, "1970-01-01T00:00:00Z"),
    FUTURE_TIME(4, "2099-01-01T00:00:00Z"),
    WORD_FOR_A_COUNT(5, "n/a"),
    NEGATIVE_COUNT(5, "-1250"),
    ABSURD_COUNT(5, "99999999999999999999"),
    MISSING_COLUMNS(-1, ""),
    EXTRA_COLUMN(-1, ""),
    NO_COUNTERS(-1, "");

    private static final int FIRST_COUNTER = 5;

    private final int column;
    private final String replacement;

    Malformed(int column, String replacement) {
        this.column = column;
        this.replacement = replacement;
    }

    static Malformed of(int index) {
        return values()[index % values().length];
    }

    /// This observation row, broken; the row must hold no quoted field.
    String breakRow(String row) {
        String[] fields = row.split(",", -1);
        return switch (this) {
            case MISSING_COLUMNS -> String.join(",", Arrays.copyOf(fields, 4));
            case EXTRA_COLUMN -> row + ",0";
            case NO_COUNTERS -> String.join(",", Arrays.copyOf(fields, FIRST_COUNTER)) + ",,,,,,,";
            case UNKNOWN_KIND, BLANK_ID, NO_TIME, TIME_IN_WORDS, EPOCH_TIME, FUTURE_TIME, WORD_FOR_A_COUNT,
                    NEGATIVE_COUNT,
                    ABSURD_COUNT ->
                replaced(fields);
        };
    }

    private String replaced(String[] fields) {
        fields[column] = replacement;
        return String.join(",", fields);
    }

    /// This video line, broken.
    String breakVideo(String line) {
        return switch (this) {
            case UNKNOWN_KIND, NO_TIME, MISSING_COLUMNS, NO_COUNTERS -> line.substring(0, line.length() / 2);
            case BLANK_ID, ABSURD_COUNT -> line.replaceFirst("\"id\":\"[0-9]+\",", "");
            case TIME_IN_WORDS, EPOCH_TIME, FUTURE_TIME ->
                line.replaceFirst("\"createdAt\":\"[^\"]*\"", "\"createdAt\":\"last week\"");
            case WORD_FOR_A_COUNT, NEGATIVE_COUNT, EXTRA_COLUMN -> "<html><title>Too many requests</title></html>";
        };
    }
}
