package dev.upswell.language;

import dev.upswell.language.Entity.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The brands, products and public figures that texts are searched for: shipped ones, and those that people approved.
///
/// The shipped list is Upswell's own, for brands and public figures of the English-speaking world and Indonesia.
public final class EntityWords {

    /// Words that a name has at most.
    static final int LONGEST = 4;

    private static final EntityWords SHIPPED = new EntityWords(Rows.of(Rows.class, "entities.tsv", 4).stream()
            .map(row -> new Entry(row.get(0), Kind.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
                    Arrays.stream(row.get(2).split("\\|")).filter(one -> !one.isEmpty()).toList(),
                    As.valueOf(row.get(3).toUpperCase(Locale.ROOT))))
            .toList());

    private final List<Entry> entries;
    private final Map<String, Entry> ofWords = new HashMap<>();
    private final Map<String, Entry> ofNames = new HashMap<>();
    private final Map<String, Entry> ofHandles = new HashMap<>();

    /// How words of a text have to look to be this name.
    public enum As {
        /// In any case, and as a hashtag: nothing else is called so.
        ALWAYS,
        /// Capitalised within a sentence, or as a hashtag; as a mention only where its handle is listed.
        CAPITAL,
        /// Capitalised within a sentence, never as a hashtag: it is an ordinary word ("apple"); as a mention only where its handle is listed.
        NEVER
    }

    /// A name.
    ///
    /// @param spellings others of the same; one that begins with `@` is a handle and spells nothing else
    public record Entry(String name, Kind kind, List<String> spellings, As as) {

        public Entry {
            spellings = List.copyOf(spellings);
            if (kind == Kind.CREATOR) {
                throw new IllegalArgumentException("entity (" + name
                        + ") must be a brand, a product or a public figure\nMaybe collect the creator's videos.");
            }
        }

        private Stream<String> names() {
            return Stream.concat(Stream.of(name), spellings.stream());
        }
    }

    private EntityWords(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        for (Entry entry : entries) {
            entry.names().forEach(spelling -> {
                if (spelling.startsWith("@") || entry.as() == As.ALWAYS) {
                    ofHandles.put(Cleaning.folded(spelling.startsWith("@") ? spelling.substring(1) : spelling), entry);
                }
                if (spelling.startsWith("@")) {
                    return;
                }
                ofWords.put(phrase(TextTokens.of(spelling).tokens()), entry);
                ofNames.put(joined(spelling), entry);
            });
        }
    }

    /// The names that Upswell ships.
    public static EntityWords shipped() {
        return SHIPPED;
    }

    /// These and approved ones, which go before those of the same spelling.
    public EntityWords with(Collection<Entry> approved) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(approved);
        return new EntityWords(all);
    }

    /// These without those that have a rejected name or spelling.
    ///
    /// @param names in any case
    public EntityWords without(Collection<String> names) {
        Set<String> gone = names.stream().map(EntityWords::joined).collect(Collectors.toSet());
        return new EntityWords(entries.stream()
                .filter(entry -> entry.names().map(EntityWords::joined).noneMatch(gone::contains)).toList());
    }

    /// All of them.
    public List<Entry> entries() {
        return entries;
    }

    /// Whether a folded hashtag or handle is one of these.
    public boolean has(String name) {
        return ofNames.containsKey(joined(name));
    }

    Optional<Entry> ofWords(List<Token> tokens) {
        return Optional.ofNullable(ofWords.get(phrase(tokens)));
    }

    Optional<Entry> ofName(String folded) {
        return Optional.ofNullable(ofNames.get(joined(folded)));
    }

    /// The entry that has this very name or spelling, with its signs.
    Optional<Entry> ofHandle(String folded) {
        return Optional.ofNullable(ofHandles.get(folded));
    }

    private static String phrase(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining(" "));
    }

    /// A name as hashtags and handles have it: without blanks and signs.
    public static String joined(String name) {
        return Cleaning.folded(name).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
    }
}
