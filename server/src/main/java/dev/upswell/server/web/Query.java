package dev.upswell.server.web;

import dev.upswell.content.EntityKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The query string of one request, read with types; whatever is wrong with it is collected and told together.
///
/// A controller takes it as an argument, reads every parameter it knows and calls [#done] before it answers.
/// An empty value counts as absent, because forms send empty fields.
public final class Query {

    /// Between these, with a year to either side, every store can tell times apart.
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    /// The request attribute in which the door leaves the name of whoever came in and changes something.
    public static final String AUTHOR = Query.class.getName() + ".author";

    /// The parameter in which people leave their name.
    private static final String BY = "by";

    private static final int LONGEST_AUTHOR = 100;

    private final Map<String, String[]> parameters;
    private final @Nullable String author;
    private final TreeSet<String> known = new TreeSet<>();
    private final List<Sentence> problems = new ArrayList<>();

    private Query(Map<String, String[]> parameters, @Nullable String author) {
        this.parameters = Map.copyOf(parameters);
        this.author = author;
    }

    /// The query with these parameters.
    public static Query of(Map<String, String[]> parameters) {
        return new Query(parameters, null);
    }

    /// The query of somebody who came in by a name, of theirs or of a token: whatever stands there as `by`, it is them.
    public static Query signed(Map<String, String[]> parameters, String author) {
        return new Query(parameters, author);
    }

    /// Free text up to this many characters, stripped.
    public Optional<String> text(String name, int longest) {
        Optional<String> text = value(name);
        if (text.isPresent() && text.get().length() > longest) {
            problems.add(Sentence.of("problem.long", name, longest));
            return Optional.empty();
        }
        return text;
    }

    /// The texts of a parameter that may stand more than once, each once and in the order given.
    ///
    /// @param most how many different ones there may be
    /// @param longest how many characters each may have
    public List<String> texts(String name, int most, int longest) {
        known.add(name);
        List<String> texts = Arrays.stream(parameters.getOrDefault(name, new String[0])).map(String::strip)
                .filter(text -> !text.isEmpty()).distinct().toList();
        if (texts.size() > most) {
            problems.add(Sentence.of("problem.many", name, most, texts.size()));
            return List.of();
        }
        if (texts.stream().anyMatch(text -> text.length() > longest)) {
            problems.add(Sentence.of("problem.long", name, longest));
            return List.of();
        }
        if (texts.stream().anyMatch(text -> text.indexOf('\0') >= 0)) {
            problems.add(Sentence.of("problem.null", name));
            return List.of();
        }
        return texts;
    }

    /// Who does what is asked for: whoever came in by a name; where nobody needs one, who the body says, and this when it says nothing.
    ///
    /// @param typed what the body says
    public String author(@Nullable String typed, String usual) {
        if (author != null) {
            return author;
        }
        String name = typed == null ? "" : typed.strip();
        if (name.length() > LONGEST_AUTHOR || name.indexOf('\0') >= 0) {
            throw WebProblem.badRequest(List.of(Sentence.of("problem.long", BY, LONGEST_AUTHOR)));
        }
        return name.isEmpty() ? usual : name;
    }

    /// Who does what is asked for where nothing is typed.
    public String author(String usual) {
        return author(null, usual);
    }

    /// One of these words, or the fallback when absent.
    public String choice(String name, List<String> words, String fallback) {
        String word = value(name).orElse(fallback);
        if (!words.contains(word)) {
            problems.add(Sentence.of("problem.choice", name, String.join(", ", words), shortened(word)));
            return fallback;
        }
        return word;
    }

    /// One of these words; empty when absent.
    public Optional<String> oneOf(String name, List<String> words) {
        Optional<String> word = value(name);
        if (word.isPresent() && !words.contains(word.get())) {
            problems.add(Sentence.of("problem.choice", name, String.join(", ", words), shortened(word.get())));
            return Optional.empty();
        }
        return word;
    }

    /// A kind of entity by its label, or the fallback when absent.
    public EntityKind kind(String name, EntityKind fallback) {
        List<String> labels = Arrays.stream(EntityKind.values()).map(EntityKind::label).toList();
        return EntityKind.of(choice(name, labels, fallback.label()));
    }

    /// A whole number between these two, both included, or the fallback when absent.
    public int number(String name, int least, int most, int fallback) {
        return value(name).map(text -> within(name, text, text, least, most, fallback)).orElse(fallback);
    }

