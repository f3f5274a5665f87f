package dev.upswell.server.collect.format;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.upswell.server.collect.Position;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.json.RowBounds;
import dev.upswell.server.collect.row.CsvHeader;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A CSV file being read: quoted fields may span lines, and line numbers are those of an editor.
final class CsvFile implements OpenFile {

    private final Opened file;
    private final RowMapper mapper;
    private final CsvHeader header;
    private final char separator;
    private final BoundedRecords bounded;
    private final CloseableIterator<CsvRecord> records;
    private long row;
    private boolean ended;

    CsvFile(Opened file, char separator, CsvHeader header, RowMapper mapper) {
        this.file = file;
        this.separator = separator;
        this.header = header;
        this.mapper = mapper;
        this.bounded = new BoundedRecords(file.text(), separator, RowBounds.CSV_RECORD,
                RowBounds.CSV_FIELDS);
        this.records = dialect(separator).ofCsvRecord(bounded).iterator();
        if (hasMore()) {
            records.next();
        }
    }

    static CsvReader.CsvReaderBuilder dialect(char separator) {
        return CsvReader.builder().fieldSeparator(separator).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).allowUnclosedQuote(true);
    }

    @Override
    public @Nullable RawRow next() {
        if (!hasMore()) {
            return null;
        }
        CsvRecord record = records.next();
        row++;
        return mapper.withoutPeople(rowOf(record, !hasMore()));
    }

    /// Whether another record follows; where the parser gives up, the file ends with the damage reported.
    private boolean hasMore() {
        try {
            return !ended && records.hasNext();
        } catch (UncheckedIOException e) {
            throw Unreadable.of(file.name(), e);
        } catch (CsvParseException e) {
            ended = true;
            file.damage().report("The CSV cannot be read behind record " + row + ", in the one that begins on line "
                    + bounded.recordLine() + ": " + e.getMessage());
            return false;
        }
    }

    private RawRow rowOf(CsvRecord record, boolean last) {
        Position position = new Position(row, record.getStartingLineNumber());
        if (last && bounded.endsInsideQuotes()) {
            file.damage().report("The quote that opens in the record of line " + position.line()
                    + " is never closed: whatever follows it was not read.");
            return new RawRow.Broken(position, RejectReason.CUT_OFF, "the quote is never closed", text(record));
        }
        if (last && file.damage().isCutOff() && !file.text().endsWithLineEnd()) {
            return new RawRow.Broken(position, RejectReason.CUT_OFF, "the row has no end", text(record));
        }
        RejectReason cut = bounded.cutOf(position.line());
        if (cut != null) {
            return new RawRow.Broken(position, cut, detail(cut), text(record));
        }
        List<String> values = record.getFields();
        if (values.size() != header.columns().size()) {
            return new RawRow.Broken(position, RejectReason.WRONG_COLUMN_COUNT,
                    values.size() + " fields, but the header has " + header.columns().size(), text(record));
        }
        return new RawRow.Csv(position, header, values);
    }

    private String detail(RejectReason cut) {
        return switch (cut) {
            case TOO_LONG -> "longer than " + RowBounds.CSV_RECORD + " characters; maybe a quote is not closed";
            case WRONG_COLUMN_COUNT -> "more than " + RowBounds.CSV_FIELDS + " fields, but the header has "
                    + header.columns().size();
            default -> "text follows a closing quote; the rest of the line was not read";
        };
    }

    private static String text(CsvRecord record) {
        return String.join(",", record.getFields());
    }

    @Override
    public RowMapper mapper() {
        return mapper;
    }

    @Override
    public List<String> columns() {
        return header.columns();
    }

    @Override
    public long bytesRead() {
        return file.counted().count();
    }

    @Override
    public Optional<String> problem() {
        return file.damage().problem();
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(file.remarks());
        if (separator != ',') {
            remarks.add("The columns are separated by " + Separators.name(separator) + " instead of commas; accepted.");
        }
        return remarks;
    }

    @Override
    public void close() {
        file.close();
    }
}
