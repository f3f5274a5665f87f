package dev.upswell.server.recommend.index;

import java.util.logging.Level;
import java.util.logging.Logger;

/// The notice of the search library at each start that it does not use vector instructions of the processor. That is so by choice: their
/// module costs more at the start than it saves.
final class VectorNotice {

    /// Held here, because the log forgets the level of a logger that nobody holds.
    private static final Logger OF_VECTORS = Logger
            .getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private VectorNotice() {
    }

    /// Leaves it out; before the library is first used.
    static void silence() {
        OF_VECTORS.setLevel(Level.SEVERE);
    }
}
