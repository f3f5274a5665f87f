package dev.upswell.server.privacy;

import dev.upswell.server.postgres.FolderTree;
import dev.upswell.server.store.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Files beside the database, of one tenant and of all.
///
/// @param data the folder of all data
/// @param lake in which each tenant has a folder; may lie elsewhere
record TenantFiles(Path data, Path lake) {

    private static final String LAKE = "lake";
    /// Folders below the data folder in which each tenant has one of its own.
    private static final List<String> FOLDERS = List.of("index", "request-audit", "uploads");
    private static final String RETROSPECTIVES = "retrospectives";
    private static final String MARKDOWN = ".md";
    /// PostgreSQL's own files: what they hold is searched by asking it.
    private static final String POSTGRES = "postgres";
    /// Files to which every process appends, and that newer ones push out.
    private static final String LOGS = "logs";
    private static final int BLOCK = 1 << 20;
    private static final int OVERLAP = 512;

    /// How many files of a tenant there are, by place.
    Map<String, Long> counts(TenantId tenant) {
        Map<String, Long> counts = new TreeMap<>();
        places(tenant).forEach((place, path) -> counts.put("files " + place,
                Files.isRegularFile(path) ? 1L : (long) files(path).size()));
        return counts;
    }

    private Map<String, Path> places(TenantId tenant) {
        Map<String, Path> places = new TreeMap<>();
        places.put(LAKE, lake.resolve(tenant.toString()));
        FOLDERS.forEach(folder -> places.put(folder, data.resolve(folder).resolve(tenant.toString())));
        places.put(RETROSPECTIVES, data.resolve(RETROSPECTIVES).resolve(tenant + MARKDOWN));
        return places;
    }

    private static List<Path> files(Path folder) {
        try {
            return FolderTree.files(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes the files of a tenant with their folders.
    void delete(TenantId tenant) {
        try {
            for (Path path : places(tenant).values()) {
                FolderTree.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The ids that folders are named by.
    Set<TenantId> tenants() {
        Set<TenantId> tenants = new TreeSet<>((one, other) -> one.value().compareTo(other.value()));
        Stream.concat(Stream.of(lake), Stream.concat(FOLDERS.stream(), Stream.of(RETROSPECTIVES)).map(data::resolve))
                .filter(Files::isDirectory).forEach(folder -> {
                    try (Stream<Path> entries = Files.list(folder)) {
                        entries.map(entry -> entry.getFileName().toString().replace(MARKDOWN, ""))
                                .filter(TenantFiles::isId).map(id -> new TenantId(UUID.fromString(id)))
                                .forEach(tenants::add);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        return tenants;
    }

    private static boolean isId(String name) {
        return name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    /// What a search of all files found.
    ///
    /// @param files how many were searched
    /// @param naming how many of them say something that was searched, but for logs
    /// @param logs how many logs do
    record Traces(long files, long naming, long logs) {
    }

    /// Searches names and bytes of all files.
    ///
    /// @param id of the tenant, which is searched everywhere
    /// @param values that are searched too but in the lake, whose files are compressed
    Traces search(TenantId id, Collection<String> values) {
        Set<String> wanted = new TreeSet<>();
        values.forEach(value -> wanted
                .add(new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
        wanted.add(id.toString());
        List<Path> beside = files(data, path -> !path.startsWith(data.resolve(POSTGRES)) && !path.startsWith(lake));
        List<Path> logs = beside.stream().filter(path -> path.startsWith(data.resolve(LOGS))).toList();
        List<Path> others = beside.stream().filter(path -> !path.startsWith(data.resolve(LOGS))).toList();
        List<Path> stored = files(lake, path -> true);
        return new Traces((long) beside.size() + stored.size(),
                others.stream().filter(path -> says(path, wanted)).count()
                        + stored.stream().filter(path -> says(path, Set.of(id.toString()))).count(),
                logs.stream().filter(path -> says(path, wanted)).count());
    }

    private static List<Path> files(Path folder, Predicate<Path> wanted) {
        return files(folder).stream().filter(wanted).toList();
    }

    private static boolean says(Path file, Set<String> wanted) {
        return wanted.stream().anyMatch(file.toString()::contains) || holds(file, wanted);
    }

    /// Blocks overlap, so that nothing is missed between two. A file that went meanwhile holds nothing.
    private static boolean holds(Path file, Set<String> wanted) {
        try (InputStream in = Files.newInputStream(file)) {
            String end = "";
            for (byte[] block = in.readNBytes(BLOCK); block.length > 0; block = in.readNBytes(BLOCK)) {
                String letters = end + new String(block, StandardCharsets.ISO_8859_1);
                if (wanted.stream().anyMatch(letters::contains)) {
                    return true;
                }
                end = letters.substring(Math.max(0, letters.length() - OVERLAP));
            }
            return false;
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
