package dev.upswell.taste;

import dev.upswell.embed.Embedder;
import dev.upswell.embed.Vector;
import dev.upswell.language.TextTokens;
import dev.upswell.language.Token;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Topics that a profile says nothing about: health, religion, sexuality, politics, ethnicity, unions.
///
/// Told by lists of words of several languages, and of categories also by nearness to what those words say together.
public final class SensitiveTopics {

    private static final double NEAR = .5;

    private final List<Topic> topics;

    /// A topic.
    ///
    /// @param words whole ones
    /// @param beginnings of words and hashtags
    private record Topic(String name, List<TextTokens> words, List<String> beginnings, Vector vector) {
    }

    private SensitiveTopics(List<Topic> topics) {
        this.topics = List.copyOf(topics);
    }

    /// The topics that Upswell ships.
    public static SensitiveTopics shipped(Embedder embedder) {
        try (InputStream in = Objects
                .requireNonNull(SensitiveTopics.class.getResourceAsStream("sensitive-topics.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new SensitiveTopics(
                    lines.lines().filter(line -> line.contains(": ")).map(line -> topic(line, embedder))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Topic topic(String line, Embedder embedder) {
        String[] parts = line.split(": ", 2);
        List<String> words = Arrays.stream(parts[1].split(", ")).map(String::strip).toList();
        return new Topic(parts[0], words.stream().filter(word -> !word.endsWith("*")).map(TextTokens::of).toList(),
                words.stream().filter(word -> word.endsWith("*")).map(word -> word.substring(0, word.length() - 1))
                        .toList(),
                embedder.vector(parts[1].replace("*", "")));
    }

    /// The topic that a text speaks of; empty for most.
    public Optional<String> of(TextTokens text) {
        return topics.stream().filter(topic -> speaks(topic, text)).map(Topic::name).findFirst();
    }

    /// The topic that a category is about, by its words or its vector.
    public Optional<String> of(Category category) {
        TextTokens words = TextTokens
                .of(category.tag().replace('_', ' ') + " " + String.join(" ", category.keywords()));
        return of(words).or(() -> topics.stream()
                .filter(topic -> topic.vector().size() == category.vector().size()
                        && topic.vector().likeness(category.vector()) >= NEAR)
                .map(Topic::name).findFirst());
    }

    private static boolean speaks(Topic topic, TextTokens text) {
        return topic.words().stream().anyMatch(text::contains) || text.tokens().stream().map(Token::text)
                .anyMatch(word -> topic.beginnings().stream().anyMatch(word::startsWith));
    }
}
