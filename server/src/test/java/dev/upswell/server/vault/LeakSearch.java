package dev.upswell.server.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks for a secret in files and texts, as it is and as programs write such things.
public final class LeakSearch {

    private final List<byte[]> written = new ArrayList<>();

    /// @param secret of at least 12 characters
    public LeakSearch(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        written.add(bytes);
        written.add(secret.getBytes(StandardCharsets.UTF_16LE));
        written.add(ascii(URLEncoder.encode(secret, StandardCharsets.UTF_8)));
        written.add(ascii(HexFormat.of().formatHex(bytes)));
        written.add(ascii(HexFormat.of().withUpperCase().formatHex(bytes)));
        // In the middle of other bytes Base64 comes in three shapes; its ends depend on the neighbours.
        for (int before = 0; before < 3; before++) {
            byte[] padded = new byte[bytes.length + before];
            System.arraycopy(bytes, 0, padded, before, bytes.length);
            String text = Base64.getEncoder().encodeToString(padded);
            written.add(ascii(text.substring(4, text.length() - 4)));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Whether the text holds it; an absent one does not.
    public boolean isIn(@Nullable String text) {
        return text != null && isIn(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isIn(byte[] content) {
        return written.stream().anyMatch(pattern -> indexOf(content, pattern) >= 0);
    }

    /// The files below these folders that hold it; files that vanish meanwhile are passed over.
    public List<Path> in(Path... folders) {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                try {
                    if (isIn(Files.readAllBytes(file))) {
                        found.add(file);
                    }
                } catch (IOException gone) {
                    // Programs that run delete what they need no more.
                }
            }
        }
        return found;
    }

    private static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (Files.isDirectory(entry) && !Files.isSymbolicLink(entry)) {
                    files.addAll(files(entry));
                } else if (Files.isRegularFile(entry)) {
                    files.add(entry);
                }
            }
        } catch (IOException | UncheckedIOException gone) {
            return files;
        }
        return files;
    }

    private static int indexOf(byte[] content, byte[] pattern) {
        byte first = pattern[0];
        for (int i = 0; i <= content.length - pattern.length; i++) {
            if (content[i] == first && Arrays.equals(content, i, i + pattern.length, pattern, 0, pattern.length)) {
                return i;
            }
        }
        return -1;
    }
}
