package dev.upswell.server.ask;

import dev.upswell.ask.Language;
import dev.upswell.ask.Measure;
import dev.upswell.ask.Slot;
import dev.upswell.content.EntityKind;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts answers into words, by templates in English and Indonesian.
///
/// A template's `{0}` is its first argument, written as the language writes numbers and times; `{0:m}` is what a fact measures.
public final class AnswerText {

    private static final Map<Language, AnswerText> ALL = new EnumMap<>(Language.class);
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(:m)?\\}");
    /// What is said of the same thing as the line before goes on in it.
    private static final String MORE = "item.more";
    private static final Pattern SPAN = Pattern.compile("(in )?(\\d+) (hours?|days?|weeks)");

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new AnswerText(language));
        }
    }

    private final Language language;
    private final Properties texts = new Properties();
    private final DateTimeFormatter moment;

    private AnswerText(Language language) {
        this.language = language;
        this.moment = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", language.locale())
                .withZone(ZoneOffset.UTC);
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(
                        AnswerText.class.getResourceAsStream("/ask/answers-" + language.code() + ".properties")),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The texts of a language.
    public static AnswerText in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /// The template with this key, filled.
    ///
    /// **errors** a key without text is a bug and throws
    public String sentence(String key, List<?> arguments) {
        String template = texts.getProperty(key);
        if (template == null) {
            throw new IllegalArgumentException(
                    "text (" + key + ") must be among the answers\nMaybe it is spelt otherwise there.");
        }
        return PLACE.matcher(template).replaceAll(place -> {
            Object argument = arguments.get(Integer.parseInt(place.group(1)));
            String text = place.group(2) != null && argument instanceof Fact fact
                    ? measure(fact.measure())
                    : written(argument);
            return Matcher.quoteReplacement(text);
        });
    }

    String sentence(String key, Object... arguments) {
        return sentence(key, List.of(arguments));
    }

    private String written(Object argument) {
        return switch (argument) {
            case Fact fact -> number(fact);
            case Instant at -> moment.format(at);
            case EntityKind kind -> sentence("kind." + kind.label(), List.of());
            case Measure measure -> measure(measure.label());
            case Spoken spoken -> spoken.in(language);
            case Number number -> format(number.doubleValue(), 0);
            case dev.upswell.fyp.Slot slot ->
                "%s %02d:00 UTC".formatted(slot.day().getDisplayName(TextStyle.FULL, language.locale()), slot.hour());
            default -> argument.toString();
        };
    }

    /// A span such as "24 hours" in this language; anything else, such as a mark, as it is.
    private String words(String text) {
        Matcher span = SPAN.matcher(text);
        if (span.matches()) {
            return span.group(2) + " " + sentence(
                    "span." + (span.group(3).endsWith("s") ? span.group(3) : span.group(3) + "s"), List.of());
        }
        return text;
    }

    /// A measure that is told by its name in a sentence.
    public static Spoken measured(String label) {
        return language -> in(language).measure(label);
    }

    /// A span that is told in a sentence.
    public static Spoken span(String of) {
        return language -> in(language).words(of);
    }

    /// What is measured, in words.
    public String measure(String label) {
        return texts.getProperty("measure." + label, label.replace('_', ' '));
    }

    /// The number of a fact as this language writes it.
    public String number(Fact fact) {
        double value = fact.value();
        return switch (fact.unit()) {
            case COUNT, RANK -> format(value, 0);
            case RATIO -> format(value * 100, Math.abs(value) < 0.01 ? 2 : 1) + " %";
            case CHANGE -> (value > 0 ? "+" : "") + format(value * 100, 1) + " %";
            case SCORE -> format(value, 3);
            case POINTS -> format(value, 1);
            case HOURS -> format(value, 1) + " " + sentence("span.hours", List.of());
            case PER_MINUTE -> format(value, Math.abs(value) < 1 ? 3 : 1) + " " + sentence("unit.perMinute", List.of());
        };
    }

    private String format(double value, int places) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(places);
        format.setMinimumFractionDigits(places);
        return format.format(value);
    }

    /// The text of a finding, a sentence or an item on each line.
    String text(Finding finding) {
        var text = new StringBuilder();
        for (Finding.Line line : finding.lines()) {
            text.append(text.isEmpty() ? "" : line.key().equals(MORE) ? ", " : "\n")
                    .append(sentence(line.key(), line.arguments()));
        }
        return capital(text.toString());
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// A slot as it was understood; empty for a cue, which the intent says.
    String slot(Slot slot) {
        return switch (slot) {
            case Slot.Named named -> Subject.of(named).name();
            case Slot.Kind kind -> written(kind.kind());
            case Slot.Measured measured -> measure(measured.measure().label());
            case Slot.Span span -> words(span.hours() % 24 == 0 && span.hours() > 24
                    ? span.hours() / 24 + " days"
                    : span.hours() + " hours");
            case Slot.Ahead ahead -> sentence("read.ahead", ahead.hours());
            case Slot.On on -> on.day().toString();
            case Slot.Period period -> period.to() == null
                    ? sentence("read.since", period.from())
                    : period.from() + " – " + period.to();
            case Slot.Weekday weekday -> weekday.day().getDisplayName(TextStyle.FULL, language.locale());
            case Slot.Earlier earlier -> sentence("read.earlier", earlier.hours());
            case Slot.Stretch stretch -> sentence("read.stretch", stretch.from(), stretch.to());
            case Slot.After after -> sentence("read.after", after.second());
            case Slot.Now _ -> sentence("read.now", List.of());
            case Slot.Count count -> String.valueOf(count.number());
            case Slot.Bound bound -> sentence(side(bound), written(bound.number()));
            case Slot.Second second -> sentence("read.second", second.second());
            case Slot.Wanted _ -> "";
            case Slot.Filler _ -> "";
        };
    }

    private static String side(Slot.Bound bound) {
        if (bound.above()) {
            return bound.including() ? "read.atleast" : "read.above";
        }
        return bound.including() ? "read.atmost" : "read.below";
    }

    /// A key in lower case, as the files write those of enums.
    static String key(String family, Enum<?> one) {
        return family + "." + one.name().toLowerCase(Locale.ROOT);
    }
}
