package dev.upswell.grounding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds names in a clause: handles, hashtags, ids, titles in quotes, names of the evidence, and runs of words with capitals.
final class NameReading {

    /// A name as a sentence writes it.
    ///
    /// @param start where it begins in its clause
    /// @param end where it ends
    /// @param written as it stands there
    record Named(int start, int end, String written) {

        /// Whether this is a name of it: all of it, or whole words of a longer one.
        boolean isOf(String other) {
            String own = Text.name(written);
            String whole = Text.name(other);
            return own.equals(whole) || !own.isEmpty() && !written.startsWith("#") && !written.startsWith("@")
                    && (" " + whole + " ").contains(" " + own + " ");
        }

        /// Whether it names the entity of the fact, or what the fact is of.
        boolean isOf(Fact fact) {
            return fact.entity() != null && isOf(fact.entity()) || fact.of() != null && isOf(fact.of())
                    || !written.isBlank() && Text.words(fact.measure()).containsAll(Text.words(written));
        }
    }

    private static final Pattern SIGNED = Pattern
            .compile("[#@](?=[\\p{N}_]*\\p{L})[\\p{L}\\p{N}_]+(?:\\.[\\p{L}\\p{N}_]+)*");
    private static final Pattern QUOTED = Pattern
            .compile("[\"“„«]([^\"”“»]{1,200})[\"”“»]|(?<![\\p{L}\\p{N}])['‘]([^'’]{2,200})['’](?!\\p{L})");
    private static final Pattern ID = Pattern.compile("(?<!\\d)\\d{12,}(?!\\d)");
    private static final Pattern CAPITALS = Pattern
            .compile("(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}\\p{N}'’]*(?:[ ,&-]{1,2}\\p{Lu}[\\p{L}\\p{N}'’]*)*");

    private static final Pattern NEXT = Pattern.compile("^\\s+(?:(?:telah|sudah|berhasil|just|already|also|juga)\\s+)?"
            + "(\\p{L}+)");

    private static final Pattern OWNING = Pattern
            .compile("^\\s+(?:of|than|that|whether|yang|soal|tentang|mengenai)\\s");

    private final Set<String> known = new HashSet<>();
    private final List<String> entities;
    private final Locale locale;

    NameReading(Evidence evidence, Locale locale) {
        this.locale = locale;
        Set<String> names = new HashSet<>();
        for (Fact fact : evidence.facts()) {
            if (fact.entity() != null) {
                names.add(fact.entity());
            }
            boolean named = fact.of() != null && fact.of().matches("\\p{Lu}\\p{L}{2,}.*");
            if (fact.of() != null && (fact.unit() == Unit.NAME || named)) {
                names.add(fact.of());
            }
            known.addAll(Text.words(fact.measure()));
        }
        entities = names.stream()
                .sorted(Comparator.comparing((String name) -> -name.length()).thenComparing(name -> name))
                .toList();
    }

    /// @param begins whether the clause begins its sentence
    List<Named> of(String clause, boolean begins) {
        List<Named> found = new ArrayList<>();
        String left = taken(clause, SIGNED, found);
        left = entities(left, found);
        left = taken(left, QUOTED, found);
        left = taken(left, ID, found);
        Matcher capitals = CAPITALS.matcher(left);
        int first = firstLetter(clause);
        while (capitals.find()) {
            boolean beginning = begins && capitals.start() == first;
            if (beginning && isOwning(clause, capitals, found)) {
                continue;
            }
            capitals(capitals, beginning, beginning && isSubject(left.substring(capitals.end())), found);
        }
        found.sort(Comparator.comparingInt(Named::start));
        return found;
    }

    private static int firstLetter(String clause) {
        int at = 0;
        while (at < clause.length() && !Character.isLetterOrDigit(clause.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String taken(String text, Pattern pattern, List<Named> into) {
        String left = text;
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            if (Text.words(found.group()).isEmpty()) {
                continue;
            }
            into.add(new Named(found.start(), found.end(), found.group()));
            left = Text.without(left, found.start(), found.end());
        }
        return left;
    }

    /// Names of the evidence, however they are written.
    private String entities(String text, List<Named> into) {
        String left = text;
        for (String entity : entities) {
            String plain = entity.replaceFirst("^[#@]", "");
            if (plain.length() < 3) {
                continue;
            }
            Pattern whole = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(plain) + "(?![\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            left = taken(left, whole, into);
        }
        return left;
    }

    /// Whether one word begins the clause, and a name of the evidence or a word such as `of` stands right behind it: it is a noun then.
    private static boolean isOwning(String clause, Matcher capitals, List<Named> found) {
        int end = capitals.end();
        return capitals.group().indexOf(' ') < 0 && (OWNING.matcher(clause.substring(end)).find() || found.stream()
                .anyMatch(name -> name.start() > end && clause.substring(end, name.start()).isBlank()));
    }

    /// Whether what follows tells what the word before it did or has.
    private static boolean isSubject(String behind) {
        Matcher next = NEXT.matcher(behind);
        if (!next.find()) {
            return false;
        }
        return Words.isPredicate(next.group(1).toLowerCase(Locale.ROOT));
    }

    /// @param subject whether it does something, so that it may be a name although it ends as words do
    private void capitals(Matcher run, boolean begins, boolean subject, List<Named> into) {
        List<Text.Word> words = new ArrayList<>(Text.placed(run.group()));
        boolean first = begins;
        while (!words.isEmpty() && isOrdinary(words.getFirst().text(), first, subject)) {
            words.removeFirst();
            first = false;
        }
        while (!words.isEmpty() && Words.NO_NAMES.contains(words.getLast().text())) {
            words.removeLast();
        }
        if (!words.isEmpty()) {
            int start = run.start() + words.getFirst().start();
            int end = run.start() + words.getLast().end();
            into.add(new Named(start, end, run.group().substring(words.getFirst().start(), words.getLast().end())));
        }
    }

    private boolean isOrdinary(String word, boolean begins, boolean subject) {
        return Words.NO_NAMES.contains(word) || known.contains(word) || Unit.named(word).isPresent()
                || begins && isBeginning(word, subject);
    }

    private boolean isBeginning(String word, boolean subject) {
        return word.length() == 1 || Words.isKnown(word) || Words.ORDINARY.contains(word) || isInflected(word, subject);
    }

    private boolean isInflected(String word, boolean subject) {
        boolean indonesian = locale.getLanguage().equals("id");
        boolean owned = indonesian && word.length() > 5 && word.endsWith("nya");
        return owned || !subject && (indonesian
                ? word.length() > 5 && word.matches("(?:ber|me|di|ter|ke|pe|se).+|.+(?:kan|lah)")
                : word.length() > 4 && word.matches(".+(?:ly|ing|ed)|.{3,}(?:tion|ment|ness|ship)"));
    }
}
