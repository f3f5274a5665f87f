package dev.upswell.server.mapping;

import dev.upswell.content.EntityKind;
import dev.upswell.server.mapping.ColumnMapping.TimeFormat;
import dev.upswell.server.mapping.RoleRules.RoleGuess;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Guesses whether the cells of a table are readings: whether its columns are times, or its first column is one and the others
/// are named like hashtags or creators and hold numbers.
///
/// The other columns are guessed as those of any table, without what cannot stand beside cells.
final class WideGuess {

    private static final Set<ColumnRole> BESIDE_TIMES = EnumSet.of(ColumnRole.KIND, ColumnRole.ID, ColumnRole.NAME,
            ColumnRole.URL, ColumnRole.SOURCE);
    private static final Set<ColumnRole> IDENTITY = EnumSet.of(ColumnRole.KIND, ColumnRole.ID, ColumnRole.NAME,
            ColumnRole.URL);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern LONG_ID = Pattern.compile("\\d{17,20}");
    /// Of a file these say what is in it, and nothing of its numbers.
    private static final Set<String> FILE_WORDS = Set.of("clips", "uses", "used");
    private static final int FEWEST = 2;
    private static final double MOST = 0.6;
    /// Of running totals none falls; a few may be mistakes.
    private static final double FALLS = 0.05;

    private final TableHead head;
    private final List<String> remarks = new ArrayList<>();

    WideGuess(TableHead head) {
        this.head = head;
    }

    /// What the table seems to be, with cells or with a reading in each row.
    Guess guess() {
        Set<Integer> times = where(i -> Cells.isTime(head.columns().get(i)));
        double numbers = times.size() < FEWEST ? 0 : numeric(times);
        if (numbers >= MOST) {
            return acrossTimes(times, numbers);
        }
        Guess plain = new Guesser(head).guess();
        return acrossNames(plain).orElse(plain);
    }

    private Set<Integer> where(IntPredicate column) {
        return IntStream.range(0, head.columns().size()).filter(column).boxed().collect(Collectors.toSet());
    }

    private List<String> names(Set<Integer> columns) {
        return columns.stream().sorted().map(head.columns()::get).toList();
    }

    /// The share of filled cells that are counts.
    private double numeric(Set<Integer> columns) {
        List<String> values = columns.stream().flatMap(column -> head.values(column).stream()).toList();
        ValueShapes shapes = ValueShapes.of(values);
        return Math.min(1, shapes.count() + shapes.fraction());
    }

    private Guess acrossTimes(Set<Integer> times, double numbers) {
        Guess others = others(times);
        TimeFormat format = format(names(times));
        Cells.Totals totals = totals(times, true);
        double sure = (0.5 + numbers / 2) * (format == null ? 0.6 : 1);
        remarkRepeated(others);
        boolean named = format == TimeFormat.EPOCH_SECONDS || format == TimeFormat.EPOCH_MILLISECONDS
                || names(times).stream().allMatch(name -> name.matches(".*\\d(?:Z| ?UTC|[+-]\\d{2}:?\\d{2})")
                        && name.contains(":"));
        if (!named) {
            remarks.add("the times of the columns name no zone; they are taken as UTC");
        }
        String why = "its name is a time, as are those of " + (times.size() - 1) + " other columns, and "
                + percent(numbers) + " of their cells are numbers";
        return merged(times, others, new RoleGuess(ColumnRole.CELLS, sure, why), others.kind(),
                new MappingDraft.Wide(Cells.Across.TIMES, counter(), format, "Z", totals));
    }

    /// How the times are written; `null` when day and month cannot be told apart.
    private @Nullable TimeFormat format(List<String> names) {
        long ordered = names.stream().filter(Cells::isOrdered).count();
        TimeFormat format = Arrays.stream(TimeFormat.values())
                .filter(one -> one != TimeFormat.DAY_FIRST && one != TimeFormat.MONTH_FIRST)
                .max((a, b) -> Long.compare(readable(names, a), readable(names, b))).orElse(TimeFormat.ISO);
        if (ordered > readable(names, format)) {
            boolean dayFirst = readable(names, TimeFormat.DAY_FIRST) == ordered;
            boolean monthFirst = readable(names, TimeFormat.MONTH_FIRST) == ordered;
            format = dayFirst ? TimeFormat.DAY_FIRST : TimeFormat.MONTH_FIRST;
            if (dayFirst == monthFirst) {
                return null;
            }
        }
        TimeFormat chosen = format;
        List<String> others = names.stream()
                .filter(name -> Cells.at(name, chosen, ZoneOffset.UTC).isEmpty()).toList();
        if (!others.isEmpty()) {
            remarks.add("most columns are written as " + chosen.label() + ", but not " + MappingDraft.brief(others)
                    + "; rename them or leave them out");
        }
        return format;
    }

