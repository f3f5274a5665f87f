package dev.upswell.server.collect.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// The characters that separate columns in the wild.
final class Separators {

    static final List<Character> ALL = List.of(',', ';', '\t', '|');

    private Separators() {
    }

    static String name(char separator) {
        return switch (separator) {
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case '|' -> "vertical bars";
            default -> "commas";
        };
    }

    /// The column names in the first line of a text, read with this separator.
    static List<String> columns(String text, char separator) {
        try (CsvReader<CsvRecord> reader = CsvFile.dialect(separator).ofCsvRecord(text)) {
            return named(reader.stream().findFirst().map(CsvRecord::getFields).orElse(List.of()));
        } catch (CsvParseException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The names, stripped; a column without one is called by its place.
    private static List<String> named(List<String> names) {
        List<String> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(name.isBlank() ? "column " + (columns.size() + 1) : name.strip());
        }
        return columns;
    }
}
