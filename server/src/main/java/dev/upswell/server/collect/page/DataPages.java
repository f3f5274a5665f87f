package dev.upswell.server.collect.page;

/// What the data page asks of the product.
public interface DataPages {

    /// Whether nothing has been imported yet, so that the first visit is shown.
    boolean empty();

    /// Whether readings of real sources have been taken in: the sample must not be mixed into them.
    boolean holdsRealReadings();

    /// Sources, imports and the part of the quarantine that the filter asks for.
    DataView data(DataFilter filter);

    /// Tries the quarantined rows that the filter lets through again; returns how many were stored.
    long retry(DataFilter filter);
}
