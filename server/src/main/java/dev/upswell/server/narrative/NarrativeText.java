package dev.upswell.server.narrative;

import dev.upswell.grounding.Fact;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts what was found out into sentences by templates, in English and Indonesian.
///
/// A template's `{0}` is its first argument: a fact's number as the language writes it, or a name; `{0#}` is the citation of a fact.
final class NarrativeText {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(#?)\\}");

    private final Locale locale;
    private final Properties texts = new Properties();

    private NarrativeText(Locale locale, String code) {
        this.locale = locale;
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(
                        NarrativeText.class.getResourceAsStream("/narrative/sentences-" + code + ".properties")),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The texts of a language; English for any but Indonesian.
    static NarrativeText in(Locale language) {
        return language.getLanguage().equals("id")
                ? new NarrativeText(Locale.of("id", "ID"), "id")
                : new NarrativeText(Locale.US, "en");
    }

    /// The sentences of these lines.
    List<String> sentences(List<Told.Line> lines) {
        return lines.stream().map(this::sentence).toList();
    }

    private String sentence(Told.Line line) {
        return PLACE.matcher(text(line.key())).replaceAll(place -> {
            Object argument = line.arguments().get(Integer.parseInt(place.group(1)));
            return Matcher.quoteReplacement(switch (argument) {
                case Fact fact -> place.group(2).isEmpty() ? written(fact) : "[" + fact.id() + "]";
                case Told.Word word -> text(word.key());
                default -> argument.toString();
            });
        });
    }

    private String text(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException(
                    "text (" + key + ") must be among the sentences\nMaybe it is spelt otherwise there.");
        }
        return text;
    }

    /// A fact's number as the language writes it; changes without their sign, because the sentence says which way.
    private String written(Fact fact) {
        Double value = fact.value();
        if (value == null) {
            return String.valueOf(fact.of());
        }
        return switch (fact.unit()) {
            case SHARE -> digits(100 * value, 1) + " %";
            case CHANGE -> digits(100 * Math.abs(value), 1) + " %";
            case EFFECT -> (value > 0 ? "+" : "") + digits(value, 2);
            case VIEWS, POSTS, FOLLOWERS, LIKES, COMMENTS, SHARES, SAVES, CREATORS, HASHTAGS, SOUNDS, RANK ->
                digits(value, 0);
            case COUNT, RATIO, POINTS, SECONDS, MINUTES, HOURS, DAYS, PER_MINUTE, NAME -> digits(value, 2);
        };
    }

    private String digits(double value, int places) {
        NumberFormat digits = NumberFormat.getInstance(locale);
        digits.setMaximumFractionDigits(places);
        return digits.format(value);
    }
}
