package dev.upswell.language;

import dev.upswell.language.Sentiment.Sign;
import dev.upswell.language.SentimentWords.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/// One walk over a text that finds what praises or complains.
final class SentimentReading {

    /// Words before a sign in which a negation turns it.
    private static final int REACH = 3;
    /// A sign that is negated says the opposite, and less of it: "not bad" is no "great".
    private static final double TURNED = -.6;
    private static final double STRONGER = 1.4;
    private static final double WEAKER = .6;
    private static final double BEFORE_BUT = .5;
    private static final double AFTER_BUT = 1.4;
    /// Praise beside a mocking emoji.
    private static final double MOCKED = -.7;
    private static final String ENDS_CLAUSE = ".,!?;:…()\"“”、。！？|";
    private static final String ENDS_SENTENCE = ".!?…。！？";
    private static final String OF_TEN = "10";

    private final TextTokens text;
    private final List<Token> tokens;
    private final List<SentimentWords> lists;
    private final List<Sign> found = new ArrayList<>();
    private final Set<String> emoji = new HashSet<>();
    private boolean mocked;
    private boolean afterBut;
    private int sentence;
    private double told;

    SentimentReading(TextTokens text, String language) {
        this.text = text;
        this.tokens = text.tokens();
        this.lists = switch (language) {
            case "en" -> List.of(SentimentWords.ENGLISH);
            case "id", "ms" -> List.of(SentimentWords.INDONESIAN, SentimentWords.ENGLISH);
            case LanguageGuess.UNKNOWN -> List.of(SentimentWords.ENGLISH, SentimentWords.INDONESIAN);
            default -> List.of();
        };
    }

    /// What was found, in its order.
    List<Sign> signs() {
        for (int at = 0; at < tokens.size();) {
            at = step(at);
        }
        return mocked ? found.stream().map(SentimentReading::mocked).toList() : found;
    }

    /// How much weight was told before anything turned, strengthened or weakened it.
    double told() {
        return told;
    }

    private static Sign mocked(Sign one) {
        return one.weight() > 0 ? weighing(one, one.weight() * MOCKED) : one;
    }

    /// Reads what begins at a token, and says where to go on.
    private int step(int at) {
        if (breaks(at, ENDS_SENTENCE)) {
            sentence = found.size();
            afterBut = false;
        }
        Token token = tokens.get(at);
        return switch (token.kind()) {
            case EMOJI -> emoji(at);
            case WORD -> word(at);
            case NUMBER -> rating(at);
            case PAIR, HASHTAG, MENTION, LINK -> at + 1;
        };
    }

    private int emoji(int at) {
        Token token = tokens.get(at);
        OptionalDouble weight = SentimentWords.EMOJI.weight(token.text());
        if (weight.isPresent() && emoji.add(token.text())) {
            told += Math.abs(weight.getAsDouble());
            add(at, at + 1, weight.getAsDouble());
            mocked |= SentimentWords.EMOJI.is(Kind.MOCK, token.text());
        }
        return at + 1;
    }

    /// "9/10" is a verdict: the further from the middle, the clearer.
    private int rating(int at) {
        if (at + 1 < tokens.size() && tokens.get(at + 1).text().equals(OF_TEN)
                && text.text().substring(tokens.get(at).end(), tokens.get(at + 1).start()).equals("/")
                && tokens.get(at).text().matches("\\d{1,2}") && !lists.isEmpty()) {
            told++;
            add(at, at + 2, Math.clamp((Integer.parseInt(tokens.get(at).text()) - 5) / 5.0, -1, 1));
            return at + 2;
        }
        return at + 1;
    }

