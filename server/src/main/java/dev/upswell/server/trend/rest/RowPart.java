package dev.upswell.server.trend.rest;

import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import java.util.List;

/// Which part of a list is asked for, and in which format: a page of JSON, or a CSV file that holds the whole list unless
/// the caller limits it.
record RowPart(boolean csv, int limit, int offset) {

    /// The most rows of one CSV file: three years of 15-minute windows.
    static final int MOST_IN_CSV = 100_000;

    private static final int USUAL = 50;
    private static final List<String> FORMATS = List.of("json", "csv");

    static RowPart from(Query query) {
        boolean csv = query.choice("format", FORMATS, "json").equals("csv");
        int limit = query.number("limit", 1, Paging.MOST, csv ? MOST_IN_CSV : USUAL);
        return new RowPart(csv, limit, query.number("offset", 0, Integer.MAX_VALUE - MOST_IN_CSV, 0));
    }

    /// The same part as JSON answers it.
    Paging paging() {
        return new Paging(limit, offset);
    }
}
