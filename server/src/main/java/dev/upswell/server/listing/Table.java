package dev.upswell.server.listing;

import java.util.List;

/// A list as a file is to hold it: all of its rows as the page filters and sorts them, not only those that the page shows.
///
/// A page's controller gives it where the page is asked for with `format`; it is written while its rows are walked through once.
///
/// @param name of the file, without ending
/// @param rows in the order of the page; more than [#MOST] of them are refused
public record Table<T>(String name, FileFormat format, List<Column<T>> columns, Iterable<? extends T> rows) {

    /// The most rows of one file: nearly three years of 15-minute windows.
    public static final int MOST = 100_000;
    /// How many to ask a store for, so that it shows where there are more than a file holds.
    public static final int ONE_MORE = MOST + 1;

    public Table {
        columns = List.copyOf(columns);
    }
}
