package dev.upswell.server.collect.format;

/// How long rows may be, so that a hostile or broken file cannot fill the memory.
final class RowBounds {

    /// Characters of a CSV record.
    static final int CSV_RECORD = 1 << 20;

    /// Fields of a CSV record, far below the number at which the parser gives up.
    static final int CSV_FIELDS = 4_096;

    /// Characters of a JSON line or item. Pages of provider answers stand on one line and reach a megabyte.
    static final int JSON_ITEM = 1 << 23;

    /// Characters of one text in a JSON document: a longer item is skipped, but a longer text ends the reading.
    static final int JSON_STRING = 1 << 25;

    private RowBounds() {
    }
}