    private static long readable(List<String> names, TimeFormat format) {
        return names.stream().filter(name -> Cells.at(name, format, ZoneOffset.UTC).isPresent()).count();
    }

    /// @param plain what the table is if each row is one reading
    private Optional<Guess> acrossNames(Guess plain) {
        boolean known = plain.columns().stream().map(Guess.Column::role)
                .anyMatch(role -> role.counter() || IDENTITY.contains(role));
        Optional<Integer> time = IntStream.range(0, head.columns().size()).boxed()
                .filter(i -> !head.values(i).isEmpty()
                        && ValueShapes.of(head.values(i)).time() >= ColumnEvidence.MOST)
                .findFirst();
        if (known || time.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> cells = where(i -> i != time.get() && plain.columns().get(i).role() == ColumnRole.IGNORE
                && !head.values(i).isEmpty() && numeric(Set.of(i)) >= MOST && canBeName(head.columns().get(i)));
        if (cells.size() < FEWEST) {
            return Optional.empty();
        }
        Guess others = others(cells);
        List<String> names = names(cells);
        EntityKind kind = kind(names);
        double marked = (double) names.stream().filter(name -> name.startsWith("#") || name.startsWith("@")).count()
                / names.size();
        List<Guess.Column> columns = new ArrayList<>(others.columns());
        int at = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equals(head.columns().get(time.get()))).findFirst().orElse(0);
        Guess.Column told = columns.get(at);
        MappingDraft.Written written = others.observed();
        if (told.role() != ColumnRole.OBSERVED) {
            columns.set(at, new Guess.Column(told.name(), ColumnRole.OBSERVED, 0.7, "its values are times",
                    told.samples()));
            written = new Guesser.WrittenTimes(head, remarks).of(ColumnRole.OBSERVED, time.get(), null);
        }
        if (kind == null) {
            remarks.add("what the columns are named after cannot be told: hashtags, sounds, videos or creators?");
        }
        Cells.Totals totals = totals(cells, false);
        String why = "its cells are numbers, a row is a time, and its name is no counter";
        Guess timed = new Guess(others.file(), kind, columns, written, others.posted(), others.remarks(), null);
        return Optional.of(merged(cells, timed,
                new RoleGuess(ColumnRole.CELLS, 0.5 + 0.4 * Math.max(marked, kind == null ? 0 : 0.5), why), kind,
                new MappingDraft.Wide(Cells.Across.NAMES, counter(), TimeFormat.ISO, "Z", totals)));
    }

    /// A name that is none of a counter, a rate or the like.
    private static boolean canBeName(String column) {
        List<String> words = HeaderWords.words(column);
        return column.startsWith("#") || column.startsWith("@")
                || (!HeaderWords.KNOWN.spoilt(words) && HeaderWords.KNOWN.matches(words).isEmpty());
    }

    private @Nullable EntityKind kind(List<String> names) {
        if (names.stream().filter(name -> name.startsWith("#")).count() * 2 > names.size()) {
            return EntityKind.HASHTAG;
        }
        if (names.stream().filter(name -> name.startsWith("@")).count() * 2 > names.size()) {
            return EntityKind.CREATOR;
        }
        Set<String> subjects = HeaderWords.KNOWN.subjects(fileWords());
        boolean numbers = names.stream().allMatch(name -> LONG_ID.matcher(name).matches());
        return subjects.size() == 1
                ? Arrays.stream(EntityKind.values()).filter(kind -> subjects.contains(kind.label()))
                        .filter(kind -> numbers || kind == EntityKind.HASHTAG || kind == EntityKind.CREATOR).findFirst()
                        .orElse(null)
                : null;
    }

    private List<String> fileWords() {
        return HeaderWords.words(head.name().replaceAll("\\.[A-Za-z0-9]{1,4}(\\.gz)?$", ""));
    }

    /// The counter that the file's name speaks of; `null` when it names none, or several.
    @Nullable
    String counter() {
        Set<String> counters = new HashSet<>();
        HeaderWords.KNOWN.matches(fileWords()).stream()
                .filter(match -> match.role().counter() && !FILE_WORDS.contains(match.phrase()))
                .forEach(match -> counters.add(match.role().label()));
        return counters.size() == 1 ? counters.iterator().next() : null;
    }

