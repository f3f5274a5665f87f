package dev.upswell.server.cli.score;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.upswell.scorecard.CreatorInputs;
import dev.upswell.server.scorecard.ScorecardRequest;
import dev.upswell.server.scorecard.ScorecardRequest.Read;
import dev.upswell.server.weigh.History;
import dev.upswell.weigh.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Creators' periods with the revenue of the next one, from a CSV: `creator_id`, `period`, inputs by their names, `next_revenue`.
///
/// @param outcomes of rows that can be used, whose periods are places among `periods`
/// @param periods as they are written, by time: whole numbers, or months and days as 2026-03 and 2026-03-31
/// @param open rows whose next revenue is empty: it is not known yet
/// @param broken rows that cannot be used
public record OutcomeFile(List<Outcome> outcomes, List<String> periods, int open, List<Problems> broken) {

    /// No file was read.
    static final OutcomeFile NONE = new OutcomeFile(List.of(), List.of(), 0, List.of());

    private static final String CREATOR = "creator_id";
    private static final String PERIOD = "period";
    private static final String REVENUE = "next_revenue";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    public OutcomeFile {
        outcomes = List.copyOf(outcomes);
        periods = List.copyOf(periods);
        broken = List.copyOf(broken);
    }

    /// What is wrong with a row.
    ///
    /// @param line on which it begins, from 1
    /// @param problems each in a sentence
    public record Problems(long line, List<String> problems) {

        public Problems {
            problems = List.copyOf(problems);
        }
    }

    /// What can be learnt from.
    History history() {
        return new History(outcomes, new History.Extent(outcomes.size(),
                (int) outcomes.stream().map(Outcome::creator).distinct().count(), periods, null, 0, 0));
    }

    private record Row(String creator, String period, CreatorInputs inputs, double revenue) {
    }

    /// Reads such a text; what is wrong with one row leaves the others as they are.
    public static OutcomeFile of(String text) {
        var reading = new Reading();
        Iterator<NamedCsvRecord> records = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(text).iterator();
        long line = 1;
        try {
            while (records.hasNext()) {
                NamedCsvRecord one = records.next();
                line = one.getStartingLineNumber();
                reading.take(line, one.getFieldsAsMap());
            }
        } catch (CsvParseException | IllegalStateException e) {
            reading.broken.add(new Problems(line,
                    List.of("The CSV cannot be read behind line " + line + ": " + e.getMessage() + ".")));
        }
        return reading.done();
    }

    private static final class Reading {

        private final List<Row> rows = new ArrayList<>();
        private final List<Problems> broken = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private @Nullable Pattern written;
        private int open;

        void take(long line, Map<String, String> fields) {
            Map<String, String> inputs = new LinkedHashMap<>(fields);
            String period = cell(inputs, PERIOD);
            String revenue = cell(inputs, REVENUE);
            List<String> problems = new ArrayList<>();
            checkPeriod(period, problems);
            OptionalDouble amount = amount(revenue, problems);
            switch (ScorecardRequest.ofRow(inputs)) {
                case Read.Sound(ScorecardRequest request) -> {
                    String creator = request.creator();
                    if (creator == null) {
                        problems.add(CREATOR + " is missing.");
                    } else if (problems.isEmpty() && !seen.add(creator + "\n" + period)) {
                        problems.add(creator + " has a row for period " + period + " already.");
                    } else if (problems.isEmpty() && amount.isPresent()) {
                        rows.add(new Row(creator, period, CreatorInputs.of(request.inputs()), amount.getAsDouble()));
                    } else if (problems.isEmpty()) {
                        open++;
                    }
                }
                case Read.Broken(List<String> others) -> problems.addAll(others);
            }
            if (!problems.isEmpty()) {
                broken.add(new Problems(line, problems));
            }
        }

        private static String cell(Map<String, String> fields, String name) {
            String cell = fields.remove(name);
            return cell == null ? "" : cell.strip();
        }

        private void checkPeriod(String period, List<String> problems) {
            Pattern form = NUMBER.matcher(period).matches()
                    ? NUMBER
                    : MONTH.matcher(period).matches() ? MONTH : DAY.matcher(period).matches() ? DAY : null;
            if (form == null) {
                problems.add(PERIOD + " must be a whole number, or a month or day as 2026-03 or 2026-03-31"
                        + (period.isEmpty() ? "." : ", and is " + period + "."));
            } else if (written != null && written != form) {
                problems.add(PERIOD + " must be written as in the rows before, and is " + period + ".");
            } else {
                written = form;
            }
        }

        private static OptionalDouble amount(String cell, List<String> problems) {
            if (cell.isEmpty()) {
                return OptionalDouble.empty();
            }
            try {
                double amount = Double.parseDouble(cell);
                if (amount >= 0 && amount < Double.POSITIVE_INFINITY) {
                    return OptionalDouble.of(amount);
                }
            } catch (NumberFormatException e) {
                problems.add(REVENUE + " must be a number, and is " + cell + ".");
                return OptionalDouble.empty();
            }
            problems.add(REVENUE + " must be at least 0, and is " + cell + ".");
            return OptionalDouble.empty();
        }

        OutcomeFile done() {
            Comparator<String> byTime = written == NUMBER
                    ? Comparator.comparingInt(Integer::parseInt)
                    : Comparator.naturalOrder();
            SortedMap<String, Integer> places = new TreeMap<>(byTime);
            rows.forEach(row -> places.put(row.period(), 0));
            List<String> periods = List.copyOf(places.keySet());
            for (int i = 0; i < periods.size(); i++) {
                places.put(periods.get(i), i);
            }
            return new OutcomeFile(rows.stream().map(row -> new Outcome(row.creator(),
                    places.getOrDefault(row.period(), 0), row.inputs(), row.revenue())).toList(), periods, open,
                    broken);
        }
    }
}
