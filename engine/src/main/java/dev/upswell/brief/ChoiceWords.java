package dev.upswell.brief;

import dev.upswell.creative.CreativeBlock;
import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.Choice;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Creative choices as sentences that somebody who films can act on.
///
/// Counts are whole numbers, fractions percent. Times are seconds where the length of the video is known, else shares of it: in a bucket
/// they are those of its longest videos, where its length is not known shares.
///
/// **range** at most 140 characters; never the name of a feature
public final class ChoiceWords {

    private static final Pattern MANY = Pattern.compile("\\{([^{}/]+)/([^{}/]+)}");
    /// What goes when an amount is none: "in 3 seconds", "3 times", "of 3".
    private static final Pattern NONE = Pattern.compile(
            " (in|at|selama|pada) \\{n} (\\{second/seconds}|\\{point/points}|detik|titik)| \\{n} (\\{time/times}|kali)|\\{n} ");
    private static final double OPENING = 0.3;
    /// So late a moment still has room to be drawn.
    private static final double LATEST = 0.99;

    private final NumberWords numbers;
    private final Words words;
    private final Map<String, Phrase> phrases;

    private ChoiceWords(Locale language) {
        numbers = new NumberWords(language);
        words = Words.in(language);
        phrases = Phrase.in(language);
    }

    /// Words in this language: Indonesian where it is asked for, else English.
    public static ChoiceWords in(Locale language) {
        return new ChoiceWords(language);
    }

    /// One sentence that says what to do, with times as shares of the video.
    public String say(Choice choice) {
        return sentence(choice, null);
    }

    /// The same with times in seconds of a video of this bucket.
    public String say(Choice choice, DurationBucket bucket) {
        return sentence(choice, bucket.isLength() ? bucket : null);
    }

    /// Whether the sentence tells to leave something: `Do not …`.
    public boolean forbids(Choice choice) {
        Phrase phrase = phrase(choice);
        return choice.side() == Choice.Side.AT_MOST && (phrase.amount() == Amount.FLAG || none(choice, phrase));
    }

    private String sentence(Choice choice, @Nullable DurationBucket bucket) {
        Phrase phrase = phrase(choice);
        boolean above = choice.side() == Choice.Side.ABOVE;
        String template = above || phrase.atMost().isEmpty() ? phrase.above() : phrase.atMost();
        String said;
        if (forbids(choice) && phrase.atMost().isEmpty()) {
            String bare = NONE.matcher(template).replaceAll("");
            said = words.say("choice.not", bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1));
            said = MANY.matcher(said).replaceAll("$2");
        } else {
            String bare = bare(choice, phrase.amount());
            said = MANY.matcher(template).replaceAll(bare.equals("1") ? "$1" : "$2")
                    .replace("{n}", amount(choice, phrase.amount(), bare, bucket)).replace("{v}", bare);
        }
        return said.contains("{span}") ? said.replace("{span}", span(choice.feature().name(), bucket)) : said;
    }

    private Phrase phrase(Choice choice) {
        Phrase phrase = phrases.get(choice.feature().name());
        if (phrase == null) {
            throw new IllegalArgumentException("creative choice (" + choice.feature().name()
                    + ") must have words\nMaybe it is new, and its row is missing in choices.tsv.");
        }
        return phrase;
    }

    private static boolean none(Choice choice, Phrase phrase) {
        return phrase.amount() == Amount.COUNT && least(choice) == 0;
    }

    /// The whole number that a count must reach or may not pass.
    private static long least(Choice choice) {
        long floor = (long) Math.floor(choice.threshold());
        return Math.max(0, choice.side() == Choice.Side.ABOVE ? floor + 1 : floor);
    }

    private String bare(Choice choice, Amount amount) {
        double threshold = choice.threshold();
        return switch (amount) {
            case COUNT -> numbers.whole(least(choice));
            case NUMBER, SECONDS, SECOND, RATE, SIGNED, FLAG -> numbers.number(threshold);
            case PERCENT, WHEN -> numbers.percent(threshold);
            case POINTS -> numbers.number(threshold * 100);
            case MINUTE -> numbers.number(threshold * 60);
        };
    }

    private String amount(Choice choice, Amount amount, String bare, @Nullable DurationBucket bucket) {
        boolean above = choice.side() == Choice.Side.ABOVE;
        return switch (amount) {
            case COUNT -> words.say(above ? "amount.least" : "amount.most", bare);
            case NUMBER, PERCENT, POINTS, MINUTE, RATE, SIGNED, FLAG ->
                words.say(above ? "amount.more" : "amount.most", bare);
            case SECONDS -> words.say(above ? "amount.more" : "amount.most",
                    words.say(bare.equals("1") ? "second.one" : "second.many", bare));
            case SECOND -> moment(choice.threshold(), bare, above);
            case WHEN -> bucket == null
                    ? choice.threshold() <= 0
                            ? moment(0, bare, above)
                            : words.say(above ? "share.after" : "share.within", bare)
                    : moment(choice.threshold() * bucket.upTo(), numbers.number(choice.threshold() * bucket.upTo()),
                            above);
        };
    }

    private String moment(double second, String bare, boolean above) {
        if (second <= 0) {
            return words.say(above ? "second.after.start" : "second.start");
        }
        return words.say(above ? "second.after" : bare.equals("1") ? "second.within.one" : "second.within", bare);
    }

    /// Where in the video a window, the opening or the closing lies.
    private String span(String feature, @Nullable DurationBucket bucket) {
        Optional<Part> part = bucket == null ? Optional.empty() : Part.ofCurve(feature, bucket);
        if (part.isPresent()) {
            return words.say("span.seconds", numbers.number(part.get().from()), numbers.number(part.get().to()));
        }
        String name = feature.substring(feature.lastIndexOf('_') + 1);
        return Character.isDigit(name.charAt(0))
                ? words.say("span.window", name)
                : words.say("span." + name, numbers.percent(OPENING));
    }

    /// When in a video of this bucket it is to be done; empty for what stands in the caption, and where nobody tells how long videos are.
    public Optional<Part> part(Choice choice, DurationBucket bucket) {
        if (choice.feature().block() == CreativeBlock.METADATA || !bucket.isLength()) {
            return Optional.empty();
        }
        Amount amount = phrase(choice).amount();
        if (amount != Amount.WHEN && amount != Amount.SECOND) {
            return Optional.of(Part.of(choice.feature().name(), bucket));
        }
        double share = Math.clamp(amount == Amount.WHEN ? choice.threshold() : choice.threshold() / bucket.upTo(), 0,
                1);
        return Optional.of(choice.side() == Choice.Side.ABOVE
                ? Part.share(Math.min(share, LATEST), 1, bucket)
                : Part.share(0, Math.max(share, 1 - LATEST), bucket));
    }
}