    /// A number from 0 to 1, both included; empty when absent.
    public Optional<Double> fraction(String name) {
        Optional<String> text = value(name);
        try {
            Optional<Double> number = text.map(Double::valueOf);
            if (number.isEmpty() || number.get() >= 0 && number.get() <= 1) {
                return number;
            }
        } catch (NumberFormatException notNumber) {
            // It is told below.
        }
        problems.add(Sentence.of("problem.fraction", name, shortened(text.orElse(""))));
        return Optional.empty();
    }

    /// A day such as `2026-01-31`, of the years 1970 to 9998; empty when absent.
    public Optional<LocalDate> day(String name) {
        Optional<String> text = value(name);
        try {
            return text.map(LocalDate::parse).filter(Query::isKnown);
        } catch (DateTimeException unreadable) {
            problems.add(Sentence.of("problem.day", name, shortened(text.orElse(""))));
            return Optional.empty();
        }
    }

    private static boolean isKnown(LocalDate day) {
        if (day.getYear() < 1970 || day.getYear() > 9998) {
            throw new DateTimeException(
                    "day (" + day + ") must lie in the years 1970 to 9998\nMaybe a digit is wrong.");
        }
        return true;
    }

    /// Whether a switch is on: `true`, `1` or `on`; off when absent.
    public boolean flag(String name) {
        return List.of("true", "1", "on")
                .contains(choice(name, List.of("true", "1", "on", "false", "0", "off"), "off"));
    }

    /// How many hours ahead, as `24` or `24h`, between these two, both included, or the fallback when absent.
    public int hours(String name, int least, int most, int fallback) {
        return value(name).map(text -> within(name, text, text.replaceFirst("h$", ""), least, most, fallback))
                .orElse(fallback);
    }

    /// How many hours ahead, as `24` or `24h`, one of these; empty when absent.
    public Optional<Integer> hours(String name, List<Integer> among) {
        Optional<String> text = value(name);
        Optional<Integer> hours = text
                .flatMap(given -> Optional.ofNullable(parsed(given.replaceFirst("h$", "")))).filter(among::contains);
        if (text.isPresent() && hours.isEmpty()) {
            problems.add(Sentence.of("problem.choice", name,
                    among.stream().map(one -> one + "h").collect(Collectors.joining(", ")), shortened(text.get())));
        }
        return hours;
    }

    private int within(String name, String text, String digits, int least, int most, int fallback) {
        Integer number = parsed(digits);
        if (number == null || number < least || number > most) {
            problems.add(Sentence.of("problem.number", name, String.valueOf(least), String.valueOf(most),
                    shortened(text)));
            return fallback;
        }
        return number;
    }

    /// An instant in ISO-8601, of the years 1970 to 9998; without a zone it is UTC.
    public Optional<Instant> instant(String name) {
        Optional<String> text = value(name);
        try {
            return text.map(Query::instantOf);
        } catch (DateTimeException unreadable) {
            problems.add(Sentence.of("problem.instant", name, shortened(text.orElse(""))));
            return Optional.empty();
        }
    }

    /// `limit` (1–500) and `offset`, with this limit when absent.
    public Paging paging(int usualLimit) {
        return new Paging(number("limit", 1, Paging.MOST, usualLimit), number("offset", 0, Integer.MAX_VALUE - 500, 0));
    }

    /// Ends reading: throws one [WebProblem] that names everything that was wrong, unknown parameters included.
    public void done() {
        for (String name : new TreeSet<>(parameters.keySet())) {
            if (!known.contains(name)) {
                problems.add(known.isEmpty()
                        ? Sentence.of("problem.noFilters", shortened(name))
                        : Sentence.of("problem.unknown", shortened(name),
                                known.stream().collect(Collectors.joining(", "))));
            }
        }
        if (!problems.isEmpty()) {
            throw WebProblem.badRequest(problems);
        }
    }

    private Optional<String> value(String name) {
        known.add(name);
        if (author != null && name.equals(BY)) {
            return Optional.of(author);
        }
        String[] values = parameters.get(name);
        if (values == null || values.length == 0) {
            return Optional.empty();
        }
        if (values.length > 1) {
            problems.add(Sentence.of("problem.twice", name));
        }
        String text = values[0].strip();
        if (text.indexOf('\0') >= 0) {
            problems.add(Sentence.of("problem.null", name));
            return Optional.empty();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Instant instantOf(String text) {
        boolean zoned = text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d:?\\d\\d");
        Instant instant = zoned ? Instant.parse(text) : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new DateTimeException(
                    "instant (" + text + ") must lie in the years 1970 to 9998\nMaybe a digit is wrong.");
        }
        return instant;
    }

    private static @Nullable Integer parsed(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException notWhole) {
            return null;
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