    /// Running totals, unless neighbours in time both rise and fall.
    private Cells.Totals totals(Set<Integer> cells, boolean along) {
        List<Integer> order = cells.stream().sorted().toList();
        long rises = 0;
        long falls = 0;
        int lines = along ? head.rows().size() : order.size();
        for (int line = 0; line < lines; line++) {
            long before = -1;
            int steps = along ? order.size() : head.rows().size();
            for (int step = 0; step < steps; step++) {
                String text = along
                        ? head.rows().get(line).get(order.get(step))
                        : head.rows().get(step).get(order.get(line));
                if (NUMBER.matcher(text.strip()).matches()) {
                    long value = Long.parseLong(text.strip());
                    rises += before >= 0 && value > before ? 1 : 0;
                    falls += before >= 0 && value < before ? 1 : 0;
                    before = value;
                }
            }
        }
        double mixed = (double) Math.min(rises, falls) / Math.max(1, rises + falls);
        if (mixed <= FALLS) {
            return Cells.Totals.RUNNING;
        }
        remarks.add("the numbers rise and fall from one time to the next (" + percent(mixed)
                + " against the rest), which running totals never do: they are taken as totals of each period or an index,"
                + " which are kept and give no growth");
        return Cells.Totals.PERIOD;
    }

    /// The columns that are no cells, as a table of their own.
    private Guess others(Set<Integer> cells) {
        List<Integer> rest = IntStream.range(0, head.columns().size()).filter(i -> !cells.contains(i)).boxed().toList();
        TableHead part = new TableHead(head.name(), rest.stream().map(head.columns()::get).toList(),
                head.rows().stream().map(row -> rest.stream().map(row::get).toList()).toList(), head.remarks());
        return new Guesser(part).guess();
    }

    private void remarkRepeated(Guess others) {
        others.columns().stream().filter(column -> column.role() == ColumnRole.NAME || column.role() == ColumnRole.ID)
                .forEach(column -> {
                    List<String> values = head.values(head.columns().indexOf(column.name())).stream()
                            .map(value -> value.toLowerCase(Locale.ROOT)).toList();
                    if (values.stream().distinct().count() < values.size()) {
                        remarks.add("several rows have the same " + column.name()
                                + ": if another column says which counter a row is, split the file by it first");
                    }
                });
    }

    private Guess merged(Set<Integer> cells, Guess others, RoleGuess cell, @Nullable EntityKind kind,
            MappingDraft.Wide wide) {
        List<Guess.Column> rest = new ArrayList<>(others.columns());
        List<Guess.Column> columns = new ArrayList<>();
        boolean identified = rest.stream().anyMatch(column -> IDENTITY.contains(column.role()));
        for (int i = 0; i < head.columns().size(); i++) {
            if (cells.contains(i)) {
                columns.add(new Guess.Column(head.columns().get(i), cell.role(), cell.confidence(), cell.why(),
                        head.values(i).stream().distinct().limit(Guesser.SAMPLES).toList()));
            } else {
                Guess.Column column = beside(rest.removeFirst(), wide.across());
                if (!identified && wide.across() == Cells.Across.TIMES && column.role() == ColumnRole.IGNORE
                        && ValueShapes.of(head.values(i)).name() >= ColumnEvidence.MOST) {
                    identified = true;
                    column = new Guess.Column(column.name(), ColumnRole.NAME, 0.5,
                            "the first column of words beside the times", column.samples());
                }
                columns.add(column);
            }
        }
        EntityKind about = kind != null || wide.across() == Cells.Across.NAMES ? kind : marked(columns);
        others.remarks().stream().filter(remark -> !remark.equals(Guesser.KIND_UNKNOWN)
                || (wide.across() == Cells.Across.TIMES && about == null)).forEach(remarks::add);
        return new Guess(head.name(), about, columns, others.observed(), others.posted(), remarks, wide);
    }

    /// The kind that the marks before names say.
    private @Nullable EntityKind marked(List<Guess.Column> columns) {
        return columns.stream().filter(column -> column.role() == ColumnRole.NAME).findFirst()
                .map(column -> kind(head.values(head.columns().indexOf(column.name())))).orElse(null);
    }

    private static Guess.Column beside(Guess.Column column, Cells.Across across) {
        boolean read = switch (across) {
            case TIMES -> BESIDE_TIMES.contains(column.role());
            case NAMES -> column.role() == ColumnRole.OBSERVED || column.role() == ColumnRole.CLOCK
                    || column.role() == ColumnRole.SOURCE;
        };
        return read || column.role() == ColumnRole.IGNORE
                ? column
                : new Guess.Column(column.name(), ColumnRole.IGNORE, column.confidence(),
                        "it seems to say " + column.role().label() + ", which is not kept beside cells",
                        column.samples());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
