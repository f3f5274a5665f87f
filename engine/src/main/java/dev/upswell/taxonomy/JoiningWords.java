package dev.upswell.taxonomy;

import dev.upswell.language.FrequentWords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Words that name no subject: those that languages use all the time, fillers of captions, and hashtags that stand under anything.
///
/// One list for all languages, for what joins in one rarely names in another.
final class JoiningWords {

    private static final Set<String> WORDS = read();

    private JoiningWords() {
    }

    /// Whether this word, folded, names nothing.
    static boolean has(String word) {
        return WORDS.contains(word) || FrequentWords.shipped().knows(word);
    }

    private static Set<String> read() {
        try (InputStream in = Objects.requireNonNull(JoiningWords.class.getResourceAsStream("joining-words.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.strip().split(" +"))).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
