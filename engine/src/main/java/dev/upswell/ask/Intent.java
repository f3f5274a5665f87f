package dev.upswell.ask;

import static dev.upswell.ask.Cue.AND;
import static dev.upswell.ask.Cue.AUDIENCE;
import static dev.upswell.ask.Cue.BADLY;
import static dev.upswell.ask.Cue.BEST_TIME;
import static dev.upswell.ask.Cue.BETWEEN;
import static dev.upswell.ask.Cue.BOTTOM;
import static dev.upswell.ask.Cue.EMERGING;
import static dev.upswell.ask.Cue.FALL;
import static dev.upswell.ask.Cue.GAIN;
import static dev.upswell.ask.Cue.GAP;
import static dev.upswell.ask.Cue.GET;
import static dev.upswell.ask.Cue.HAPPEN;
import static dev.upswell.ask.Cue.HOW;
import static dev.upswell.ask.Cue.HOW_MUCH;
import static dev.upswell.ask.Cue.LEAVE;
import static dev.upswell.ask.Cue.LESS;
import static dev.upswell.ask.Cue.MANNER;
import static dev.upswell.ask.Cue.MORE;
import static dev.upswell.ask.Cue.NEXT;
import static dev.upswell.ask.Cue.OR;
import static dev.upswell.ask.Cue.OR_NOT;
import static dev.upswell.ask.Cue.OWN;
import static dev.upswell.ask.Cue.PATTERN;
import static dev.upswell.ask.Cue.PERCENT;
import static dev.upswell.ask.Cue.POST;
import static dev.upswell.ask.Cue.POSTED;
import static dev.upswell.ask.Cue.RISE;
import static dev.upswell.ask.Cue.SCORE;
import static dev.upswell.ask.Cue.SHOULD;
import static dev.upswell.ask.Cue.STAY;
import static dev.upswell.ask.Cue.SURE;
import static dev.upswell.ask.Cue.SURGE;
import static dev.upswell.ask.Cue.TOP;
import static dev.upswell.ask.Cue.WATCHED;
import static dev.upswell.ask.Cue.WELL;
import static dev.upswell.ask.Cue.WHEN;
import static dev.upswell.ask.Cue.WHERE;
import static dev.upswell.ask.Cue.WHY;
import static dev.upswell.content.EntityKind.CREATOR;
import static dev.upswell.content.EntityKind.HASHTAG;
import static dev.upswell.content.EntityKind.SOUND;
import static dev.upswell.content.EntityKind.VIDEO;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a question wants, told by the slots that it needs and may have.
public enum Intent {
    /// What rises of a kind, or falls.
    RISING(Shape.with().needs(RISE, FALL, EMERGING).may(TOP, HOW_MUCH, MANNER, OWN, WATCHED).needsSlot(Slot.Kind.class).maySlots(Slot.Count.class,
            Slot.Span.class, Slot.Measured.class).measuring(Measure.VIEWS, Measure.VIEW_GROWTH)),
    /// What moves one entity.
    WHY_RISING(Shape.with().needs(WHY).may(RISE, FALL, SURGE, WELL, BADLY, HAPPEN, EMERGING, GAIN, GET, MORE, LESS, MANNER, Cue.STEADILY)
            .named(1, 1, HASHTAG, SOUND, CREATOR).maySlots(Slot.Span.class, Slot.Measured.class).measuring(Measure.VIEWS, Measure.VIEW_GROWTH, Measure.MOMENTUM)),
    /// Whether something rises or falls.
    MOVEMENT(Shape.with().needs(RISE, FALL).may(OR_NOT, MANNER, HOW_MUCH, OR).named(1, 1, HASHTAG, SOUND, CREATOR).maySlots(Slot.Span.class,
            Slot.Measured.class).measuring(Measure.VIEWS)),
    /// Why a video did as it did.
    WHY_VIDEO(Shape.with().needs(WHY).may(RISE, FALL, SURGE, WELL, BADLY, HAPPEN, SCORE, MANNER).named(1, 1, VIDEO).maySlots(Slot.Measured.class)
            .measuring(Measure.FYP_SCORE)),
    /// Whom a video lost in its first seconds, or kept.
    DROP_AT(Shape.with().needs(LEAVE, STAY, FALL).may(WHY, Cue.HOW_MANY, WHEN, AUDIENCE, WHERE, PERCENT, OR).named(1, 1, VIDEO).maySlots(
            Slot.Second.class, Slot.Stretch.class, Slot.After.class)),
    /// A figure of one entity.
    VALUE(Shape.with().may(Cue.HOW_MANY, HOW, GAIN, GET, PERCENT).named(1, 1).needsSlot(Slot.Measured.class).maySlots(Slot.Span.class, Slot.On.class)
            .measuring(measures())),
    /// A figure of two entities beside each other.
    COMPARE(Shape.with().needs(Cue.COMPARE, OR, MORE, LESS, AND, GAP).may(Cue.HOW_MANY, GAIN, GET, TOP, BETWEEN).named(2, 2).needsSlot(Slot.Measured.class)
            .maySlots(Slot.Span.class, Slot.On.class, Slot.Kind.class).measuring(measures())),
    /// The first of a kind by a figure.
    TOP_BY(Shape.with().needs(TOP, BOTTOM).may(MORE, GAIN, GET, OWN, WATCHED).needsSlot(Slot.Kind.class).needsSlot(Slot.Measured.class)
            .maySlots(Slot.Count.class, Slot.Span.class, Slot.On.class)),
    /// What is expected of an entity, or of which of a kind a surge is.
    FORECAST(Shape.with().may(Cue.FORECAST, SURGE, NEXT, RISE, TOP, HAPPEN, GAIN, GET, Cue.HOW_MANY, PERCENT, OR_NOT, OWN, OR, AND).named(0, 2)
            .maySlots(Slot.Kind.class, Slot.Ahead.class, Slot.Count.class, Slot.Measured.class).measuring(Measure.VIEWS, Measure.POSTS, Measure.FOLLOWERS)),
    /// How sure a forecast is, or how right forecasts were.
    HOW_SURE(Shape.with().needs(SURE).may(Cue.FORECAST, SURGE, RISE, HOW, OR_NOT, AND, Cue.WE).named(0, 1).maySlots(Slot.Kind.class, Slot.Ahead.class)),
    /// In which slots of the week posts did best.
    WHEN_TO_POST(Shape.with().needs(WHEN, BEST_TIME).needs(POST, POSTED).may(TOP, WELL, SHOULD, BEST_TIME, Cue.WE).maySlots(Slot.Kind.class, Slot.Count.class,
            Slot.Weekday.class).ofKinds(VIDEO)),
    /// Which creative choices go with engagement.
    PATTERNS_FOR(Shape.with().needs(PATTERN).may(WELL, TOP, Cue.HOW_MANY).named(0, 1, HASHTAG).maySlots(Slot.Kind.class, Slot.Count.class).ofKinds(
            HASHTAG, VIDEO)),
    /// The score of a creator or a video.
    SCORE_OF(Shape.with().may(SCORE, Cue.HOW_MANY, HOW).named(1, 1, CREATOR, VIDEO).maySlots(Slot.Measured.class).measuring(Measure.FYP_SCORE,
            Measure.CREATOR_SCORE)),
    /// What is other than before.
    CHANGED(Shape.with().may(Cue.CHANGED, HAPPEN, HOW, Cue.HOW_MANY, GAIN, GET, GAP, Cue.COMPARE).named(0, 1).maySlots(Slot.Span.class, Slot.On.class,
            Slot.Period.class, Slot.Earlier.class, Slot.Measured.class).measuring(changing())),
    /// How many of a kind there are, were posted in a time, or have more or less than so much of something.
    HOW_MANY(Shape.with().needs(Cue.HOW_MANY, HOW_MUCH).may(WATCHED, EMERGING, POST, POSTED, OWN, GAIN, GET).named(0, 1, HASHTAG, SOUND, CREATOR)
            .needsSlot(Slot.Kind.class).maySlots(Slot.Span.class, Slot.On.class, Slot.Period.class, Slot.Bound.class, Slot.Measured.class));

