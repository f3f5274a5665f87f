package dev.upswell.server.taste.word;

import dev.upswell.grounding.Evidence;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Failure;
import dev.upswell.grounding.Rule;
import dev.upswell.grounding.Verdict;
import dev.upswell.server.wording.Matter;
import dev.upswell.server.wording.Purpose;
import dev.upswell.server.wording.Worded;
import dev.upswell.server.wording.Wording;
import dev.upswell.taste.Category;
import dev.upswell.taxonomy.BorneWords;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks for the name of one category and what it is about.
record Naming(Wording wording, InstantSource clock, Locale language) {

    /// What a model said and keywords bear out.
    ///
    /// @param description null where only the name holds
    record Told(String tag, @Nullable String description, String model) {
    }

    /// Empty where no model answered, or its name does not hold.
    Optional<Told> of(Category category, BorneWords borne) {
        List<Fact> facts = new ArrayList<>();
        for (String keyword : category.keywords()) {
            facts.add(Fact.named("k" + (facts.size() + 1), null, "keyword", keyword, null));
        }
        Worded worded = wording.write(new Matter(Purpose.TAXONOMY, Evidence.of(facts, clock.instant()), language, null,
                List.of(), 1, sentences -> judged(sentences, borne)));
        String model = worded.model();
        List<String> said = worded.sentences();
        // Kept answers are judged again: what is sensitive may have been learnt since.
        return model == null || said.isEmpty() || !borne.ofName(said.getFirst()).isEmpty()
                ? Optional.empty()
                : Optional.of(new Told(BorneWords.tag(said.getFirst()),
                        said.size() == 1 || !borne.ofDescription(said.get(1)).isEmpty() ? null : said.get(1), model));
    }

    /// Of a category whose name does not hold nothing is taken.
    private static Verdict judged(List<String> sentences, BorneWords borne) {
        List<Failure> name = sentences.isEmpty() ? List.of() : borne.ofName(sentences.getFirst());
        List<Verdict.Sentence> judged = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            List<Failure> failures = new ArrayList<>(name);
            if (i > 0) {
                failures.addAll(borne.ofDescription(sentences.get(i)));
                if (sentences.get(i).length() > Purpose.TAXONOMY.schema().longest()) {
                    failures.add(new Failure(Rule.LENGTH, sentences.get(i)));
                }
            }
            judged.add(new Verdict.Sentence(sentences.get(i), failures));
        }
        return new Verdict(judged);
    }
}
