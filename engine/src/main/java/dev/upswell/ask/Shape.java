package dev.upswell.ask;

import dev.upswell.content.EntityKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which slots an intent needs and which it may have; any other keeps it from firing.
final class Shape {

    private final List<Set<Cue>> needed = new ArrayList<>();
    private final Set<Cue> allowed = EnumSet.of(Cue.HOW_MUCH, Cue.WHICH);
    private final Set<Class<? extends Slot>> sorts = new HashSet<>(Set.of(Slot.Wanted.class, Slot.Now.class));
    private final Set<Class<? extends Slot>> neededSorts = new HashSet<>();
    private int leastNamed;
    private int mostNamed;
    private Set<EntityKind> namedKinds = EnumSet.allOf(EntityKind.class);
    private Set<Measure> measures = EnumSet.allOf(Measure.class);
    private Set<EntityKind> kinds = EnumSet.allOf(EntityKind.class);

    static Shape with() {
        return new Shape();
    }

    /// One of these cues must be there.
    Shape needs(Cue first, Cue... others) {
        needed.add(EnumSet.of(first, others));
        allowed.addAll(needed.getLast());
        return this;
    }

    Shape may(Cue... cues) {
        allowed.addAll(List.of(cues));
        return this;
    }

    Shape named(int least, int most, EntityKind... of) {
        leastNamed = least;
        mostNamed = most;
        namedKinds = of.length == 0 ? EnumSet.allOf(EntityKind.class) : EnumSet.copyOf(List.of(of));
        sorts.add(Slot.Named.class);
        return this;
    }

    Shape needsSlot(Class<? extends Slot> sort) {
        neededSorts.add(sort);
        sorts.add(sort);
        return this;
    }

    @SafeVarargs
    final Shape maySlots(Class<? extends Slot>... some) {
        sorts.addAll(List.of(some));
        return this;
    }

    Shape measuring(Measure... some) {
        measures = EnumSet.copyOf(List.of(some));
        return this;
    }

    Shape ofKinds(EntityKind... some) {
        kinds = EnumSet.copyOf(List.of(some));
        return this;
    }

    boolean fits(List<Slot> slots) {
        long named = slots.stream().filter(Slot.Named.class::isInstance).distinct().count();
        return named >= leastNamed && named <= mostNamed && slots.stream().allMatch(this::allows)
                && needed.stream().allMatch(some -> some.stream().anyMatch(cue -> slots.contains(new Slot.Wanted(cue))))
                && neededSorts.stream().allMatch(sort -> slots.stream().anyMatch(sort::isInstance))
                && sorts.stream().filter(Shape::single)
                        .allMatch(sort -> slots.stream().filter(sort::isInstance).distinct().count() <= 1);
    }

    /// Two spans, kinds, measures or days in a question are two questions; two stretches of a video are one.
    private static boolean single(Class<? extends Slot> sort) {
        return sort != Slot.Wanted.class && sort != Slot.Named.class && sort != Slot.Stretch.class;
    }

    private boolean allows(Slot slot) {
        return switch (slot) {
            case Slot.Wanted wanted -> allowed.contains(wanted.cue());
            case Slot.Named one -> sorts.contains(Slot.Named.class) && namedKinds.contains(one.entity().kind());
            case Slot.Measured one -> sorts.contains(Slot.Measured.class) && measures.contains(one.measure());
            case Slot.Kind one -> sorts.contains(Slot.Kind.class) && kinds.contains(one.kind());
            case Slot.Span _ -> sorts.contains(Slot.Span.class);
            case Slot.Ahead _ -> sorts.contains(Slot.Ahead.class);
            case Slot.On _ -> sorts.contains(Slot.On.class);
            case Slot.Period _ -> sorts.contains(Slot.Period.class);
            case Slot.Weekday _ -> sorts.contains(Slot.Weekday.class);
            case Slot.Earlier _ -> sorts.contains(Slot.Earlier.class);
            case Slot.Stretch _ -> sorts.contains(Slot.Stretch.class);
            case Slot.After _ -> sorts.contains(Slot.After.class);
            case Slot.Now _ -> sorts.contains(Slot.Now.class);
            case Slot.Count _ -> sorts.contains(Slot.Count.class);
            case Slot.Bound _ -> sorts.contains(Slot.Bound.class);
            case Slot.Second _ -> sorts.contains(Slot.Second.class);
            case Slot.Filler _ -> true;
        };
    }
}
