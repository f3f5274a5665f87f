package dev.upswell.server.audit;

/// What came of walking along a chain.
public sealed interface Verification {

    /// Rows from the first kept one to the newest, all of them as they were written.
    ///
    /// @param state the chain; who notes its number and hash elsewhere can tell later that nobody wrote it anew
    record Sound(ChainState state) implements Verification {
    }

    /// The chain is broken.
    ///
    /// @param seq number of the first row that is not as it was written
    /// @param how what is wrong there
    record Broken(long seq, How how) implements Verification {
    }

    /// What is wrong with a row.
    enum How {
        /// It does not fit the hash that it bears, or the row before: it was changed, or put in the place of another.
        CHANGED,
        /// It is not there.
        REMOVED,
        /// It stands after the newest row that was written.
        ADDED
    }
}
