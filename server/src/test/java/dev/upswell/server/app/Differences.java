package dev.upswell.server.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// What only one of two dumps has, in any order of lines; dumps of a day are larger than the memory of a test.
final class Differences {

    private static final int MOST = 50;
    private static final int SHOWN = 500;

    private Differences() {
    }

    /// The first lines that one has more often than the other, each behind the title of its table.
    ///
    /// @param omitted titles of tables that are not compared
    static List<String> between(Path killed, Path undisturbed, Set<String> omitted) throws IOException {
        Map<String, Integer> more = new HashMap<>();
        lines(killed, (title, line) -> more.merge(digest(title, line), 1, Integer::sum));
        lines(undisturbed, (title, line) -> more.merge(digest(title, line), -1, Integer::sum));
        for (Path one : List.of(killed, undisturbed)) {
            lines(one, (title, line) -> {
                if (omitted.contains(title)) {
                    more.remove(digest(title, line));
                }
            });
        }
        more.values().removeIf(count -> count == 0);
        List<String> differences = new ArrayList<>();
        told(killed, "only killed has", 1, more, differences);
        told(undisturbed, "only undisturbed has", -1, more, differences);
        return differences;
    }

    private static void told(Path file, String who, int sign, Map<String, Integer> more, List<String> differences)
            throws IOException {
        lines(file, (title, line) -> {
            Integer count = more.get(digest(title, line));
            if (count != null && count * sign > 0 && differences.size() < MOST) {
                differences.add(who + " " + title + ": " + line.substring(0, Math.min(SHOWN, line.length())));
            }
        });
    }

    /// The tables and datasets of a dump.
    static List<String> titles(Path file) throws IOException {
        List<String> titles = new ArrayList<>();
        lines(file, (title, line) -> {
            if (line.startsWith(title)) {
                titles.add(title);
            }
        });
        return titles;
    }

    private static void lines(Path file, BiConsumer<String, String> told) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String title = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("table ") || line.startsWith("dataset ")) {
                    title = line;
                }
                told.accept(title, line);
            }
        }
    }

    private static String digest(String title, String line) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(title.getBytes(StandardCharsets.UTF_8));
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
