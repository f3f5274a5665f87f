package dev.upswell.server.privacy;

import dev.upswell.content.EntityId;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.LakeSession;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Everything that is held about a creator, or of a tenant, as one ZIP archive of JSON lines: `tables/NAME.jsonl` and `lake/NAME.jsonl`.
///
/// Bytes (models, vectors, secrets) are left out, and so are passwords, tokens and keys.
public final class PersonalExport {

    private static final Set<String> SECRET = Set.of("vault_entry", "access_token", "sign_in", "sign_in_failure",
            "suppression_key", "suppressed", "source_key", "session");

    private final ErasureParts parts;

    public PersonalExport(ErasureParts parts) {
        this.parts = parts;
    }

    /// Writes what is held about a creator and their videos, and closes nothing.
    ///
    /// @param handle with or without `@`, in any case
    ///
    /// **errors** [PrivacyRefused] for what is no handle
    public void creator(String handle, OutputStream out) {
        Named named = named(handle);
        write(out, named);
    }

    private Named named(String handle) {
        String bare;
        try {
            bare = EntityId.creator(handle).value();
        } catch (IllegalArgumentException e) {
            throw PrivacyRefused.handle(handle);
        }
        Database database = parts.database();
        boolean plain = !database.transactions().call(parts.tenant(), db -> TableErasureRepository.isHashtag(db, bare));
        Set<String> videos = new HashSet<>(
                database.transactions().<List<String>>call(parts.tenant(),
                        db -> TableErasureRepository.videos(db, bare)));
        try (LakeSession lake = database.lake().open(parts.tenant())) {
            videos.addAll(LakeErasureRepository.videosOf(lake, database, new Named(bare, plain, Set.of())));
        }
        return new Named(bare, plain, videos);
    }

    /// Writes all that is held of the tenant, and closes nothing.
    public void tenant(OutputStream out) {
        write(out, null);
    }

    /// @param named null for all
    private void write(OutputStream out, @Nullable Named named) {
        try {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            for (String table : parts.database().transactions().<List<String>>call(parts.tenant(),
                    TraceRepository::tables)) {
                if (!SECRET.contains(table)) {
                    zip.putNextEntry(new ZipEntry("tables/" + table + ".jsonl"));
                    parts.database().transactions().run(parts.tenant(),
                            db -> TraceRepository.rows(db, table, named, line -> line(zip, line)));
                    zip.closeEntry();
                }
            }
            lake(zip, named);
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lake(ZipOutputStream zip, @Nullable Named named) throws IOException {
        try (LakeSession lake = parts.database().lake().open(parts.tenant())) {
            LakeErasureRepository repository = new LakeErasureRepository(lake,
                    named == null ? new Named("", false, Set.of()) : named);
            for (ErasureParts.Written one : parts.places().lake()) {
                List<LakeFile> files = parts.database().transactions().call(parts.tenant(),
                        (JdbcClient db) -> parts.database().manifest().visible(db, one.dataset()));
                if (!files.isEmpty()) {
                    zip.putNextEntry(new ZipEntry("lake/" + one.dataset().name() + ".jsonl"));
                    repository.rows(one.dataset(), files, named != null, line -> line(zip, line));
                    zip.closeEntry();
                }
            }
        }
    }

    private static void line(OutputStream out, String line) {
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
