package dev.upswell.server.listing;

import dev.upswell.server.web.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A format in which a list can be had.
public enum FileFormat {

    /// Comma-separated values (RFC 4180), safe to open in a spreadsheet; what the columns are and whose it is stands in [#CSVW].
    CSV("text/csv;charset=UTF-8", "csv"),
    /// Apache Parquet, with the notice among the key-value metadata.
    PARQUET("application/vnd.apache.parquet", "parquet"),
    /// The notice, the columns and the rows in one object.
    JSON("application/json", "json"),
    /// What the columns of the CSV file are and whose it is, as "CSV on the Web" has it; no rows.
    CSVW("application/csvm+json", "csv-metadata.json");

    /// The parameter that asks for a list as a file.
    public static final String PARAMETER = "format";

    private static final List<String> WORDS = Arrays.stream(values()).map(FileFormat::word).toList();

    private final String mediaType;
    private final String ending;

    FileFormat(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /// The one that a query asks for.
    public static FileFormat of(Query query) {
        return valueOf(query.choice(PARAMETER, WORDS, CSV.word()).toUpperCase(Locale.ROOT));
    }

    /// As it is asked for.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What the file says it is.
    public String mediaType() {
        return mediaType;
    }

    /// The name of a file of this list.
    public String file(String list) {
        return list + "." + ending;
    }
}
