package dev.upswell.server.evaluate;

import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The Markdown file of a tenant to which every retrospective is appended once.
///
/// A section is known by its marker line; what people wrote around it stays. The longer file replaces the shorter one in one
/// move, so a killed process leaves either of them, and the next run goes on.
final class RetrospectiveFile {

    private static final String HEAD = "# Retrospectives\n\n";

    private final Path file;

    /// @param dataFolder the installation's data folder
    RetrospectiveFile(Path dataFolder, TenantId tenant) {
        this.file = dataFolder.resolve("retrospectives").resolve(tenant.value() + ".md");
    }

    Path path() {
        return file;
    }

    /// Appends the sections of those weeks that the file lacks; weeks and sections in the same order. Returns how many.
    int append(List<String> weeks, List<String> sections) {
        try {
            String old = Files.exists(file) ? Files.readString(file) : HEAD;
            StringBuilder all = new StringBuilder(old);
            int added = 0;
            for (int i = 0; i < weeks.size(); i++) {
                String marker = RetrospectiveText.marker(weeks.get(i));
                if (old.lines().noneMatch(marker::equals)) {
                    all.append(all.isEmpty() || all.charAt(all.length() - 1) == '\n' ? "" : "\n")
                            .append(sections.get(i));
                    added++;
                }
            }
            if (added > 0) {
                replace(all.toString());
            }
            return added;
        } catch (IOException e) {
            throw StoreException.permanent("the retrospectives cannot be written", file.toString(),
                    "Make room or set the rights of the folder.", e);
        }
    }

    private void replace(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text, StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
