package dev.upswell.grounding;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Phrases that praise and say nothing; compared as whole words, whatever their case.
///
/// @param phrases in lower case, words separated by one space
public record BlockedPhrases(List<String> phrases) {

    public BlockedPhrases {
        phrases = List.copyOf(new TreeSet<>(phrases.stream().map(BlockedPhrases::plain).toList()));
    }

    /// Those that come with the product, in both languages.
    public static BlockedPhrases standard() {
        return new BlockedPhrases(Words.list("blocked-phrases.txt"));
    }

    /// These and others.
    public BlockedPhrases with(Collection<String> more) {
        return new BlockedPhrases(Stream.concat(phrases.stream(), more.stream()).toList());
    }

    /// The first phrase that stands in the text; empty when none does.
    public Optional<String> find(String text) {
        String words = " " + plain(text) + " ";
        return phrases.stream().filter(phrase -> words.contains(" " + phrase + " ")).findFirst();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
