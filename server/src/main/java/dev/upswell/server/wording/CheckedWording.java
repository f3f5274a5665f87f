package dev.upswell.server.wording;

import dev.upswell.grounding.BlockedPhrases;
import dev.upswell.grounding.Check;
import dev.upswell.grounding.Evidence;
import dev.upswell.grounding.Failure;
import dev.upswell.grounding.Rule;
import dev.upswell.grounding.Verdict;
import dev.upswell.prompt.PromptVersion;
import dev.upswell.prompt.Quoted;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Words of the first model that answers and whose every sentence passes the check; else of a template.
///
/// What was asked before with the same prompt and evidence is answered from what was answered, as long as that lives.
public final class CheckedWording implements Wording {

    private final Models models;
    private final Asking asking;
    private final Prompts prompts;
    private final Outputs outputs;
    private final InstantSource clock;
    private final TemplateWording template = new TemplateWording();

    /// @param models which models are asked for which purpose
    public CheckedWording(Models models, Asking asking, Prompts prompts, Outputs outputs, InstantSource clock) {
        this.models = models;
        this.asking = asking;
        this.prompts = prompts;
        this.outputs = outputs;
        this.clock = clock;
    }

    /// Which models are asked for a purpose.
    @FunctionalInterface
    public interface Models {

        /// In the order in which they are tried; empty where a template writes.
        List<LanguageModel> of(Purpose purpose);
    }

    /// What is known while one text is worded.
    private static final class Course {

        final Instant began;
        final List<Worded.Step> steps = new ArrayList<>();
        final List<Failure> failures = new ArrayList<>();
        /// The version of the prompt by which a model was asked; null while none was.
        @Nullable
        Integer asked;
        long in;
        long out;
        long cost;

        Course(Instant began) {
            this.began = began;
        }

        void spent(Asking.Asked asked) {
            in += asked.usage().in();
            out += asked.usage().out();
            cost += asked.costMicros();
            steps.addAll(asked.steps());
        }
    }

    @Override
    public Worded write(Matter matter) {
        Course course = new Course(clock.instant());
        for (LanguageModel model : models.of(matter.purpose())) {
            Optional<Worded> worded = by(model, matter, course);
            if (worded.isPresent()) {
                return worded.get();
            }
        }
        List<String> held = verdict(matter, matter.template()).sentences().stream().filter(Verdict.Sentence::holds)
                .map(Verdict.Sentence::text).toList();
        if (held.size() < matter.template().size()) {
            course.steps.add(new Worded.Step("checker", "%d of %d sentences of the template hold".formatted(held.size(),
                    matter.template().size())));
        }
        return kept(course, matter, new Writer(null, hash("template", quoted(matter.evidence())), null), held);
    }

    private Verdict verdict(Matter matter, List<String> sentences) {
        BlockedPhrases phrases = outputs.phrases();
        Proof proof = matter.proof();
        if (proof == null) {
            return new Check(phrases, matter.purpose().schema().longest()).of(String.join("\n", sentences),
                    matter.evidence(), matter.language());
        }
        return new Verdict(proof.of(sentences).sentences().stream().map(one -> {
            List<Failure> failures = new ArrayList<>(one.failures());
            phrases.find(one.text()).ifPresent(phrase -> failures.add(new Failure(Rule.BLOCKED_PHRASE, phrase)));
            return new Verdict.Sentence(one.text(), failures);
        }).toList());
    }

    /// Who wrote.
    ///
    /// @param prompt null when a template wrote it, as model is
    private record Writer(@Nullable Integer prompt, String inputs, @Nullable LanguageModel model) {
    }

    private Optional<Worded> by(LanguageModel model, Matter matter, Course course) {
        Purpose purpose = matter.purpose();
        String quoted = quoted(matter.evidence());
        PromptVersion prompt = prompts.of(purpose, hash(purpose.label(), quoted));
        String inputs = hash(purpose.label() + " " + prompt.number() + " " + prompt.template(),
                model.provider() + " " + model.model() + " " + matter.language().getLanguage(), quoted);
        Optional<KeptOutput> before = outputs.answered(inputs);
        if (before.isPresent()) {
            return before.map(KeptOutput::worded);
        }
        var question = new LanguageModel.Question(
                prompt.filled(matter.language(), purpose.schema()) + "\n" + Quoted.STANDING,
                Quoted.BEGIN + "\n" + quoted + Quoted.END, purpose.schema(), 0, Duration.ZERO);
        course.asked = prompt.number();
        Asking.Asked asked = asking.ask(model, question);
        course.spent(asked);
        if (asked.sentences().isEmpty()) {
            return Optional.empty();
        }
        Verdict verdict = verdict(matter, asked.sentences());
        course.failures.addAll(verdict.failures());
        List<String> held = verdict.sentences().stream().filter(Verdict.Sentence::holds).map(Verdict.Sentence::text)
                .toList();
        if (!verdict.holds()) {
            course.steps.add(new Worded.Step("checker", "%d of %d sentences of %s were discarded".formatted(
                    verdict.sentences().size() - held.size(), verdict.sentences().size(), model.model())));
        }
        if (held.size() < matter.least()) {
            if (!held.isEmpty()) {
                course.steps.add(new Worded.Step("checker", "too few sentences of %s hold: %d of at least %d"
                        .formatted(model.model(), held.size(), matter.least())));
            }
            return Optional.empty();
        }
        return Optional.of(kept(course, matter, new Writer(prompt.number(), inputs, model), held));
    }

    private Worded kept(Course course, Matter matter, Writer writer, List<String> sentences) {
        Instant now = clock.instant();
        LanguageModel model = writer.model();
        var output = new KeptOutput(UUID.randomUUID(), matter.purpose(), matter.subject(),
                Locale.of(matter.language().getLanguage().equals("id") ? "id" : "en"),
                writer.prompt(), course.asked, writer.inputs(), matter.evidence(), sentences,
                model == null ? Worded.Author.TEMPLATE : Worded.Author.MODEL, model == null ? null : model.provider(),
                model == null ? null : model.model(), course.steps, new Reply.Usage(course.in, course.out), course.cost,
                Math.max(0, Duration.between(course.began, now).toMillis()), now,
                model == null ? null : now.plus(matter.purpose().lives()), course.failures);
        outputs.keep(output);
        return output.worded();
    }

    /// The facts as JSON, one a line; all text in it is quoted.
    static String quoted(Evidence evidence) {
        StringBuilder lines = new StringBuilder();
        evidence.facts().forEach(fact -> lines.append("{\"id\":").append(Quoted.of(fact.id())).append(",\"entity\":")
                .append(fact.entity() == null ? "null" : Quoted.of(fact.entity())).append(",\"measure\":")
                .append(Quoted.of(fact.measure())).append(",\"value\":").append(fact.value()).append(",\"unit\":")
                .append(Quoted.of(fact.unit().name().toLowerCase(Locale.ROOT))).append(",\"at\":")
                .append(fact.at() == null ? "null" : Quoted.of(fact.at().toString())).append(",\"of\":")
                .append(fact.of() == null ? "null" : Quoted.of(fact.of())).append("}\n"));
        return lines.toString();
    }

    private static String hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
