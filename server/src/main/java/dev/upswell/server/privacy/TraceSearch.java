package dev.upswell.server.privacy;

import dev.upswell.server.postgres.FolderTree;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.suppress.Mentions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The search for a name in all that is kept of a tenant: every table, every file of its lake, its index, texts beside the database.
final class TraceSearch {

    /// Chained, so that it cannot be changed; it ages.
    private static final String CHAINED = "request_audit";
    private static final int LONG_ID = 12;

    private final ErasureParts parts;
    private final Named named;

    TraceSearch(ErasureParts parts, Named named) {
        this.parts = parts;
        this.named = named;
    }

    /// Looks through all.
    Erasure.Search search() {
        Map<String, Long> found = new TreeMap<>();
        List<String> tables = parts.database().transactions().call(parts.tenant(), TraceRepository::tables);
        for (String table : tables) {
            found.put(table, parts.database().transactions().call(parts.tenant(),
                    db -> TraceRepository.traces(db, table, named)));
        }
        List<Path> lake = parts.database().lakeFiles(parts.tenant());
        found.put("lake", traces(lake));
        List<Path> index = files("index/" + parts.tenant());
        found.put("index", index.stream().filter(this::isInIndex).count());
        List<Path> texts = texts();
        found.put("texts", texts.stream().filter(this::isNamed).count());
        Map<String, Long> kept = new TreeMap<>();
        Long chained = found.remove(CHAINED);
        if (chained != null && chained > 0) {
            kept.put(CHAINED, chained);
        }
        return new Erasure.Search(tables.size(), lake.size(), index.size() + texts.size(),
                TraceRepository.found(found), kept);
    }

    private long traces(List<Path> files) {
        try (LakeSession lake = parts.database().lake().open(parts.tenant())) {
            var repository = new LakeErasureRepository(lake, named);
            return files.stream().filter(file -> repository.traces(file) > 0).count();
        }
    }

    /// Deletes texts beside the database that name them; how many.
    long deleteTexts() {
        List<Path> naming = texts().stream().filter(this::isNamed).toList();
        for (Path file : naming) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return naming.size();
    }

    private List<Path> texts() {
        return files("retrospectives").stream()
                .filter(file -> file.getFileName().toString().startsWith(parts.tenant().toString())).toList();
    }

    private List<Path> files(String folder) {
        try {
            return FolderTree.files(parts.places().folder().resolve(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isNamed(Path file) {
        return Mentions.any(letters(file), named.words());
    }

    /// In the index names stand without anything between them, so letters beside a name do not tell that it is another.
    private boolean isInIndex(Path file) {
        String letters = letters(file).toLowerCase(Locale.ROOT);
        return named.videos().stream().filter(video -> video.length() >= LONG_ID).anyMatch(letters::contains)
                || named.handle().length() >= LONG_ID && letters.contains(named.handle());
    }

    private static String letters(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
