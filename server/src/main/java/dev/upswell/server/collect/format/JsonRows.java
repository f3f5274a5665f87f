package dev.upswell.server.collect.format;

import dev.upswell.server.collect.row.RawRow;
import org.jspecify.annotations.Nullable;

/// The rows of a JSON text in one of its shapes.
@FunctionalInterface
interface JsonRows {

    /// The next row, or `null` at the end.
    @Nullable
    RawRow next();
}
