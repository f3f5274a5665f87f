package dev.upswell.language;

import dev.upswell.language.Entity.Kind;
import dev.upswell.language.Entity.Why;
import dev.upswell.language.EntityWords.As;
import dev.upswell.language.EntityWords.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds what texts name: brands, products and public figures of a vocabulary, and creators whose videos are collected.
///
/// Nobody else is meant to be named: a mention is one only of the very account that is collected or listed, because any other, one sign
/// apart, may be a private person's.
public final class Entities {

    private static final String ENDS_SENTENCE = ".!?…:\"“";

    private final EntityWords words;
    private final Set<String> creators;

    /// @param creators handles in lower case, without `@`
    public Entities(EntityWords words, Set<String> creators) {
        this.words = words;
        this.creators = Set.copyOf(creators);
    }

    /// What this text names, in the order in which it stands; nothing overlaps.
    public List<Entity> in(TextTokens text) {
        List<Entity> found = new ArrayList<>();
        for (int at = 0; at < text.tokens().size();) {
            Token token = text.tokens().get(at);
            Optional<Found> one = switch (token.kind()) {
                case MENTION -> mention(token.text());
                case HASHTAG -> hashtag(token.text());
                case WORD -> words(text, at);
                case PAIR, NUMBER, EMOJI, LINK -> Optional.empty();
            };
            int next = at + one.map(Found::tokens).orElse(1);
            if (one.isPresent()) {
                int end = text.tokens().get(next - 1).end();
                found.add(new Entity(one.get().kind(), one.get().name(), text.text().substring(token.start(), end),
                        token.start(), end, one.get().why()));
            }
            at = next;
        }
        return List.copyOf(found);
    }

    private record Found(Kind kind, String name, Why why, int tokens) {
    }

    private Optional<Found> mention(String handle) {
        return creators.contains(handle)
                ? Optional.of(new Found(Kind.CREATOR, handle, Why.CREATOR_MENTION, 1))
                : words.ofHandle(handle)
                        .map(entry -> new Found(entry.kind(), entry.name(), Why.VOCABULARY_MENTION, 1));
    }

    private Optional<Found> hashtag(String name) {
        Optional<Found> known = words.ofName(name).filter(entry -> entry.as() != As.NEVER)
                .map(entry -> new Found(entry.kind(), entry.name(), Why.VOCABULARY_HASHTAG, 1));
        boolean noWord = name.chars().anyMatch(sign -> sign == '_' || Character.isDigit(sign));
        return known.isPresent() || !noWord || !creators.contains(name)
                ? known
                : Optional.of(new Found(Kind.CREATOR, name, Why.CREATOR_HASHTAG, 1));
    }

    /// The longest name that begins here.
    private Optional<Found> words(TextTokens text, int at) {
        for (int count = Math.min(EntityWords.LONGEST, text.tokens().size() - at); count >= 1; count--) {
            if (beside(text, at, count)) {
                Optional<Entry> entry = words.ofWords(text.tokens().subList(at, at + count));
                if (entry.isPresent() && (entry.get().as() == As.ALWAYS || asName(text, at))) {
                    return Optional
                            .of(new Found(entry.get().kind(), entry.get().name(), Why.VOCABULARY_WORDS, count));
                }
            }
        }
        return Optional.empty();
    }

    /// Whether so many words stand here with nothing but a blank or a hyphen between them.
    private static boolean beside(TextTokens text, int at, int count) {
        for (int i = at; i < at + count; i++) {
            Token.Kind kind = text.tokens().get(i).kind();
            if (kind != Token.Kind.WORD && kind != Token.Kind.NUMBER
                    || i > at && !between(text, i).matches("[ \\-.&']?")) {
                return false;
            }
        }
        return true;
    }

    /// Whether a word is capitalised where no sentence begins; a text all in capitals tells nothing.
    private static boolean asName(TextTokens text, int at) {
        Token token = text.tokens().get(at);
        boolean begins = at == 0 || between(text, at).chars().anyMatch(sign -> ENDS_SENTENCE.indexOf(sign) >= 0);
        return !begins && token.end() - token.start() > 1 && Character.isUpperCase(text.text().charAt(token.start()))
                && Character.isLowerCase(text.text().charAt(token.start() + 1));
    }

    private static String between(TextTokens text, int at) {
        int end = text.tokens().get(at - 1).end();
        return text.text().substring(end, Math.max(end, text.tokens().get(at).start()));
    }
}