    private static final int DAY = 24;

    private final Shape shape;

    Intent(Shape shape) {
        this.shape = shape;
    }

    private static final Set<Measure> SHARES = EnumSet.of(Measure.ENGAGEMENT_RATE, Measure.LIKE_RATE,
            Measure.COMMENT_RATE, Measure.SHARE_RATE, Measure.VIEW_GROWTH, Measure.TOP_CREATOR_SHARE,
            Measure.COMPLETION_RATE, Measure.DROP_FIRST_3S);

    /// Measures with a value of their own; scores belong to other intents.
    private static Measure[] measures() {
        return List.of(Measure.values()).stream()
                .filter(one -> one != Measure.FYP_SCORE && one != Measure.CREATOR_SCORE)
                .toArray(Measure[]::new);
    }

    /// Measures whose counters can be read then and now.
    private static Measure[] changing() {
        return List.of(Measure.values()).stream()
                .filter(one -> one.counter() != null || one.name().endsWith("_GAINED"))
                .toArray(Measure[]::new);
    }

    boolean fits(List<Slot> slots) {
        return shape.fits(slots) && makesSense(slots);
    }

    /// Whether a slot is a time that is over or goes on.
    static boolean isPast(Slot slot) {
        return slot instanceof Slot.Span || slot instanceof Slot.On || slot instanceof Slot.Period;
    }

    private static boolean has(List<Slot> slots, Class<? extends Slot> sort) {
        return slots.stream().anyMatch(sort::isInstance);
    }

    private static boolean wants(List<Slot> slots, Cue cue) {
        return slots.contains(new Slot.Wanted(cue));
    }

