package dev.upswell.server.vigil;

import dev.upswell.content.EntityKind;
import dev.upswell.trend.Metric;
import dev.upswell.trend.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Something that a stored row either meets or does not. What is missing in a row meets nothing.
///
/// In words it is one line, such as `velocity 24h above 0.5`, `views_gained 1h up 50%`, `probability above 0.7`, `fyp below 40`,
/// `flag emerging` or `theme 12`.
public sealed interface Condition {

    /// How a number is compared.
    enum Comparison {
        /// More than the number asked for.
        ABOVE,
        /// Less than it.
        BELOW,
        /// More than it was one window before, by at least this share.
        UP,
        /// Less than it was one window before, by at least this share.
        DOWN;

        /// How it is written, such as `above`.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isRelative() {
            return this == UP || this == DOWN;
        }

        static Comparison of(String word) {
            return Arrays.stream(values()).filter(one -> one.label().equals(word)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("comparison (" + word
                            + ") must be above, below, up or down\nWrite for example velocity 24h above 0.5."));
        }
    }

    /// What is raised or not.
    enum Flag {
        /// It meets every condition of emergence; looked at every six hours.
        EMERGING,
        /// There is volume now and was none in the day before.
        NEW,
        /// A video did badly a quarter of an hour after posting.
        ALARM;

        /// How it is written, such as `emerging`.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A metric of a window.
    ///
    /// @param than in the metric's unit; for up and down a share, such as 0.5 for 50 %
    record OfMetric(Metric metric, Window window, Comparison how, double than) implements Condition {
    }

    /// The probability of a surge, as the model said that served then.
    ///
    /// @param than 0 to 1
    record OfProbability(Comparison how, double than) implements Condition {
    }

    /// The FYP score of a video at any of its marks, as it was known there.
    ///
    /// @param than 0 to 100
    record OfScore(Comparison how, double than) implements Condition {
    }

    /// A flag.
    record OfFlag(Flag flag) implements Condition {
    }

    /// That it belongs to a theme, from when that was found out.
    record OfTheme(long theme) implements Condition {
    }

    /// It in words, as [#of] reads it.
    default String text() {
        return switch (this) {
            case OfMetric(Metric metric, Window window, Comparison how, double than) -> metric.label() + " "
                    + window.label() + " " + how.label() + " " + (how.isRelative() ? plain(100 * than) + "%" : plain(than));
            case OfProbability(Comparison how, double than) -> "probability " + how.label() + " " + plain(than);
            case OfScore(Comparison how, double than) -> "fyp " + how.label() + " " + plain(than);
            case OfFlag(Flag flag) -> "flag " + flag.label();
            case OfTheme(long theme) -> "theme " + theme;
        };
    }

    /// Whether things of this kind can meet it.
    default boolean isOf(EntityKind kind) {
        return switch (this) {
            case OfMetric metric -> metric.metric().isOf(kind);
            case OfProbability _ -> true;
            case OfScore _ -> kind == EntityKind.VIDEO;
            case OfFlag(Flag flag) -> flag != Flag.ALARM || kind == EntityKind.VIDEO;
            case OfTheme _ -> kind == EntityKind.VIDEO || kind == EntityKind.HASHTAG;
        };
    }

    /// For how long a row speaks for what comes after it, unless a later one says otherwise: what is older tells nothing any more.
    default Duration holdsFor() {
        return switch (this) {
            case OfMetric metric -> metric.window() == Window.DAY ? Duration.ofDays(1) : Duration.ofHours(2);
            case OfProbability _, OfScore _ -> Duration.ofDays(1);
            case OfFlag(Flag flag) -> flag == Flag.EMERGING ? Duration.ofHours(6) : Duration.ofDays(1);
            case OfTheme _ -> Duration.ofDays(3650);
        };
    }

    /// Reads a condition.
    ///
    /// **errors** `IllegalArgumentException` of two lines, what cannot be read and what to do.
    static Condition of(String text) {
        List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return switch (words.getFirst()) {
            case "flag" -> new OfFlag(flag(at(words, 1, text)));
            case "theme" -> new OfTheme(Math.round(number(at(words, 1, text), 1, Long.MAX_VALUE)));
            case "probability" -> new OfProbability(absolute(at(words, 1, text)), number(at(words, 2, text), 0, 1));
            case "fyp" -> new OfScore(absolute(at(words, 1, text)), number(at(words, 2, text), 0, 100));
            default -> metric(words, text);
        };
    }

    private static Condition metric(List<String> words, String text) {
        Metric metric = Arrays.stream(Metric.values()).filter(one -> one.label().equals(words.getFirst())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("condition (" + text
                        + ") must begin with a metric, probability, fyp, flag or theme\nMetrics are "
                        + Arrays.stream(Metric.values()).map(Metric::label).collect(Collectors.joining(", ")) + "."));
        Window window = Window.of(at(words, 1, text));
        Comparison how = Comparison.of(at(words, 2, text));
        String number = at(words, 3, text);
        return how.isRelative()
                ? new OfMetric(metric, window, how, number(number.replace("%", ""), 0, 1_000_000) / 100)
                : new OfMetric(metric, window, how, number(number, -1e15, 1e15));
    }

    private static Comparison absolute(String word) {
        Comparison how = Comparison.of(word);
        if (how.isRelative()) {
            throw new IllegalArgumentException("comparison (" + word
                    + ") must be above or below here\nOnly metrics of windows go up and down.");
        }
        return how;
    }

    private static Flag flag(String word) {
        return Arrays.stream(Flag.values()).filter(one -> one.label().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "flag (" + word + ") must be emerging, new or alarm\nWrite for example flag emerging."));
    }

    private static String at(List<String> words, int place, String text) {
        if (words.size() <= place) {
            throw new IllegalArgumentException("condition (" + text
                    + ") must say what, how and how much\nWrite for example velocity 24h above 0.5 or flag new.");
        }
        return words.get(place);
    }

    private static double number(String word, double least, double most) {
        try {
            double number = new BigDecimal(word).doubleValue();
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException unreadable) {
            // Told below.
        }
        throw new IllegalArgumentException("number (" + word + ") must be from " + plain(least) + " to " + plain(most)
                + "\nWrite a point before decimals.");
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).setScale(6, java.math.RoundingMode.HALF_UP).stripTrailingZeros()
                .toPlainString();
    }
}
