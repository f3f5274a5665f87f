package dev.upswell.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The words that themes may be called by: shipped ones, in English with Indonesian beside them, and those that people approved.
///
/// @param entries the shipped ones first
public record LabelWords(List<Entry> entries) {

    /// A label in English, or in the language in which it was approved.
    ///
    /// @param indonesian empty where it has none
    public record Entry(String label, Optional<String> indonesian) {
    }

    public LabelWords {
        entries = List.copyOf(entries);
    }

    /// The labels that Upswell ships.
    public static LabelWords shipped() {
        try (InputStream in = LabelWords.class.getResourceAsStream("labels.tsv")) {
            if (in == null) {
                throw new IllegalStateException("labels.tsv must be in the jar\nMaybe build it anew.");
            }
            return new LabelWords(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .map(line -> line.split("\t", 2)).map(row -> new Entry(row[0], Optional.of(row[1]))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// These and approved ones.
    public LabelWords with(Collection<String> approved) {
        List<Entry> all = new ArrayList<>(entries);
        approved.forEach(label -> all.add(new Entry(label, Optional.empty())));
        return new LabelWords(all);
    }

    /// Whether a theme may be called so.
    public boolean has(String label) {
        return entries.stream().anyMatch(entry -> entry.label().equalsIgnoreCase(label));
    }
}
