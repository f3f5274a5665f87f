package dev.upswell.server.mapping;

import dev.upswell.content.EntityKind;
import dev.upswell.server.mapping.ColumnMapping.TimeFormat;
import dev.upswell.server.mapping.RoleRules.RoleGuess;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Guesses what the columns of a table say: from their names, and from what their values look like.
///
/// First it is told what the rows are about, because the same name says different things: a `title` is the caption of a video
/// and the name of a sound. Then each column is matched with every role its name speaks for; the values must bear it out.
/// Of columns that speak for one role the surest has it.
final class Guesser {

    static final String KIND_UNKNOWN = "what the rows are about cannot be told: hashtags, sounds, videos or creators?";
    static final int SAMPLES = 3;
    private static final double LEAST_KIND = 3;

    private final TableHead head;
    private final List<ColumnEvidence> columns;

    Guesser(TableHead head) {
        this.head = head;
        this.columns = IntStream.range(0, head.columns().size())
                .mapToObj(i -> ColumnEvidence.of(head.columns().get(i), head.values(i))).toList();
    }

    /// A role that a column may have.
    private record Candidate(int column, RoleGuess guess) {
    }

    Guess guess() {
        EntityKind kind = kind();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            RoleRules.guesses(columns.get(i), kind).forEach(guess -> candidates.add(new Candidate(column, guess)));
        }
        candidates.sort((a, b) -> Double.compare(b.guess().confidence(), a.guess().confidence()));
        @Nullable
        RoleGuess[] taken = new RoleGuess[columns.size()];
        Map<ColumnRole, Integer> owner = new EnumMap<>(ColumnRole.class);
        for (Candidate candidate : candidates) {
            ColumnRole role = candidate.guess().role();
            if (taken[candidate.column()] == null && !owner.containsKey(role)) {
                taken[candidate.column()] = candidate.guess();
                owner.put(role, candidate.column());
            }
        }
        clock(taken, owner);
        return result(kind, taken, candidates, owner);
    }

    /// The time of the day belongs to a day, and to nothing else.
    private void clock(@Nullable RoleGuess[] taken, Map<ColumnRole, Integer> owner) {
        Integer day = owner.get(ColumnRole.OBSERVED);
        Integer clock = owner.get(ColumnRole.CLOCK);
        if (clock != null && (day == null || columns.get(day).shapes().day() < ColumnEvidence.MOST)) {
            taken[clock] = null;
            owner.remove(ColumnRole.CLOCK);
        }
    }

    private Guess result(@Nullable EntityKind kind, @Nullable RoleGuess[] taken, List<Candidate> candidates,
            Map<ColumnRole, Integer> owner) {
        List<Guess.Column> guessed = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            RoleGuess guess = taken[i];
            RoleGuess shown = guess == null ? ignored(i, candidates, owner) : guess;
            guessed.add(new Guess.Column(head.columns().get(i), shown.role(), shown.confidence(), shown.why(),
                    head.values(i).stream().distinct().limit(SAMPLES).toList()));
        }
        List<String> remarks = new ArrayList<>(head.remarks());
        boolean kindInColumn = owner.containsKey(ColumnRole.KIND);
        if (kind == null && !kindInColumn) {
            remarks.add(KIND_UNKNOWN);
        }
        WrittenTimes times = new WrittenTimes(head, remarks);
        return new Guess(head.name(), kindInColumn ? null : kind, guessed,
                times.of(ColumnRole.OBSERVED, owner.get(ColumnRole.OBSERVED), null),
                times.of(ColumnRole.POSTED, owner.get(ColumnRole.POSTED), owner.get(ColumnRole.ID)), remarks, null);
    }

    private RoleGuess ignored(int column, List<Candidate> candidates, Map<ColumnRole, Integer> owner) {
        for (Candidate candidate : candidates) {
            Integer other = owner.get(candidate.guess().role());
            if (candidate.column() == column && other != null) {
                return new RoleGuess(ColumnRole.IGNORE, 0.5,
                        candidate.guess().role().label() + " is read from " + head.columns().get(other));
            }
        }
        return columns.get(column).ignored();
    }

    private @Nullable EntityKind kind() {
        Map<EntityKind, Double> scores = new EnumMap<>(EntityKind.class);
        Set<ColumnRole> seen = new HashSet<>();
        for (ColumnEvidence column : columns) {
            column.speaksFor(seen).forEach((kind, score) -> scores.merge(kind, score, Double::sum));
        }
        return scores.entrySet().stream().filter(entry -> entry.getValue() >= LEAST_KIND)
                .max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
    }

    /// How the times of a column are written, with what is uncertain about them as remarks.
    record WrittenTimes(TableHead head, List<String> remarks) {

        MappingDraft.Written of(ColumnRole role, @Nullable Integer column, @Nullable Integer id) {
            if (column == null) {
                return MappingDraft.Written.USUAL;
            }
            List<String> values = head.values(column);
            ValueShapes shapes = ValueShapes.of(values);
            TimeFormat format = format(shapes, values, column);
            String zone = "Z";
            if (format != TimeFormat.EPOCH_SECONDS && format != TimeFormat.EPOCH_MILLISECONDS && shapes.zoned() < 1) {
                String told = id == null ? null : ZoneFromIds.offset(values, head.rows(), column, id);
                zone = told == null ? "Z" : told;
                remarks.add("the times of " + head.columns().get(column) + " (" + role.label() + ") name no zone; "
                        + (told == null ? "they are taken as UTC" : "by the video ids they are in " + told));
            }
            return new MappingDraft.Written(format, zone);
        }

        private TimeFormat format(ValueShapes shapes, List<String> values, int column) {
            if (shapes.seconds() > shapes.iso() && shapes.seconds() >= shapes.millis()) {
                return TimeFormat.EPOCH_SECONDS;
            }
            if (shapes.millis() > shapes.iso()) {
                return TimeFormat.EPOCH_MILLISECONDS;
            }
            if (shapes.ordered() <= shapes.iso()) {
                return TimeFormat.ISO;
            }
            boolean dayFirst = values.stream().anyMatch(value -> value.matches("(1[3-9]|2\\d|3[01])[./-].*"));
            boolean monthFirst = values.stream()
                    .anyMatch(value -> value.matches("\\d{1,2}[./-](1[3-9]|2\\d|3[01])[./-].*"));
            if (dayFirst == monthFirst) {
                remarks.add("whether " + head.columns().get(column)
                        + " writes the day or the month first cannot be told; the day is taken");
            }
            return monthFirst && !dayFirst ? TimeFormat.MONTH_FIRST : TimeFormat.DAY_FIRST;
        }
    }
}