    /// What no list of slots can say.
    private boolean makesSense(List<Slot> slots) {
        boolean measured = has(slots, Slot.Measured.class);
        boolean named = has(slots, Slot.Named.class);
        return switch (this) {
            case SCORE_OF -> measured || wants(slots, SCORE);
            // What is expected of one entity is expected of everybody's together.
            case FORECAST -> isOfOneOrEither(slots) && (named ? !wants(slots, OWN) : has(slots, Slot.Kind.class)) && isOfTheFuture(slots);
            case HOW_MANY -> isCounted(slots, named);
            case MOVEMENT -> !wants(slots, Cue.WHICH);
            case DROP_AT -> has(slots, Slot.Second.class) || has(slots, Slot.Stretch.class)
                    || has(slots, Slot.After.class) || wants(slots, WHERE);
            case VALUE -> (!wants(slots, PERCENT) || slots.stream().anyMatch(Intent::isShare))
                    && !(wants(slots, HOW) && isGotten(slots));
            case WHEN_TO_POST -> wants(slots, BEST_TIME) || wants(slots, SHOULD) || wants(slots, TOP)
                    || wants(slots, WELL);
            case CHANGED -> isChange(slots, measured);
            case TOP_BY -> isRanked(slots);
            // Growth is known against the day before, and of no longer time.
            case RISING -> !slots.contains(new Slot.Measured(Measure.VIEW_GROWTH))
                    || slots.stream().allMatch(slot -> !(slot instanceof Slot.Span(int hours)) || hours == DAY);
            case HOW_SURE, WHY_RISING, WHY_VIDEO, COMPARE, PATTERNS_FOR -> true;
        };
    }

    /// "Who got the most followers" may ask for all of them or for new ones, and so may "who has the most followers today".
    private static boolean isRanked(List<Slot> slots) {
        boolean timed = slots.stream().anyMatch(Intent::isPast);
        boolean level = slots.contains(new Slot.Measured(Measure.FOLLOWERS))
                || slots.contains(new Slot.Measured(Measure.POSTS));
        return timed ? isGotten(slots) || !level
                : !wants(slots, GET) || wants(slots, GAIN) || slots.stream().anyMatch(Intent::isGain);
    }

    /// Of two, which is the likelier may be asked; of one or none there is no `or`.
    private static boolean isOfOneOrEither(List<Slot> slots) {
        long named = slots.stream().filter(Slot.Named.class::isInstance).distinct().count();
        boolean joined = wants(slots, OR) || wants(slots, AND);
        return named == 2
                ? joined && wants(slots, SURGE) && !has(slots, Slot.Measured.class) && !has(slots, Slot.Count.class)
                : !joined;
    }

    private static boolean isOfTheFuture(List<Slot> slots) {
        boolean foretold = wants(slots, Cue.FORECAST) || wants(slots, SURGE);
        boolean open = wants(slots, NEXT) && has(slots, Slot.Ahead.class);
        return (foretold || has(slots, Slot.Ahead.class)) && !open
                && !((wants(slots, PERCENT) || isGotten(slots)) && has(slots, Slot.Measured.class));
    }

    private static boolean isCounted(List<Slot> slots, boolean named) {
        boolean posted = wants(slots, POST) || wants(slots, POSTED);
        boolean measured = has(slots, Slot.Measured.class);
        if (has(slots, Slot.Bound.class) || measured || isGotten(slots)) {
            return has(slots, Slot.Bound.class) && slots.stream().anyMatch(Intent::isWhole) && !named && !posted && !wants(slots, EMERGING)
                    && !has(slots, Slot.Period.class) && isRanked(slots);
        }
        if (posted || named || slots.stream().anyMatch(Intent::isPast)) {
            return posted && slots.stream().anyMatch(Intent::isPast) && slots.contains(new Slot.Kind(VIDEO))
                    && !wants(slots, EMERGING);
        }
        return !wants(slots, HOW_MUCH) || wants(slots, WATCHED) || wants(slots, EMERGING)
                || wants(slots, Cue.HOW_MANY);
    }

    private static boolean isGotten(List<Slot> slots) {
        return wants(slots, GAIN) || wants(slots, GET);
    }

    private static boolean isGain(Slot slot) {
        return slot instanceof Slot.Measured(Measure measure) && measure.name().endsWith("_GAINED");
    }

    /// Whether it is counted in whole things, so that a bound needs no unit.
    private static boolean isWhole(Slot slot) {
        return slot instanceof Slot.Measured(Measure measure) && (measure.counter() != null || isGain(slot));
    }

    private static boolean isShare(Slot slot) {
        return slot instanceof Slot.Measured(Measure measure) && SHARES.contains(measure);
    }

    private static boolean isChange(List<Slot> slots, boolean measured) {
        boolean told = wants(slots, Cue.CHANGED) || wants(slots, HAPPEN) || wants(slots, GAP);
        boolean against = has(slots, Slot.Earlier.class);
        boolean how = wants(slots, HOW) && isGotten(slots) && !told;
        return (told || (has(slots, Slot.Period.class) || against) && measured) && wants(slots, Cue.COMPARE) == against && !how;
    }
}
