package dev.upswell.ask;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A question that is understood: what it wants, and of what.
///
/// @param slots all that it said, without fillers
public record Understanding(Intent intent, List<Slot> slots) implements Understood {

    private static final int SHORTEST_PART = 4;
    private static final int MOST_MEANT = 3;

    public Understanding {
        slots = List.copyOf(slots);
    }

    /// Reads a question.
    ///
    /// @param now the instant that it is asked of
    /// @param subject what "it" means, such as the entity of the page that it is asked on; null for nothing
    public static Understood of(Question question, Names names, Instant now, Slot.@Nullable Named subject) {
        if (question.text().length() > Question.LONGEST) {
            return new Misunderstood(Misunderstood.Reason.TOO_LONG, List.of(), List.of(), List.of());
        }
        if (question.words().isEmpty()) {
            return new Misunderstood(Misunderstood.Reason.EMPTY, List.of(), List.of(), List.of());
        }
        SlotReading reading = SlotReading.of(question, names, now);
        Misunderstood.Reason early = early(reading);
        if (early != null) {
            List<String> words = early == Misunderstood.Reason.UNKNOWN_NAME ? reading.missing() : reading.unknown();
            return new Misunderstood(early, words, reading.slots(),
                    reading.several().isEmpty() ? resembling(words, names) : reading.several());
        }
        List<Slot> slots = tidied(withSubject(reading.slots(), subject), LocalDate.ofInstant(now, ZoneOffset.UTC));
        List<Intent> fitting = fitting(slots);
        if (fitting.isEmpty() && subject != null && slots.stream().noneMatch(Slot.Named.class::isInstance)) {
            slots = new ArrayList<>(slots);
            slots.add(subject);
            fitting = fitting(slots);
        }
        if (fitting.size() == 1) {
            return new Understanding(fitting.getFirst(), slots);
        }
        boolean nobody = subject == null && (has(slots, Cue.IT) || has(slots, Cue.ITS));
        return new Misunderstood(nobody
                ? Misunderstood.Reason.NO_SUBJECT
                : fitting.isEmpty() ? Misunderstood.Reason.NO_INTENT : Misunderstood.Reason.SEVERAL_INTENTS, List.of(),
                slots, List.of());
    }

    /// What may be meant by words that nothing is called by: what has one of them in its name.
    private static List<Slot.Named> resembling(List<String> words, Names names) {
        return words.stream().map(word -> word.replaceFirst("^[#@]", "")).filter(word -> word.length() >= SHORTEST_PART)
                .flatMap(word -> Stream.of(EntityKind.CREATOR, EntityKind.HASHTAG, EntityKind.SOUND)
                        .flatMap(kind -> names.holding(word, kind).stream()))
                .distinct().limit(MOST_MEANT).toList();
    }

    private static List<Intent> fitting(List<Slot> slots) {
        return Stream.of(Intent.values()).filter(intent -> intent.fits(slots)).toList();
    }

