package dev.upswell.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Rows of a resource beside this class: tab-separated, the first line names the columns.
public final class Rows {

    private Rows() {
    }

    /// The rows; each has this many cells.
    ///
    /// @param beside the class in whose package the resource lies
    /// **errors** `IllegalStateException` when it is not there, or a row has another number of cells
    public static List<List<String>> of(Class<?> beside, String resource, int cells) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource (" + resource + ") must be in the jar\nMaybe build it anew.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .map(line -> row(line, resource, cells)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> row(String line, String resource, int cells) {
        List<String> row = List.of(line.split("\t", -1));
        if (row.size() != cells) {
            throw new IllegalStateException("row (" + line + ") of " + resource + " must have " + cells
                    + " cells, has " + row.size() + "\nMaybe a tab is missing.");
        }
        return row;
    }
}
