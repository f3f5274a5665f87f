package dev.upswell.server.creative;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.upswell.creative.coded.CodedRow;
import dev.upswell.creative.coded.CodedTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A table of codings: CSV with a row for each video, told by its header.
///
/// Columns may be separated by commas, semicolons, tabs or vertical bars. Rows come in batches, so that those before a damage are kept.
///
/// @param table what its columns tell
record CodingFile(CodedTable table, char separator) {

    /// So many rows are kept together.
    static final int BATCH = 200;

    /// The most characters that are looked at for a header.
    private static final int OPENING = 65_536;

    /// A row that can be used.
    record Coded(String video, CodedRow row) {
    }

    /// The table that begins here; empty where the text is none. The text stays at its beginning.
    static Optional<CodingFile> at(BufferedReader text) throws IOException {
        String opening = opening(text);
        return Stream.of(',', ';', '\t', '|')
                .flatMap(separator -> CodedTable.of(header(opening, separator)).stream()
                        .map(table -> new CodingFile(table, separator)))
                .max(Comparator.comparingInt(file -> file.table.columns()));
    }

    /// Whether a file of this name should be a table.
    static boolean isNamedSo(String place) {
        return place.toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv)(\\.gz)?");
    }

    /// Reads the rows; those that cannot be used are refused, and so are single cells.
    ///
    /// @param shown how the file is called in refusals
    /// @param damaged whether the text broke off: then its last row may have lost its end, and is left out
    void read(BufferedReader text, String shown, AnalysisReading reading, BooleanSupplier damaged,
            Consumer<List<Coded>> keep) throws IOException {
        if (!table.unread().isEmpty()) {
            reading.refuse(shown, "has columns that are no features and are not read: "
                    + String.join(", ", table.unread()) + " (counts and captions: upswell import --map)");
        }
        List<Coded> batch = new ArrayList<>();
        skipMark(text);
        try {
            Iterator<CsvRecord> records = dialect(separator).ofCsvRecord(text).iterator();
            records.next();
            while (records.hasNext()) {
                CsvRecord record = records.next();
                if (records.hasNext() || !damaged.getAsBoolean()) {
                    coded(record, shown + ":" + record.getStartingLineNumber(), reading).ifPresent(batch::add);
                }
                if (batch.size() == BATCH) {
                    keep.accept(batch);
                    batch.clear();
                }
            }
        } catch (CsvParseException broken) {
            reading.refuse(shown, "is no CSV from some row on: " + broken.getMessage());
        } catch (UncheckedIOException broken) {
            throw new IOException("the table could not be read on", broken);
        }
        if (!batch.isEmpty()) {
            keep.accept(batch);
        }
        if (damaged.getAsBoolean()) {
            reading.refuse(shown, "is cut off or damaged; what came before that is kept");
        }
    }

    private Optional<Coded> coded(CsvRecord record, String place, AnalysisReading reading) {
        List<String> cells = record.getFields();
        if (cells.size() != table.columns()) {
            return reading.refuse(place, "has " + cells.size() + " cells, and the table " + table.columns()
                    + " columns");
        }
        CodedRow row = table.read(cells);
        return reading.coded(row, place).map(video -> new Coded(video, row));
    }

    /// Leaves out the mark by which some programs begin a text in UTF-8.
    private static void skipMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    private static List<String> header(String opening, char separator) {
        try (CsvReader<CsvRecord> reader = dialect(separator).ofCsvRecord(opening)) {
            return reader.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
        } catch (CsvParseException | IOException noTable) {
            return List.of();
        }
    }

    private static CsvReader.CsvReaderBuilder dialect(char separator) {
        return CsvReader.builder().fieldSeparator(separator).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).allowUnclosedQuote(true);
    }

    /// The first line that is not blank; empty where it begins as JSON does.
    private static String opening(BufferedReader text) throws IOException {
        text.mark(OPENING);
        StringBuilder line = new StringBuilder();
        for (int read = 1; read < OPENING; read++) {
            int next = text.read();
            boolean blank = next == '\uFEFF' || Character.isWhitespace(next);
            if (next < 0 || next == '\n' && !line.isEmpty() || line.isEmpty() && (next == '{' || next == '[')) {
                break;
            }
            if (!blank || !line.isEmpty()) {
                line.append((char) next);
            }
        }
        text.reset();
        return line.toString().strip();
    }
}