    /// Without the word for the kind of what is named; "how many videos" of anything else asks for its posts, unless it asks which were
    /// posted in a time. A weekday is the last one of that name, unless it is asked when to post; "Sundays" are no such day. What "we" post is
    /// our own; "our #glowskin" is that one; "latest" is now where no kind is asked for; by how many something grew is
    /// what it gained.
    private static List<Slot> tidied(List<Slot> slots, LocalDate today) {
        List<EntityKind> kinds = slots.stream().filter(Slot.Named.class::isInstance).map(Slot.Named.class::cast)
                .map(one -> one.entity().kind())
                .toList();
        boolean posted = (has(slots, Cue.POSTED) || has(slots, Cue.POST)) && slots.stream().anyMatch(Intent::isPast);
        boolean counted = (has(slots, Cue.HOW_MANY) || has(slots, Cue.HOW_MUCH))
                && slots.stream().noneMatch(Slot.Measured.class::isInstance) && !posted;
        boolean when = has(slots, Cue.WHEN) || has(slots, Cue.BEST_TIME);
        boolean byUs = !when && (has(slots, Cue.POSTED) || has(slots, Cue.POST));
        boolean ofKind = slots.stream().anyMatch(Slot.Kind.class::isInstance);
        boolean grown = has(slots, Cue.HOW_MANY) && kinds.size() == 1 && slots.stream().anyMatch(Intent::isPast)
                && slots.stream().anyMatch(Slot.Measured.class::isInstance)
                && slots.stream().noneMatch(Slot.Ahead.class::isInstance);
        var tidied = new ArrayList<Slot>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            Slot next = i + 1 < slots.size() ? slots.get(i + 1) : new Slot.Filler();
            if (slot instanceof Slot.Kind(EntityKind kind) && kinds.contains(kind)
                    || slot.equals(new Slot.Wanted(Cue.ITS)) && kinds.size() == 1 && !(next instanceof Slot.Kind)
                    || slot.equals(new Slot.Wanted(Cue.OWN)) && next instanceof Slot.Named
                    || slot.equals(new Slot.Wanted(Cue.RECENT)) && !ofKind) {
                continue;
            }
            if (slot.equals(new Slot.Wanted(Cue.WE)) && byUs) {
                tidied.add(new Slot.Wanted(Cue.OWN));
                continue;
            }
            if (slot.equals(new Slot.Wanted(Cue.RISE)) && grown) {
                tidied.add(new Slot.Wanted(Cue.GAIN));
                continue;
            }
            boolean posts = counted && !kinds.isEmpty() && slot.equals(new Slot.Kind(EntityKind.VIDEO));
            tidied.add(posts
                    ? new Slot.Measured(Measure.POSTS)
                    : dated(slot, when, today));
        }
        return tidied;
    }

    private static Slot dated(Slot slot, boolean when, LocalDate today) {
        return slot instanceof Slot.Weekday(DayOfWeek day, boolean each) && !when && !each
                ? new Slot.On(today.with(TemporalAdjusters.previous(day)))
                : slot;
    }

    private static Misunderstood.@Nullable Reason early(SlotReading reading) {
        if (has(reading.slots(), Cue.THEME)) {
            return Misunderstood.Reason.THEMES;
        }
        if (!reading.unknown().isEmpty()) {
            return Misunderstood.Reason.UNKNOWN_WORDS;
        }
        if (!reading.missing().isEmpty()) {
            return Misunderstood.Reason.UNKNOWN_NAME;
        }
        return reading.several().isEmpty() ? null : Misunderstood.Reason.AMBIGUOUS_NAME;
    }

    /// "It" becomes what the question is asked about; a question that names nothing else is about it too.
    private static List<Slot> withSubject(List<Slot> slots, Slot.@Nullable Named subject) {
        boolean named = slots.stream().anyMatch(Slot.Named.class::isInstance);
        if (subject == null || named || !has(slots, Cue.IT) && !has(slots, Cue.ITS)) {
            return slots;
        }
        var with = new ArrayList<Slot>();
        for (Slot slot : slots) {
            boolean it = slot.equals(new Slot.Wanted(Cue.IT)) || slot.equals(new Slot.Wanted(Cue.ITS));
            boolean kind = slot instanceof Slot.Kind one && one.kind() == subject.entity().kind();
            if (it && !with.contains(subject)) {
                with.add(subject);
            } else if (!it && !kind) {
                with.add(slot);
            }
        }
        return with;
    }

    private static boolean has(List<Slot> slots, Cue cue) {
        return slots.contains(new Slot.Wanted(cue));
    }

    /// Whether the question says so.
    public boolean wants(Cue cue) {
        return has(slots, cue);
    }

    /// All slots of this sort, in their order.
    public <T extends Slot> List<T> all(Class<T> sort) {
        return slots.stream().filter(sort::isInstance).map(sort::cast).toList();
    }

    /// The first slot of this sort.
    public <T extends Slot> Optional<T> first(Class<T> sort) {
        return all(sort).stream().findFirst();
    }

    /// The entity that it is about.
    public Slot.Named named() {
        return first(Slot.Named.class).orElseThrow();
    }

    public EntityId entity() {
        return named().entity();
    }

    /// The kind that it is about, or this one.
    public EntityKind kind(EntityKind otherwise) {
        return first(Slot.Kind.class).map(Slot.Kind::kind).orElse(otherwise);
    }

    public Optional<Measure> measure() {
        return first(Slot.Measured.class).map(Slot.Measured::measure);
    }

    /// Whether it asks for what came to be in a time, and not for all there is.
    public boolean gained() {
        return wants(Cue.GAIN) || wants(Cue.GET) && slots.stream().anyMatch(Intent::isPast);
    }

    /// How many to list.
    public int count(int otherwise) {
        return first(Slot.Count.class).map(Slot.Count::number).orElse(otherwise);
    }

    /// How many hours up to now; empty when it names none.
    public Optional<Integer> hours() {
        return first(Slot.Span.class).map(Slot.Span::hours);
    }
}
