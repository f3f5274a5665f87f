package dev.upswell.server.trend;

import dev.upswell.forecast.explain.Quantity;
import dev.upswell.forecast.explain.Statement;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.ShellSettings.Launcher;
import dev.upswell.server.web.Words;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Says in a sentence what a feature of a prediction was, from the message bundle.
public final class ExplanationText {

    private static final String RANK = "rank_";
    private static final double DOUBLED = 1;
    private static final double SMALL = 0.1;

    private final Words words;
    private final Figures figures;

    public ExplanationText(Words words, Figures figures) {
        this.words = words;
        this.figures = figures;
    }

    /// In English, where nobody's language is known: the command line and documents.
    public static ExplanationText english() {
        var bundle = new ResourceBundleMessageSource();
        bundle.setBasenames(Words.bundles());
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        Words words = new Words(bundle, Launcher.usual(), Locale.ENGLISH);
        return new ExplanationText(words, new Figures(words));
    }

    /// The sentence about this feature; its name and value when it has none.
    ///
    /// @param value null when it was missing
    public String of(String feature, @Nullable Double value) {
        return Statement.about(feature, value).map(this::of).orElseGet(() -> words.say("explain.other",
                label(feature), figures.score(Objects.requireNonNull(value, "a missing value has a sentence"), 2)));
    }

    private String of(Statement said) {
        Quantity quantity = said.quantity();
        boolean signed = said.key().endsWith(".up") || said.key().endsWith(".down");
        return words.say("explain." + said.key(), quantity == null ? "" : number(said.key(), quantity, signed),
                said.span().matches("\\d+") ? (Object) Integer.valueOf(said.span()) : span(said.span()),
                label(said.feature()), other(said.of()), quantity == null ? 0.0 : quantity.value());
    }

    private String number(String key, Quantity quantity, boolean signed) {
        return key.equals("rank") ? figures.floor(quantity.value()) : number(quantity, signed);
    }

    private String number(Quantity quantity, boolean signed) {
        double value = quantity.value();
        return switch (quantity.unit()) {
            case CHANGE -> !signed ? change(value) : value >= DOUBLED ? figures.factor(value + 1) : percent(value);
            case CHANGE_PER_DAY, LOG_CHANGE_PER_DAY -> words.say("feature.perDay", change(value));
            case TIMES, FACTOR -> figures.factor(value);
            case SIZE, COUNT -> figures.count(value);
            case SHARE, LOG_SHARE -> figures.percent(value);
            case RATIO -> percent(value);
            case HOURS, LOG_HOURS -> figures.hours(value);
            case DAYS -> words.say("explain.lengthInDays", value, plain(value));
            case NUMBER -> plain(value);
            case WEEKDAY -> words.say("explain.weekday." + Math.clamp(Math.round(value), 1, 7));
        };
    }

    private String plain(double value) {
        return figures.score(value, value == Math.rint(value) ? 0 : 1);
    }

    private String change(double value) {
        return Math.abs(value) < SMALL && value != 0
                ? figures.signed(100 * value, 1) + words.say("explain.percent")
                : figures.change(value);
    }

    private String percent(double value) {
        return figures.percent(value, value < SMALL ? 1 : 0);
    }

    private String span(String span) {
        if (span.isEmpty() || Character.isDigit(span.charAt(span.length() - 1))) {
            return span;
        }
        int length = Integer.parseInt(span.substring(0, span.length() - 1));
        return words.say(switch (span.charAt(span.length() - 1)) {
            case 'm' -> "explain.minutes";
            case 'h' -> "explain.hours";
            default -> "explain.days";
        }, length);
    }

    /// A companion counter in words, or a length of time.
    private String other(String of) {
        return of.isEmpty() || Character.isDigit(of.charAt(0)) ? span(of) : words.say("explain.counter." + of);
    }

    /// What a feature measures, in a few words; its name where it has none.
    public String label(String feature) {
        return feature.startsWith(RANK)
                ? words.say("feature.rank", label(feature.substring(RANK.length())))
                : words.sayOr("feature." + feature, feature.replace('_', ' '));
    }

    /// The summary of a prediction: its two strongest reasons; null when the model gave none.
    public @Nullable String summary(List<Expected.Reason> reasons) {
        return reasons.isEmpty() ? null : summary(reasons, Expected.SUMMARISED);
    }

    /// The sentences of the strongest reasons, those that raise the probability and those that lower it told apart.
    public String summary(List<Expected.Reason> reasons, int most) {
        List<Expected.Reason> first = reasons.stream().limit(most).toList();
        return String.join(" ", first.stream().map(reason -> words.say(
                reason.effect() > 0 ? "explain.raises" : "explain.lowers", of(reason.feature(), reason.value())))
                .toList());
    }
}
