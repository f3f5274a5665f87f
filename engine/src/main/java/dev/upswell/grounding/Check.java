package dev.upswell.grounding;

import dev.upswell.grounding.DateReading.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Checks that sentences say no more than their evidence; by rules alone, so that the same text has the same verdict always.
///
/// English and Indonesian are read. A sentence that cannot be traced is discarded even if it is true.
///
/// @param longest characters that a sentence may have, citations left out
public record Check(BlockedPhrases phrases, int longest) {

    private static final Set<String> ENGLISH = Set.of("the", "of", "and", "in", "is", "was", "were", "by", "with",
            "its", "than", "has",
            "have", "from", "over", "that", "this", "for", "are", "at", "an", "more", "since");
    private static final Set<String> INDONESIAN = Set.of("yang", "dan", "di", "dari", "dengan", "ini", "itu", "pada",
            "dalam", "untuk",
            "naik", "turun", "sebesar", "sebanyak", "lebih", "adalah", "oleh", "telah", "sudah", "akan", "tidak",
            "menjadi", "terakhir",
            "hingga", "jam", "hari", "persen", "juta", "ribu", "dibanding");
    private static final int LONG_ENOUGH = 8;

    public Check {
        if (longest < 1) {
            throw new IllegalArgumentException("longest (" + longest + ") must be above 0\nMaybe use 300.");
        }
    }

    /// What holds of this text, sentence by sentence.
    ///
    /// @param locale the language that was asked for: English or Indonesian
    public Verdict of(String text, Evidence evidence, Locale locale) {
        NameReading names = new NameReading(evidence, locale);
        return new Verdict(Citations.sentences(text).stream()
                .map(sentence -> new Verdict.Sentence(sentence, failures(sentence, evidence, names, locale))).toList());
    }

    private List<Failure> failures(String sentence, Evidence evidence, NameReading names, Locale locale) {
        List<Failure> failures = new ArrayList<>();
        String shown = Citations.removed(sentence);
        phrases.find(shown).ifPresent(phrase -> failures.add(new Failure(Rule.BLOCKED_PHRASE, phrase)));
        language(shown, locale).ifPresent(failures::add);
        if (shown.length() > longest) {
            failures.add(new Failure(Rule.LENGTH, String.valueOf(shown.length())));
        }
        Clause whole = Clause.read(Citations.whole(sentence), evidence, names, locale);
        if (!whole.facts().isEmpty() && !whole.tells()) {
            failures.add(new Failure(Rule.NOTHING_TOLD, shown));
        }
        for (Citations.Clause clause : Citations.clauses(sentence)) {
            clause(clause, whole, evidence, names, locale, failures);
        }
        failures.addAll(new Order(whole, evidence, sentence).failures());
        return failures;
    }

    private static void clause(Citations.Clause cited, Clause whole, Evidence evidence, NameReading names,
            Locale locale,
            List<Failure> failures) {
        if (cited.cited().isEmpty()) {
            failures.add(new Failure(Rule.UNCITED, cited.text().strip()));
        }
        cited.cited().stream().filter(id -> evidence.find(id).isEmpty())
                .forEach(id -> failures.add(new Failure(Rule.UNKNOWN_CITATION, id)));
        Clause clause = Clause.read(cited, evidence, names, locale);
        boolean own = clause.names().stream().anyMatch(name -> clause.facts().stream().anyMatch(name::isOf));
        clause.names().stream().filter(name -> (own ? whole : clause).facts().stream().noneMatch(name::isOf))
                .forEach(name -> failures.add(new Failure(Rule.NAME, name.written())));
        boolean weekly = clause.facts().stream().anyMatch(Moment::isWeekly);
        clause.moments().stream()
                .filter(moment -> clause.facts().stream()
                        .noneMatch(fact -> fact.at() != null && (!weekly || moment.dated())
                                && moment.tells(fact.at(), evidence.asOf())
                                || moment.isOf(fact, evidence.asOf())))
                .forEach(moment -> failures
                        .add(new Failure(Rule.DATE, cited.text().substring(moment.start(), moment.end()))));
        new Matching(clause, whole, evidence.asOf()).wrong().forEach(
                amount -> failures.add(new Failure(Rule.NUMBER, cited.text().substring(amount.start(), amount.end()))));
        clause.facts().stream().filter(Fact::isImpossible)
                .forEach(fact -> failures.add(new Failure(Rule.IMPOSSIBLE_ENGAGEMENT, fact.id())));
        failures.addAll(new Claims(clause, whole, evidence).ofClause());
    }

    private static Optional<Failure> language(String text, Locale locale) {
        boolean indonesian = locale.getLanguage().equals("id");
        List<String> words = Text.words(text);
        long own = words.stream().filter((indonesian ? INDONESIAN : ENGLISH)::contains).count();
        long other = words.stream().filter((indonesian ? ENGLISH : INDONESIAN)::contains).count();
        boolean foreign = other >= 2 && other > own
                || words.size() >= LONG_ENOUGH && words.stream().noneMatch(Words::isKnown);
        return foreign ? Optional.of(new Failure(Rule.LANGUAGE, text)) : Optional.empty();
    }
}
