package dev.upswell.server.collect.json;

/// How long rows may be, so that a hostile or broken file cannot fill the memory.
public final class RowBounds {

    /// Characters of a CSV record.
    public static final int CSV_RECORD = 1 << 20;

    /// Fields of a CSV record, far below the number at which the parser gives up.
    public static final int CSV_FIELDS = 4_096;

    /// Characters of a JSON line or item. Pages of provider answers stand on one line and reach a megabyte.
    public static final int JSON_ITEM = 1 << 23;

    /// Characters of one text in a JSON document: a longer item is skipped, but a longer text ends the reading.
    public static final int JSON_STRING = 1 << 25;

    private RowBounds() {
    }
}
