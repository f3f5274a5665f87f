package dev.upswell.benchmarks.statement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// Sentences with places to fill, by family and language, from `frames.tsv`.
final class Frames {

    private final Map<String, List<String>> byFamily = new HashMap<>();

    Frames() {
        try (var in = new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(Frames.class.getResourceAsStream("frames.tsv")),
                        StandardCharsets.UTF_8))) {
            in.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split("\t", 3);
                byFamily.computeIfAbsent(parts[0] + "/" + parts[1], key -> new ArrayList<>()).add(parts[2]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> of(String family, Tongue tongue) {
        return Objects.requireNonNull(byFamily.get(family + "/" + tongue.code()), () -> "No frames of " + family);
    }

    String any(String family, Tongue tongue, Random random) {
        List<String> all = of(family, tongue);
        return all.get(random.nextInt(all.size()));
    }
}
