package dev.upswell.fyp.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the conditions of a rule: comparisons joined by `and` and `or`, of which `and` binds closer, with parentheses.
///
/// After something wrong it goes on at the next comparison, so that all that is wrong is told together.
final class ConditionText {

    private static final Pattern TOKEN = Pattern
            .compile("\\s*(?:([A-Za-z_][A-Za-z0-9_]*)|(\\d+(?:\\.\\d+)?)\\s*%?|(<=|>=|[<>≤≥=!]+)|([()])|(\\S))");
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2})");
    private static final int DEEPEST = 20;

    private final int line;
    private final List<RuleProblem> problems;
    private final List<Token> tokens = new ArrayList<>();
    private final int length;
    private int next;

    private enum Kind {
        WORD,
        NUMBER,
        ORDER,
        PARENTHESIS,
        OTHER
    }

    private record Token(Kind kind, String text, int at) {
    }

    ConditionText(int line, String text, List<RuleProblem> problems) {
        this.line = line;
        this.problems = problems;
        length = text.stripTrailing().length();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            for (Kind kind : Kind.values()) {
                String said = matcher.group(1 + kind.ordinal());
                if (said != null) {
                    tokens.add(new Token(kind, said.toLowerCase(Locale.ROOT), matcher.start(1 + kind.ordinal())));
                }
            }
        }
    }

    /// The condition; null when something is wrong with it, which is then among the problems.
    @Nullable
    Condition read() {
        if (tokens.isEmpty()) {
            wrong(length, "a rule needs a condition before the arrow, such as v15 < p40");
            return null;
        }
        Condition condition = any(0);
        while (next < tokens.size()) {
            Token odd = tokens.get(next++);
            wrong(odd.at(), odd.text().equals(")")
                    ? "this parenthesis closes nothing"
                    : "and or or is needed before \"" + odd.text() + "\"");
            if (odd.kind() == Kind.WORD) {
                next--;
                any(0);
            }
        }
        return condition;
    }

    private @Nullable Condition any(int depth) {
        return joined("or", Condition.Any::new, () -> all(depth));
    }

    private @Nullable Condition all(int depth) {
        return joined("and", Condition.All::new, () -> one(depth));
    }

    /// Something that reads a part.
    private interface Part {
        @Nullable
        Condition read();
    }

    private @Nullable Condition joined(String word, Function<List<Condition>, Condition> join, Part part) {
        List<Condition> parts = new ArrayList<>();
        boolean broken = false;
        boolean more = true;
        while (more) {
            Condition read = part.read();
            if (read == null) {
                broken = true;
            } else {
                parts.add(read);
            }
            more = peeks(word);
            next += more ? 1 : 0;
        }
        return broken ? null : parts.size() == 1 ? parts.getFirst() : join.apply(parts);
    }

    private boolean peeks(String text) {
        return next < tokens.size() && tokens.get(next).text().equals(text);
    }

    private @Nullable Condition one(int depth) {
        if (!peeks("(")) {
            return comparison();
        }
        Token opened = tokens.get(next++);
        if (depth == DEEPEST) {
            wrong(opened.at(), "parentheses stand at most 20 deep");
            next = tokens.size();
            return null;
        }
        Condition inner = any(depth + 1);
        if (!peeks(")")) {
            wrong(opened.at(), "this parenthesis is not closed");
            return null;
        }
        next++;
        return inner;
    }

    private @Nullable Condition comparison() {
        Token name = take(Kind.WORD, "a name is needed here, one of " + String.join(", ", Subject.words()));
        if (name == null) {
            return skipped();
        }
        if (name.text().equals("and") || name.text().equals("or")) {
            wrong(name.at(), "a comparison is needed before \"" + name.text() + "\"");
            next--;
            return null;
        }
        Subject subject = Subject.find(name.text()).orElse(null);
        if (subject == null) {
            wrong(name.at(), name.text() + " must be one of " + String.join(", ", Subject.words()));
        }
        Token sign = take(Kind.ORDER, "one of < ≤ > ≥ is needed after " + name.text());
        if (sign == null) {
            return skipped();
        }
        Order order = Order.find(sign.text()).orElse(null);
        if (order == null) {
            wrong(sign.at(), sign.text() + " must be one of < ≤ > ≥ (or <= >=)");
        }
        return bar(subject, order, name.text());
    }

    private @Nullable Condition bar(@Nullable Subject subject, @Nullable Order order, String name) {
        if (next < tokens.size() && tokens.get(next).kind() == Kind.NUMBER) {
            double number = Double.parseDouble(tokens.get(next++).text());
            return subject == null || order == null ? null : new Condition.Number(subject, order, number);
        }
        Token word = take(Kind.WORD, "a number or a percentile such as p70 is needed here");
        if (word == null) {
            return skipped();
        }
        Matcher percentile = PERCENTILE.matcher(word.text());
        if (!percentile.matches() || Integer.parseInt(percentile.group(1)) == 0) {
            wrong(word.at(), word.text() + " must be a number or a percentile from p1 to p99");
            next -= word.text().equals("and") || word.text().equals("or") ? 1 : 0;
            return null;
        }
        if (subject != null && !(subject instanceof Subject.Measure)) {
            wrong(word.at(), name + " is compared with numbers: percentiles are of measures");
        }
        return order != null && subject instanceof Subject.Measure measure
                ? new Condition.Percentile(measure, order, Integer.parseInt(percentile.group(1)))
                : null;
    }

    private @Nullable Token take(Kind kind, String otherwise) {
        if (next < tokens.size() && tokens.get(next).kind() == kind) {
            return tokens.get(next++);
        }
        wrong(next < tokens.size() ? tokens.get(next).at() : length, otherwise);
        return null;
    }

    /// Goes on where the next comparison may begin.
    private @Nullable Condition skipped() {
        while (next < tokens.size() && !peeks("and") && !peeks("or") && !peeks(")")) {
            next++;
        }
        return null;
    }

    private void wrong(int at, String what) {
        problems.add(new RuleProblem(line, at + 1, what));
    }
}
