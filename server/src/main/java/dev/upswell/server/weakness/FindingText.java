package dev.upswell.server.weakness;

import dev.upswell.content.EntityKind;
import dev.upswell.grounding.Evidence;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Unit;
import dev.upswell.segment.Fault;
import dev.upswell.segment.Measured;
import dev.upswell.segment.Segment;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts findings into facts and sentences, in English or Indonesian.
///
/// A template's `{0}` is the number of its first fact as the language writes it, or a name; `{0#}` is the citation of the fact.
final class FindingText {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(#?)\\}");
    private static final Pattern QUOTES = Pattern.compile("[\"“”«»\\[\\]\\p{Cntrl}]+");
    private static final double POINTS = 100;

    private final Locale locale;
    private final Properties texts = new Properties();

    private FindingText(Locale locale, String code) {
        this.locale = locale;
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(
                        FindingText.class.getResourceAsStream("/weakness/sentences-" + code + ".properties")),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The texts of a language; English for any but Indonesian.
    static FindingText in(Locale language) {
        return language.getLanguage().equals("id")
                ? new FindingText(Locale.of("id", "ID"), "id")
                : new FindingText(Locale.US, "en");
    }

    /// What a finding rests on, and what the template says of it.
    record Told(Evidence evidence, List<String> sentences) {
    }

    /// How people call a segment.
    ///
    /// @param name of its value, where it has one; strangers' text
    String name(Segment segment, @Nullable String name) {
        String own = texts.getProperty("segment." + segment.dimension() + "." + segment.value());
        String value = name == null || name.isBlank() ? segment.value() : name;
        return own != null
                ? own
                : text("segment." + segment.dimension()).replace("{0}",
                        QUOTES.matcher(value).replaceAll(" ").replaceAll(" +", " ").strip());
    }

    /// @param asOf end of the window
    Told told(EntityKind kind, Finding finding, Instant asOf) {
        Measured measured = finding.confirmed();
        String name = name(finding.segment(), finding.name());
        List<Fact> facts = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        Fact segment = Fact.named("f1", null, "segment", name, null);
        facts.add(segment);
        if (finding.fault() == Fault.UNSURE) {
            Fact inside = fact(facts, "part_of_error_there", measured.inside(), Unit.SHARE, name);
            Fact elsewhere = fact(facts, "part_of_error_elsewhere", measured.elsewhere(), Unit.SHARE, "all others");
            sentences.add(sentence("unsure", segment, inside, elsewhere));
        } else {
            Fact stated = fact(facts, "share_stated", measured.told().stated(), Unit.SHARE, name);
            Fact came = fact(facts, "share_that_came_true", measured.told().came(), Unit.SHARE, name);
            sentences.add(sentence(finding.fault().label(), segment, stated, came));
            Fact inside = fact(facts, "gap_there", POINTS * measured.inside(), Unit.POINTS, name);
            Fact elsewhere = fact(facts, "gap_elsewhere", POINTS * measured.elsewhere(), Unit.POINTS, "all others");
            sentences.add(sentence("gap", inside, elsewhere));
        }
        sentences.add(interval(finding.fault(), measured, facts));
        sentences.add(sentence("rests." + kind.label(),
                fact(facts, kind.label() + "s", measured.told().entities(), unit(kind), name),
                fact(facts, "forecasts", measured.told().forecasts(), Unit.COUNT, name)));
        return new Told(Evidence.of(facts, asOf), sentences);
    }

    /// How far the segment and the others lie apart: shares of an error for [Fault#UNSURE], points of probability for the others.
    private String interval(Fault fault, Measured measured, List<Fact> facts) {
        boolean shares = fault == Fault.UNSURE;
        Unit unit = shares ? Unit.SHARE : Unit.POINTS;
        double times = shares ? 1 : POINTS;
        return sentence(shares ? "interval.unsure" : "interval",
                fact(facts, "difference_at_least", times * measured.low(), unit, "95 % interval"),
                fact(facts, "difference_at_most", times * measured.high(), unit, "95 % interval"));
    }

    private static Unit unit(EntityKind kind) {
        return switch (kind) {
            case HASHTAG -> Unit.HASHTAGS;
            case SOUND -> Unit.SOUNDS;
            case VIDEO -> Unit.POSTS;
            case CREATOR -> Unit.CREATORS;
        };
    }

    private static Fact fact(List<Fact> facts, String measure, double value, Unit unit, String of) {
        Fact fact = new Fact("f" + (facts.size() + 1), null, measure, value, unit, null, of);
        facts.add(fact);
        return fact;
    }

    private String text(String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }

    private String sentence(String key, Fact... facts) {
        return PLACE.matcher(text(key)).replaceAll(place -> {
            Fact fact = facts[Integer.parseInt(place.group(1))];
            return Matcher.quoteReplacement(place.group(2).isEmpty() ? written(fact) : "[" + fact.id() + "]");
        });
    }

    private String written(Fact fact) {
        Double value = fact.value();
        if (value == null) {
            return String.valueOf(fact.of());
        }
        return switch (fact.unit()) {
            case SHARE -> digits(POINTS * value, 1) + " %";
            case POINTS -> digits(value, 1);
            default -> digits(value, 0);
        };
    }

    private String digits(double value, int places) {
        NumberFormat digits = NumberFormat.getInstance(locale);
        digits.setMaximumFractionDigits(places);
        String written = digits.format(value);
        // There is no such thing as minus nothing.
        return written.equals("-0") ? "0" : written;
    }
}
