package dev.upswell.server.wording;

import dev.upswell.grounding.Evidence;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Unit;
import java.text.NumberFormat;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Words that need no model: each fact is a sentence, in the order of the evidence.
///
/// What it writes passes the same check as what models write.
public final class TemplateWording implements Wording {

    private static final Locale INDONESIA = Locale.of("id", "ID");

    @Override
    public Worded write(Matter matter) {
        return new Worded(UUID.randomUUID(), matter.template(), Worded.Author.TEMPLATE, null, List.of());
    }

    /// The sentences for the first facts, as many as the purpose wants.
    List<String> sentences(Purpose purpose, Evidence evidence, Locale language) {
        if (evidence.facts().isEmpty()) {
            throw new IllegalArgumentException(
                    "evidence (no fact) must have a fact\nMaybe say that nothing is known instead.");
        }
        boolean indonesian = language.getLanguage().equals("id");
        return evidence.facts().stream().limit(purpose.schema().mostSentences())
                .map(fact -> sentence(fact, indonesian)).toList();
    }

    private static String sentence(Fact fact, boolean indonesian) {
        String measure = fact.measure().replace('_', ' ').strip();
        String of = fact.entity() == null ? "" : (indonesian ? " dari " : " of ") + fact.entity();
        String at = fact.at() == null ? "" : at(fact, indonesian);
        String over = fact.of() == null || fact.unit() == Unit.NAME ? "" : " (" + fact.of() + ")";
        return "%s%s%s%s: %s [%s].".formatted(begun(measure), of, over, at, value(fact, indonesian), fact.id());
    }

    private static String begun(String measure) {
        return measure.isEmpty() ? measure : Character.toUpperCase(measure.charAt(0)) + measure.substring(1);
    }

    private static String at(Fact fact, boolean indonesian) {
        var day = DateTimeFormatter.ofPattern("d MMMM uuuu", indonesian ? INDONESIA : Locale.ENGLISH)
                .withZone(ZoneOffset.UTC);
        return (indonesian ? " pada " : " on ") + day.format(fact.at());
    }

    private static String value(Fact fact, boolean indonesian) {
        Double value = fact.value();
        if (value == null) {
            return String.valueOf(fact.of());
        }
        NumberFormat digits = NumberFormat.getInstance(indonesian ? INDONESIA : Locale.US);
        digits.setMaximumFractionDigits(Math.abs(value) >= 100 ? 0 : 2);
        return switch (fact.unit()) {
            case SHARE -> digits.format(100 * value) + " %";
            case CHANGE -> (value > 0 ? "+" : "") + digits.format(100 * value) + " %";
            case RATIO -> digits.format(value) + (indonesian ? " kali" : " times");
            case SECONDS -> digits.format(value) + (indonesian ? " detik" : " seconds");
            case MINUTES -> digits.format(value) + (indonesian ? " menit" : " minutes");
            case HOURS -> digits.format(value) + (indonesian ? " jam" : " hours");
            case DAYS -> digits.format(value) + (indonesian ? " hari" : " days");
            case VIEWS, POSTS, FOLLOWERS, LIKES, COMMENTS, SHARES, SAVES, CREATORS, HASHTAGS, SOUNDS, COUNT, POINTS,
                    RANK, PER_MINUTE,
                    EFFECT, NAME ->
                digits.format(value);
        };
    }
}