    private int word(int at) {
        if (lists.stream().anyMatch(list -> list.does(Kind.TURN, tokens.get(at).text()))) {
            for (int i = sentence; i < found.size(); i++) {
                found.set(i, weighing(found.get(i), found.get(i).weight() * BEFORE_BUT));
            }
            afterBut = true;
            return at + 1;
        }
        for (int words = Math.min(SentimentWords.LONGEST, tokens.size() - at); words >= 1; words--) {
            if (words > 1 && !together(at, at + words)) {
                continue;
            }
            String phrase = phrase(at, at + words);
            for (SentimentWords list : lists) {
                if (list.is(Kind.PLAIN, phrase)) {
                    return at + words;
                }
                OptionalDouble weight = list.weight(phrase);
                if (weight.isPresent() && !turnsNext(list, phrase, at + words) && !named(at, at + words)) {
                    return value(list, at, at + words, weight.getAsDouble());
                }
            }
        }
        return at + 1;
    }

    /// A word that complains by itself and turns what follows ("kurang") only turns where something follows.
    private boolean turnsNext(SentimentWords list, String word, int next) {
        return list.is(Kind.NOT, word) && next < tokens.size() && together(next - 1, next + 1)
                && list.weight(tokens.get(next).text()).isPresent();
    }

    /// Whether words stand within a name or a title: capitalised beside a capitalised word, and not where a sentence begins.
    private boolean named(int from, int to) {
        boolean begins = from == 0 || breaks(from, ENDS_SENTENCE);
        return !begins && capital(from) && (together(from - 1, to) && capital(from - 1)
                || to < tokens.size() && together(from, to + 1) && capital(to));
    }

    private boolean capital(int at) {
        String written = text.text().substring(tokens.get(at).start(), tokens.get(at).end());
        return written.length() > 1 && Character.isUpperCase(written.charAt(0))
                && Character.isLowerCase(written.charAt(1));
    }

    private int value(SentimentWords list, int from, int to, double listed) {
        told += Math.abs(listed);
        double weight = listed;
        int next = to;
        if (from > 0 && together(from - 1, from + 1)) {
            String before = tokens.get(from - 1).text();
            weight *= does(Kind.MORE, before) ? STRONGER : does(Kind.LESS, before) ? WEAKER : 1;
        }
        if (list == SentimentWords.INDONESIAN && to < tokens.size() && together(to - 1, to + 1)
                && list.does(Kind.MORE, tokens.get(to).text())) {
            weight *= STRONGER;
            next++;
        }
        if (negated(from)) {
            weight *= TURNED;
        }
        add(from, to, Math.clamp(afterBut ? weight * AFTER_BUT : weight, -1, 1));
        return next;
    }

    private boolean does(Kind kind, String word) {
        return lists.stream().anyMatch(list -> list.does(kind, word));
    }

    /// Whether an odd number of negations stands shortly before it in its clause.
    private boolean negated(int at) {
        boolean turned = false;
        for (int from = at - 1; from >= Math.max(0, at - REACH) && together(from, from + 2); from--) {
            turned ^= does(Kind.NOT, tokens.get(from).text());
        }
        return turned;
    }

    /// Whether these tokens are words of one clause.
    private boolean together(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.get(i).kind() != Token.Kind.WORD && tokens.get(i).kind() != Token.Kind.NUMBER
                    || i > from && breaks(i, ENDS_CLAUSE)) {
                return false;
            }
        }
        return true;
    }

    private boolean breaks(int at, String signs) {
        int end = at == 0 ? 0 : tokens.get(at - 1).end();
        return text.text().substring(end, Math.max(end, tokens.get(at).start())).chars()
                .anyMatch(sign -> signs.indexOf(sign) >= 0);
    }

    private String phrase(int from, int to) {
        return tokens.subList(from, to).stream().map(Token::text).collect(Collectors.joining(" "));
    }

    private void add(int from, int to, double weight) {
        int start = tokens.get(from).start();
        int end = tokens.get(to - 1).end();
        found.add(new Sign(text.text().substring(start, end), start, end, weight));
    }

    private static Sign weighing(Sign one, double weight) {
        return new Sign(one.text(), one.start(), one.end(), weight);
    }
}
