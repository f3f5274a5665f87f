package dev.upswell.grounding;

import dev.upswell.grounding.DateReading.Moment;
import dev.upswell.grounding.NameReading.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A clause as it was read: its names, dates, numbers, what words are left, and the facts that it cites.
///
/// @param text as it stands in the sentence
/// @param rest the words that are neither name nor date nor number, at their places
/// @param facts what it cites, as far as it is there
record Clause(String text, List<Named> names, List<Moment> moments, List<Amount> amounts, List<Text.Word> rest,
        List<Fact> facts) {

    private static final Pattern PARTING = Pattern
            .compile("(?i)[,;:]\\s|\\s(?:and|while|whereas|against|versus|vs|compared|but|than|dan|"
                    + "sedangkan|sementara|lawan|berbanding|dibanding|dibandingkan|daripada|tapi|namun|ketimbang|melawan)\\b");

    private static final Pattern MONEY = Pattern
            .compile("(?i)(?:\\p{Sc}|(?<!\\p{L})(?:rp|idr|usd|eur|sgd|myr)\\.?)\\s*[\\d.,+-]*$");
    private static final Pattern MONEY_BEHIND = Pattern.compile(
            "(?i)^\\s*(?:\\p{Sc}|(?:in|dalam)\\s+(?:us\\s+)?(?:dollars?|usd|rupiah|idr|euros?|money)(?!\\p{L}))");
    private static final Set<String> CURRENCIES = Set.of("dollar", "dollars", "dolar", "usd", "rupiah", "idr", "rp",
            "euro",
            "euros", "eur", "sgd", "myr", "ringgit");
    /// What a number with a sign or name of money counts.
    static final String MONIES = "money";
    /// Adjectives that may stand between a number and what it counts.
    private static final Set<String> BETWEEN = Set.of("new", "more", "extra", "additional", "fresh", "further",
            "unique",
            "distinct", "different", "fewer", "total", "combined", "overall", "individual", "separate", "active",
            "whole", "full", "single", "tambahan", "baru", "buah", "lebih", "paid", "real");

    /// Nouns of both languages for one thing that is no unit.
    private static final List<Set<String>> NOUNS = List.of(
            Set.of("forecast", "forecasts", "prediction", "predictions", "prakiraan", "perkiraan", "prediksi",
                    "ramalan"),
            Set.of("duration", "durations", "durasi", "length", "runtime"),
            Set.of("sold", "sales", "terjual", "laku", "penjualan"),
            Set.of("mention", "mentions", "penyebutan", "sebutan"), Set.of("brand", "brands", "merek", "jenama"),
            Set.of("score", "scores", "skor"), Set.of("alert", "alerts", "peringatan"));
    private static final Set<String> EACH = Set.of("per", "each", "every", "tiap", "setiap");
    private static final Set<String> ARTICLES = Set.of("a", "an", "one");
    private static final Set<String> IN = Set.of("in", "within");
    private static final double DAY = 86_400;
    private static final Map<String, Double> SECONDS = Map.ofEntries(Map.entry("second", 1d), Map.entry("detik", 1d),
            Map.entry("minute", 60d), Map.entry("menit", 60d), Map.entry("hour", 3_600d), Map.entry("jam", 3_600d),
            Map.entry("day", 86_400d), Map.entry("hari", 86_400d), Map.entry("week", 604_800d),
            Map.entry("pekan", 604_800d), Map.entry("minggu", 604_800d), Map.entry("month", 2_592_000d),
            Map.entry("bulan", 2_592_000d));

    Clause {
        names = List.copyOf(names);
        moments = List.copyOf(moments);
        amounts = List.copyOf(amounts);
        rest = List.copyOf(rest);
        facts = List.copyOf(facts);
    }

    static Clause read(Citations.Clause clause, Evidence evidence, NameReading names, Locale locale) {
        List<Named> named = names.of(clause.text(), clause.begins());
        String left = clause.text();
        for (Named one : named) {
            left = Text.without(left, one.start(), one.end());
        }
        List<Moment> moments = DateReading.of(left);
        for (Moment one : moments) {
            left = Text.without(left, one.start(), one.end());
        }
        List<Amount> amounts = new NumberReading(locale).of(left);
        for (Amount one : amounts) {
            left = Text.without(left, one.start(), one.end());
        }
        List<Fact> facts = clause.cited().stream().flatMap(id -> evidence.find(id).stream()).distinct().toList();
        return new Clause(clause.text(), named, moments, amounts, Text.placed(left), facts);
    }

    /// Whether it says anything that a fact could bear out: a number, a time, the name of a cited fact and something of it, or that something rose, fell or stayed.
    boolean tells() {
        return !amounts.isEmpty() || !moments.isEmpty()
                || !rest.isEmpty() && names.stream().anyMatch(name -> facts.stream().anyMatch(name::isOf))
                        && (facts.stream().anyMatch(fact -> !fact.isNumber())
                                || rest.stream().map(Text.Word::text).anyMatch(word -> Words.isOfOrder(word)
                                        && (!word.equals("behind") || subjects().size() > 1)))
                || rest.stream().map(Text.Word::text).anyMatch(
                        word -> Words.RISE.contains(word) || Words.FALL.contains(word) || Words.STEADY.contains(word));
    }

    /// The facts of the entity of this name.
    List<Fact> of(Named name) {
        List<Fact> own = facts.stream().filter(fact -> fact.entity() != null && name.isOf(fact.entity())).toList();
        return own.isEmpty()
                ? facts.stream().filter(fact -> fact.of() != null && name.isOf(fact.of()) && isToldApart(fact)).toList()
                : own;
    }

    /// Whether another fact is the same but for what it is of, as the shares of two countries.
    private boolean isToldApart(Fact fact) {
        return facts.stream().anyMatch(other -> Objects.equals(fact.entity(), other.entity())
                && fact.measure().equals(other.measure()) && fact.unit() == other.unit()
                && !Objects.equals(fact.of(), other.of()));
    }

    /// The seconds in which something is counted, where the clause tells them apart from a number: `per hour,`; 0 where it does not.
    double per() {
        for (int at = 0; at + 1 < rest.size(); at++) {
            String between = text.substring(rest.get(at).end(), rest.get(at + 1).start());
            boolean article = ARTICLES.contains(rest.get(at).text()) && at > 0 && IN.contains(rest.get(at - 1).text())
                    && SECONDS.getOrDefault(rest.get(at + 1).text(), DAY) < DAY;
            if ((EACH.contains(rest.get(at).text()) || article) && between.isBlank()) {
                Double seconds = SECONDS.get(rest.get(at + 1).text());
                if (seconds != null) {
                    return seconds;
                }
            }
        }
        return 0;
    }

    /// The words of the part of the clause around this place, numbers and names left out.
    List<Text.Word> partWords(int place) {
        int[] part = part(place);
        return rest.stream().filter(word -> word.start() >= part[0] && word.end() <= part[1]).toList();
    }

    /// The times that are told in the part of the clause around this place.
    List<Moment> partMoments(int place) {
        int[] part = part(place);
        return moments.stream().filter(moment -> moment.start() >= part[0] && moment.end() <= part[1]).toList();
    }

    /// Names of entities of which it cites facts, each once, in the order of the text.
    List<Named> subjects() {
        List<Named> subjects = new ArrayList<>();
        for (Named name : names) {
            if (!of(name).isEmpty()
                    && subjects.stream().noneMatch(one -> Text.name(one.written()).equals(Text.name(name.written())))) {
                subjects.add(name);
            }
        }
        List<Named> telling = subjects.stream().filter(name -> of(name).size() < facts.size()).toList();
        return subjects.size() > 2 && telling.size() > 1 ? telling : subjects;
    }

    /// The facts that the part of the clause around this place speaks of: those of the one entity that is named there, else all.
    List<Fact> around(int place) {
        int[] part = part(place);
        List<Named> here = subjects().stream().filter(name -> name.start() >= part[0] && name.end() <= part[1])
                .toList();
        if (here.size() != 1) {
            return facts;
        }
        Named name = here.getFirst();
        List<Fact> own = of(name);
        return facts.stream().filter(fact -> own.contains(fact)
                || fact.unit() != Unit.EFFECT && fact.of() != null && name.isOf(fact.of())).toList();
    }

    /// Where the part of the clause around this place begins and ends.
    private int[] part(int place) {
        int from = 0;
        int to = text.length();
        Matcher parting = PARTING.matcher(text);
        while (parting.find()) {
            if (parting.end() <= place) {
                from = parting.start();
            } else if (parting.start() >= place) {
                to = parting.start();
                break;
            }
        }
        return new int[]{from, to};
    }

    /// Whether one name stands in the part of the clause around each of these numbers.
    boolean isNamedEach(List<Amount> numbers) {
        return numbers.stream().allMatch(number -> around(number.start()).size() < facts.size());
    }

    /// Whether a word belongs to the name of what was measured, so that it claims nothing: `top` of `top creator`, where that stands.
    ///
    /// @param before the word before it; empty where there is none
    /// @param behind the word behind it
    boolean isOfMeasure(String word, String before, String behind) {
        return facts.stream().map(fact -> Text.words(fact.measure())).anyMatch(own -> {
            int at = own.indexOf(word);
            return at >= 0 && (own.size() == 1 || at + 1 < own.size() && isSame(own.get(at + 1), behind)
                    || at > 0 && isSame(own.get(at - 1), before));
        });
    }

    /// Whether two words name the same: `hashtags` and `hashtag`, or one unit.
    static boolean isSame(String one, String other) {
        return one.equals(other) || one.equals(other + "s") || other.equals(one + "s")
                || NOUNS.stream().anyMatch(nouns -> nouns.contains(one) && nouns.contains(other))
                || Unit.named(one).flatMap(unit -> Unit.named(other).filter(unit::equals)).isPresent();
    }

    /// What a number counts that is no unit, as the words behind it or a sign of money before it tell; empty where nothing does.
    Optional<String> counted(Amount amount) {
        if (MONEY.matcher(text.substring(0, amount.start())).find()
                || MONEY_BEHIND.matcher(text.substring(amount.end())).find()) {
            return Optional.of(MONIES);
        }
        int end = amount.end();
        for (Text.Word word : rest) {
            if (word.start() >= end) {
                boolean next = text.substring(end, word.start()).matches("[\\s-]*");
                boolean participle = word.text().length() > 4 && word.text().matches(".+(?:ed|ly)");
                if (!next || !BETWEEN.contains(word.text()) && !participle) {
                    return !next || Words.isBehindNumber(word.text())
                            ? Optional.empty()
                            : Optional.of(CURRENCIES.contains(word.text()) ? MONIES : word.text());
                }
                end = word.end();
            }
        }
        return Optional.empty();
    }

    /// Whether a number stands right behind this place, so that `more than` belongs to it.
    boolean isBeforeNumber(int place) {
        return amounts.stream()
                .anyMatch(amount -> amount.start() >= place
                        && text.substring(place, amount.start()).matches("(?i)\\s*(?:an?|one)?\\s*"));
    }

    /// The word at this place among those that are left; empty beyond them.
    String word(int at) {
        return at >= 0 && at < rest.size() ? rest.get(at).text() : "";
    }

    /// Whether the word at this place belongs to the name of what was measured.
    boolean isOfMeasure(int at) {
        return isOfMeasure(word(at), word(at - 1), word(at + 1));
    }

    /// Whether one of the three words before this place says `not`.
    boolean isNegated(int at) {
        for (int before = Math.max(0, at - 3); before < at; before++) {
            String between = text.substring(rest.get(before).end(), rest.get(at).start());
            if (Words.NOT.contains(word(before)) && between.matches("[^,;:.]*")) {
                return true;
            }
        }
        return false;
    }
}
