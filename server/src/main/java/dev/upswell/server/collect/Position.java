package dev.upswell.server.collect;

/// Where a row stands in its file.
///
/// @param row the number of the row, from 1; header and blank lines do not count
/// @param line the line on which the row begins, from 1; in a JSON document on one line it is 1 for every row
public record Position(long row, long line) {
}
