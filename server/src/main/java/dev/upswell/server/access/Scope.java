package dev.upswell.server.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a token may do. None contains another: a token has those that it was given.
public enum Scope {
    /// Look at pages and lists.
    READ,
    /// Change what the tenant works with: import, collect, train, decide.
    WRITE,
    /// Have creators scored that the request brings along.
    SCORE,
    /// Keys, sessions of accounts, rules of compliance, tokens, the request audit.
    ADMIN;

    /// The word for it in commands and requests.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The words of all.
    public static List<String> labels() {
        return Arrays.stream(values()).map(Scope::label).toList();
    }

    /// Those of these words.
    ///
    /// **errors** [AccessRefused] with all words that are none, and when there are none.
    public static Set<Scope> of(List<String> words) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Set<String> wrong = new TreeSet<>();
        for (String word : words) {
            Optional<Scope> scope = Arrays.stream(values()).filter(one -> one.label().equals(word)).findFirst();
            scope.ifPresentOrElse(scopes::add, () -> wrong.add('"' + word + '"'));
        }
        if (!wrong.isEmpty() || scopes.isEmpty()) {
            throw AccessRefused.unusable(
                    wrong.isEmpty() ? "A token needs a scope." : "There is no scope " + String.join(", ", wrong) + ".",
                    "Scopes are " + String.join(", ", labels()) + ", separated by commas.");
        }
        return scopes;
    }
}
