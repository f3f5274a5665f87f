package dev.upswell.server.collect.page;

import java.util.Optional;

/// What the data page asks of the product.
public interface DataPages {

    /// Whether nothing has been imported yet, so that the first visit is shown.
    boolean empty();

    /// Whether readings of real sources have been taken in: the sample must not be mixed into them.
    boolean holdsRealReadings();

    /// How far the first visit is.
    ///
    /// @param data whether anything was imported
    /// @param source whether there is a key with which a source can be asked live
    /// @param people whether anybody has a password
    record Begun(boolean data, boolean source, boolean people) {
    }

    /// How far the first visit is.
    default Begun begun() {
        return new Begun(!empty(), false, false);
    }

    /// Sources, imports and the part of the quarantine that the filter asks for.
    DataView data(DataFilter filter);

    /// Keeps this text as the newest version of a kept mapping, for the header of the one before.
    ///
    /// @return why not, for people; empty when it is kept
    Optional<String> keep(String name, String document, String reason);

    /// Takes a kept mapping out of use; false when there is none of this name.
    boolean remove(String name);

    /// Reads the quarantined rows of files that this kept mapping read again, by its newest version.
    ///
    /// @return why not, for people; empty when it was done
    Optional<String> reread(String name);

    /// Tries the quarantined rows that the filter lets through again; returns how many were stored.
    long retry(DataFilter filter);
}
