package dev.upswell.server.ask.answer;

import dev.upswell.ask.Cue;
import dev.upswell.ask.Intent;
import dev.upswell.ask.Slot;
import dev.upswell.ask.Understanding;
import dev.upswell.fyp.FypMetric;
import dev.upswell.server.ask.Answering;
import dev.upswell.server.ask.Fact;
import dev.upswell.server.ask.FigureRepository.Retention;
import dev.upswell.server.ask.Finding;
import dev.upswell.server.ask.Outcome;
import dev.upswell.server.ask.Subject;
import dev.upswell.server.fyp.Diagnosis;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// Answers "why did it drop at 3 s" and "how many still watch after 5 s": owners are told how many still watch after three and five seconds,
/// and no other.
final class DropAtAnswering implements Answering {

    private final AskServices services;

    DropAtAnswering(AskServices services) {
        this.services = services;
    }

    @Override
    public Intent intent() {
        return Intent.DROP_AT;
    }

    /// What can be told of a video's first seconds.
    private enum Told {
        LOST_BY_3,
        LOST_3_TO_5,
        LOST_BY_5,
        KEPT_AT_3,
        KEPT_AT_5
    }

    @Override
    public Outcome answer(Understanding asked) {
        Set<Told> told = told(asked);
        if (told.isEmpty()) {
            return Outcome.NotKnown.because("none.second");
        }
        Retention retention = services.figures().retention(asked.entity().value(), services.asOf()).orElse(null);
        Double at3 = retention == null ? null : retention.at3();
        Double at5 = retention == null ? null : retention.at5();
        boolean needs3 = told.stream().anyMatch(one -> one != Told.KEPT_AT_5 && one != Told.LOST_BY_5);
        boolean needs5 = told.stream().anyMatch(one -> one != Told.KEPT_AT_3 && one != Told.LOST_BY_3);
        if (retention == null || at3 == null && needs3 || at5 == null && needs5) {
            return Outcome.NotKnown.because("none.retention", Subject.of(asked.named()).name());
        }
        var draft = new Finding.Draft(retention.at());
        Subject subject = WhyVideoAnswering.subject(asked);
        var shares = new Shares(at3 == null ? 1 : at3, at5 == null ? 1 : at5);
        told.forEach(one -> tell(draft, subject, one, shares, retention.at()));
        services.videos().of(asked.entity().value()).ifPresent(diagnosis -> told.stream()
                .filter(one -> one == Told.LOST_BY_3 || one == Told.LOST_3_TO_5)
                .map(one -> one == Told.LOST_BY_3 ? FypMetric.DROP_0_3S : FypMetric.DROP_3_5S)
                .forEach(metric -> beside(draft, subject, diagnosis, metric)));
        return asked.wants(Cue.STAY) ? draft.done() : draft.tell("drop.cause").done();
    }

    /// Shares of a video's views that still watch; 1 where it is not needed.
    private record Shares(double at3, double at5) {
    }

    private static void tell(Finding.Draft draft, Subject subject, Told one, Shares shares, Instant at) {
        switch (one) {
            case LOST_BY_3 -> draft.tell("drop.3", subject.name(),
                    draft.fact(subject, FypMetric.DROP_0_3S.word(), 1 - shares.at3(), Fact.Unit.RATIO, null), at);
            case LOST_3_TO_5 -> draft.tell("drop.5", subject.name(), draft.fact(subject, FypMetric.DROP_3_5S.word(),
                    shares.at3() - shares.at5(), Fact.Unit.RATIO, null), at);
            case LOST_BY_5 -> draft.tell("drop.by5", subject.name(),
                    draft.fact(subject, "drop_0_5s", 1 - shares.at5(), Fact.Unit.RATIO, null), at);
            case KEPT_AT_3 -> draft.tell("drop.kept", subject.name(),
                    draft.fact(subject, "retention_3s", shares.at3(), Fact.Unit.RATIO, null), at, 3);
            case KEPT_AT_5 -> draft.tell("drop.kept", subject.name(),
                    draft.fact(subject, "retention_5s", shares.at5(), Fact.Unit.RATIO, null), at, 5);
        }
    }

    private static void beside(Finding.Draft draft, Subject subject, Diagnosis diagnosis, FypMetric metric) {
        diagnosis.cause().causes().stream().filter(cause -> cause.metric() == metric).findFirst()
                .ifPresent(cause -> draft.tell("drop.beside",
                        draft.fact(subject, "median_" + metric.word(), cause.median(), Fact.Unit.RATIO, "14 days"),
                        draft.fact(subject, "points", cause.points(), Fact.Unit.POINTS, metric.word())));
    }

    /// What is to be told; empty when any of it was never told by owners.
    private static Set<Told> told(Understanding asked) {
        Set<Told> told = EnumSet.noneOf(Told.class);
        boolean stay = asked.wants(Cue.STAY);
        for (Slot slot : asked.slots()) {
            Set<Told> some = switch (slot) {
                case Slot.Second(int second) -> at(second, stay);
                case Slot.Stretch(int from, int to) -> between(from, to, stay);
                case Slot.After(int second) -> stay ? at(second, true) : Set.of();
                default -> null;
            };
            if (some != null && some.isEmpty()) {
                return Set.of();
            }
            if (some != null) {
                told.addAll(some);
            }
        }
        return !told.isEmpty()
                ? told
                : stay
                        ? Set.of(Told.KEPT_AT_3, Told.KEPT_AT_5)
                        : Set.of(Told.LOST_BY_3, Told.LOST_3_TO_5);
    }

    private static Set<Told> at(int second, boolean stay) {
        return switch (second) {
            case 3 -> Set.of(stay ? Told.KEPT_AT_3 : Told.LOST_BY_3);
            case 5 -> stay ? Set.of(Told.KEPT_AT_5) : Set.of(Told.LOST_3_TO_5, Told.LOST_BY_5);
            default -> Set.of();
        };
    }

    private static Set<Told> between(int from, int to, boolean stay) {
        if (from == 0) {
            return to == 5 && !stay ? Set.of(Told.LOST_BY_5) : at(to, stay);
        }
        return from == 3 && to == 5 && !stay ? Set.of(Told.LOST_3_TO_5) : Set.of();
    }
}
