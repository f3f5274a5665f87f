package dev.upswell.server.fyp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Many rows as the columns of one statement.
final class Columns {

    /// Rows that go in one statement.
    private static final int PORTION = 1_000;

    private Columns() {
    }

    /// Hands the rows on in portions for one statement each.
    static <T> void portions(List<T> rows, Consumer<List<T>> each) {
        for (int from = 0; from < rows.size(); from += PORTION) {
            each.accept(rows.subList(from, Math.min(rows.size(), from + PORTION)));
        }
    }

    /// A column of these rows.
    static <T> @Nullable String[] of(List<T> rows, Function<T, @Nullable String> value) {
        List<@Nullable String> column = new ArrayList<>();
        rows.forEach(row -> column.add(value.apply(row)));
        return column.toArray(new String[0]);
    }
}
