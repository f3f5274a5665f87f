package dev.upswell.brief.audience;

import dev.upswell.brief.ChoiceWords;
import dev.upswell.brief.NumberWords;
import dev.upswell.brief.Subject;
import dev.upswell.brief.Words;
import dev.upswell.creative.DurationBucket;
import dev.upswell.document.Block;
import dev.upswell.learn.Interval;
import dev.upswell.pattern.BucketFigures;
import dev.upswell.pattern.Choice;
import dev.upswell.pattern.Evidence;
import dev.upswell.pattern.Finding;
import dev.upswell.pattern.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The language that a document speaks: its words, its numbers, its sentences about findings.
///
/// A statistic that is not for its audience is left out where a sentence can do without, and refused where it cannot.
record Voice(Locale language, Words words, NumberWords numbers, ChoiceWords choices, Audience audience) {

    /// What a cell holds that has no value.
    static final String NONE = "–";
    /// So many creators are named.
    private static final int HANDLES = 5;

    static Voice in(Locale language, Audience audience) {
        Locale spoken = language.getLanguage().equals("id") ? Locale.of("id") : Locale.ENGLISH;
        return new Voice(spoken, Words.in(spoken), new NumberWords(spoken), ChoiceWords.in(spoken), audience);
    }

    String say(String key, Object... values) {
        return words.say(key, values);
    }

    /// A count with its noun: `1 video`, `2 videos`.
    String count(String noun, long number) {
        return say(noun + (number == 1 ? ".one" : ".many"), numbers.whole(number));
    }

    /// Which videos a document is about: `#bali`, `@ana, @bo` or `all videos`.
    String subject(Subject subject) {
        return switch (subject) {
            case Subject.Hashtag(String name) -> "#" + name;
            case Subject.Creators(List<String> handles) -> {
                String said = String.join(", ", handles.stream().limit(HANDLES).map(handle -> "@" + handle).toList());
                yield handles.size() > HANDLES
                        ? say("creators.more", said, numbers.whole(handles.size() - HANDLES))
                        : said;
            }
            case Subject.All _ -> say("subject.all");
        };
    }

    /// So many of them: `3 videos on #bali`, `3 videos of @ana` or `3 videos`.
    String videos(long number, Subject subject) {
        String videos = count("videos", number);
        return switch (subject) {
            case Subject.Hashtag _ -> say("videos.hashtag", videos, subject(subject));
            case Subject.Creators _ -> say("videos.creators", videos, subject(subject));
            case Subject.All _ -> videos;
        };
    }

    Block.Heading heading(int level, String key, Object... values) {
        return new Block.Heading(level, say(key, values));
    }

    Block.Paragraph paragraph(String key, Object... values) {
        return new Block.Paragraph(say(key, values));
    }

    Block.Callout callout(Block.Tone tone, String title, String text) {
        return new Block.Callout(tone, say(title), text);
    }

    Block.Column text(String key) {
        return new Block.Column(say(key), false);
    }

    Block.Column number(String key) {
        return new Block.Column(say(key), true);
    }

    /// A length, or that it is unknown, where a line or cell begins: `15–30 s`.
    String bucket(DurationBucket bucket) {
        return bucket.isLength() ? say("bucket", seconds(bucket)) : say("bucket.unknown");
    }

    /// The same within a title.
    String titled(DurationBucket bucket) {
        return bucket.isLength() ? bucket(bucket) : say("bucket.unknown.title");
    }

    /// The same after a noun: `of 15–30 s`.
    String lasting(DurationBucket bucket) {
        return bucket.isLength() ? say("lasting", seconds(bucket)) : say("lasting.unknown");
    }

    private static String seconds(DurationBucket bucket) {
        return bucket.label().substring(0, bucket.label().indexOf(' '));
    }

    /// The sentence of this key, or of its twin for videos whose length nobody tells.
    String ofLength(String key, DurationBucket bucket, Object... values) {
        return say(bucket.isLength() ? key : key + ".unknown", values);
    }

    /// What to do about a finding: the choice itself, or for an anti-pattern the other side.
    String advice(Finding finding, DurationBucket bucket) {
        return choices.say(advised(finding), bucket);
    }

    /// The choice that a finding speaks for.
    static Choice advised(Finding finding) {
        Choice choice = finding.choice();
        return finding.good() ? choice : new Choice(choice.feature(), choice.side().opposite(), choice.threshold());
    }

    String label(Label label) {
        audience.mustRead(Statistic.LABEL);
        return say("label." + label.name().toLowerCase(Locale.ROOT));
    }

    String verdict(BucketFigures.Verdict verdict) {
        return say("verdict." + verdict.name().toLowerCase(Locale.ROOT));
    }

    /// A model's name; one without words keeps its own.
    String model(String name) {
        String key = "model." + name.replace(' ', '.');
        return words.sentences().getOrDefault(key, name);
    }

    /// How many other choices cannot be told from that of a finding; empty where none.
    String proxies(Finding finding) {
        return finding.proxies().isEmpty() ? "" : count("proxies", finding.proxies().size());
    }

    /// What a finding says, where, by how much, how sure, and what else may be behind it.
    String summed(Finding finding, DurationBucket bucket) {
        return together(say(finding.good() ? "finding.good" : "finding.bad", choices.say(finding.choice(), bucket),
                lasting(bucket), lift(finding), label(finding.label())), proxies(finding));
    }

    /// For example `+35% (+12% to +60%)`, for some audiences `+35%` alone; a word where nothing was measured.
    String lift(Finding finding) {
        audience.mustRead(Statistic.LIFT);
        Evidence.Measured lift = finding.evidence().meanLift();
        if (lift == null) {
            return say("unknown");
        }
        return !audience.reads(Statistic.INTERVAL)
                ? numbers.change(lift.value())
                : say("within", numbers.change(lift.value()), numbers.change(lift.interval().low()),
                        numbers.change(lift.interval().high()));
    }

    String effect(Finding finding) {
        audience.mustRead(Statistic.EFFECT);
        Evidence.Measured effect = finding.evidence().effect();
        return effect == null
                ? say("unknown")
                : say("within", numbers.number(round(effect.value())), numbers.number(round(effect.interval().low())),
                        numbers.number(round(effect.interval().high())));
    }

    String range(@Nullable Interval interval) {
        audience.mustRead(Statistic.INTERVAL);
        return interval == null
                ? say("unknown")
                : say("range", numbers.percent(interval.low()), numbers.percent(interval.high()));
    }

    String optional(@Nullable Double value) {
        return value == null ? NONE : numbers.fixed(value);
    }

    /// Sentences after each other; none is empty.
    static String together(String... sentences) {
        return String.join(" ", Arrays.stream(sentences).filter(sentence -> !sentence.isEmpty()).toList());
    }

    /// A line that says how many were left out here; empty where none was.
    List<Block> others(int shown, int all) {
        return all > shown ? List.of(paragraph("others", numbers.whole(all - shown))) : List.of();
    }

    /// A line that says how many were left out, which the full report holds; empty where none was.
    List<Block> more(int shown, int all) {
        return all > shown ? List.of(paragraph("more", numbers.whole(all - shown))) : List.of();
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
