package dev.upswell.server.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Where personal data lie, of whom, and for how long: every table, dataset, memory and folder that Upswell has.
///
/// **source** resource `privacy/map.txt`; tests hold it against the catalog of the database and the datasets of the lake
public final class DataMap {

    private static final List<Holding> ALL = read();

    private DataMap() {
    }

    /// All holdings, in the order in which an erasure works through them.
    public static List<Holding> all() {
        return ALL;
    }

    /// The tables or the datasets among them.
    static List<Holding> of(Holding.Place place) {
        return ALL.stream().filter(one -> one.place() == place).toList();
    }

    private static List<Holding> read() {
        try (InputStream in = Objects.requireNonNull(DataMap.class.getResourceAsStream("/privacy/map.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Holding::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
