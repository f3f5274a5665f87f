package dev.upswell.server.scorecard;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.upswell.server.scorecard.ScorecardRequest.Read;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Many creators to be scored, from one text: a CSV whose header names inputs, or a JSON object on each line.
public final class ScorecardFile {

    private ScorecardFile() {
    }

    /// A row of it.
    ///
    /// @param line on which it begins, from 1
    public record Row(long line, Read read) {
    }

    /// All rows; what is wrong with one leaves the others as they are.
    public static List<Row> of(String text) {
        String begin = text.stripLeading();
        return begin.startsWith("{") ? jsonLines(text) : csv(text);
    }

    private static List<Row> jsonLines(String text) {
        List<Row> rows = new ArrayList<>();
        long line = 0;
        for (String one : text.split("\\R", -1)) {
            line++;
            if (!one.isBlank()) {
                rows.add(new Row(line, ScorecardRequest.of(one, false)));
            }
        }
        return rows;
    }

    private static List<Row> csv(String text) {
        List<Row> rows = new ArrayList<>();
        Iterator<NamedCsvRecord> records = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(text).iterator();
        long line = 1;
        try {
            while (records.hasNext()) {
                NamedCsvRecord one = records.next();
                line = one.getStartingLineNumber();
                rows.add(new Row(line, ScorecardRequest.ofRow(one.getFieldsAsMap())));
            }
        } catch (CsvParseException | IllegalStateException e) {
            rows.add(new Row(line, new Read.Broken(
                    List.of("The CSV cannot be read behind line " + line + ": " + e.getMessage() + "."))));
        }
        return rows;
    }
}
