package dev.upswell.server.ask;

import dev.upswell.ask.Intent;
import dev.upswell.ask.Language;
import dev.upswell.ask.Misunderstood;
import dev.upswell.ask.Question;
import dev.upswell.ask.Slot;
import dev.upswell.ask.Understanding;
import dev.upswell.ask.Understood;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Takes questions in words, answers them from what is stored or says why not, and keeps them as long as logs are kept.
///
/// **cost** that of the query that a question stands for, up to a few seconds
public final class Asking {

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final NameRepository names;
    private final FigureRepository figures;
    private final AskedRepository asked = new AskedRepository();
    private final Map<Intent, Answering> answerings = new EnumMap<>(Intent.class);
    private final Mapper mapper;

    /// @param answerings one for each intent
    /// @param mapper is asked of what the rules do not read
    public Asking(TenantId tenant, Database database, InstantSource clock, List<Answering> answerings,
            Mapper mapper) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.names = new NameRepository(tenant, database);
        this.figures = new FigureRepository(tenant, database);
        this.mapper = mapper;
        answerings.forEach(one -> this.answerings.put(one.intent(), one));
    }

    /// What is asked.
    ///
    /// @param language `en` or `id`; null to tell it by the words
    /// @param about what "it" means, as `kind/id`, such as the entity of a page; null for nothing
    /// @param by who asks
    public record Wanted(String question, @Nullable String language, @Nullable String about, String by) {
    }

    /// Answers a question.
    ///
    /// **errors** [AskRefused] when the language is unknown, or nothing is stored that it is to be about
    public AnswerDocument ask(Wanted wanted) {
        Question question = Question.of(wanted.question(), language(wanted.language()));
        AnswerText text = AnswerText.in(question.language());
        Instant now = clock.instant();
        Instant read = figures.lastReading(now).orElse(now);
        Slot.Named subject = subject(wanted.about());
        AnswerDocument answer = answer(question, one -> Understanding.of(one, names, read, subject), text);
        keep(answer, wanted.by(), now);
        return answer;
    }

    /// By the rules; by a model's words for it where no rule reads it and they pass.
    private AnswerDocument answer(Question question, Function<Question, Understood> rules, AnswerText text) {
        return switch (rules.apply(question)) {
            case Understanding understood -> answered(question, text, understood);
            case Misunderstood misunderstood -> MappedQuestion.of(question, misunderstood, mapper, rules,
                    examples(question.language()))
                    .map(mapped -> answered(question, text, mapped.understanding())
                            .read(new AnswerDocument.ByModel(mapped.model(), mapped.question())))
                    .orElseGet(() -> refused(question, text, misunderstood));
        };
    }

    /// For each intent its word and a question that is read as it.
    private static List<String> examples(Language language) {
        AnswerText text = AnswerText.in(language);
        return Arrays.stream(Intent.values()).map(intent -> intent.name().toLowerCase(Locale.ROOT) + ": "
                + text.sentence(AnswerText.key("example", intent))).toList();
    }

    private static @Nullable Language language(@Nullable String code) {
        return code == null || code.isBlank()
                ? null
                : Language.find(code.strip()).orElseThrow(() -> AskRefused.language(code.strip()));
    }

    /// The entity that `kind/id` means, with its name; null for null.
    private Slot.@Nullable Named subject(@Nullable String about) {
        if (about == null || about.isBlank()) {
            return null;
        }
        String[] parts = about.strip().split("/", 2);
        try {
            return names.called(parts.length < 2 ? "" : parts[1], EntityKind.of(parts[0])).stream()
                    .filter(one -> one.entity().equals(new EntityId(one.entity().kind(), parts[1]))).findFirst()
                    .orElseThrow(() -> AskRefused.about(about.strip()));
        } catch (IllegalArgumentException noKind) {
            throw AskRefused.about(about.strip());
        }
    }

    /// What people call the entity that `kind/id` means; null for null.
    public @Nullable String named(@Nullable String about) {
        Slot.Named subject = subject(about);
        return subject == null ? null : Subject.of(subject).name();
    }

    /// Questions that can be asked of anything, in both languages.
    public List<String> examples() {
        return Stream.of(Language.values())
                .flatMap(language -> suggestions(AnswerText.in(language), List.of()).stream()).toList();
    }

    private AnswerDocument answered(Question question, AnswerText text, Understanding read) {
        Answering answering = Objects.requireNonNull(answerings.get(read.intent()),
                () -> "nobody answers " + read.intent());
        String readAs = readAs(text, read.intent(), read.slots());
        String intent = read.intent().name().toLowerCase(Locale.ROOT);
        return switch (answering.answer(read)) {
            case Outcome.Found(Finding finding) ->
                new AnswerDocument(UUID.randomUUID(), question.text(), question.language().code(), true, intent, readAs,
                        text.text(finding), null, finding.asOf(), finding.facts(), finding.chart(), List.of(),
                        List.of(), null, "template");
            case Outcome.NotKnown(String because, List<Object> arguments) ->
                new AnswerDocument(UUID.randomUUID(), question.text(),
                        question.language().code(), false, intent, readAs,
                        text.sentence("unknown", text.sentence(because, arguments)), because.replace('.', '_'), null,
                        List.of(), null, suggestions(text, read.slots()), List.of(), null, "template");
        };
    }

    private AnswerDocument refused(Question question, AnswerText text, Misunderstood read) {
        String words = String.join(", ", read.words());
        String why = text.sentence(AnswerText.key("reason", read.reason()), words.isEmpty() ? "–" : words,
                (double) Question.LONGEST);
        return new AnswerDocument(UUID.randomUUID(), shortened(question.text()), question.language().code(), false,
                null,
                readAs(text, null, read.understood()), text.sentence("unknown", why),
                read.reason().name().toLowerCase(Locale.ROOT), null, List.of(), null,
                suggestions(text, read.understood()), read.meant().stream().map(Subject::of).toList(), null,
                "template");
    }

    private static String shortened(String question) {
        return question.length() <= Question.LONGEST
                ? question
                : question.substring(0, question.offsetByCodePoints(0, Question.LONGEST / 2)) + "…";
    }

    private static String readAs(AnswerText text, @Nullable Intent intent, List<Slot> slots) {
        List<String> said = slots.stream().map(text::slot).filter(one -> !one.isEmpty()).distinct().toList();
        String of = String.join(", ", said);
        String wants = intent == null ? "" : text.sentence(AnswerText.key("intent", intent));
        return wants.isEmpty() ? of : of.isEmpty() ? wants : wants + ": " + of;
    }

    /// Three questions that can be asked, about what was named where something was.
    static List<String> suggestions(AnswerText text, List<Slot> slots) {
        Slot.Named named = slots.stream().filter(Slot.Named.class::isInstance).map(Slot.Named.class::cast).findFirst()
                .orElse(null);
        String family = named == null ? "any" : named.entity().kind().label();
        String name = named == null ? "" : spoken(named);
        return List.of(text.sentence("suggest." + family + ".1", name), text.sentence("suggest." + family + ".2", name),
                text.sentence("suggest." + family + ".3", name));
    }

    /// A name as a question can hold it.
    private static String spoken(Slot.Named named) {
        return switch (named.entity().kind()) {
            case HASHTAG -> "#" + named.entity().value();
            case CREATOR -> "@" + named.entity().value();
            case SOUND -> '"' + named.name() + '"';
            case VIDEO -> named.entity().value();
        };
    }

    private void keep(AnswerDocument answer, String by, Instant now) {
        var row = new AskedRepository.Row(answer.id(), answer.question(), answer.language(), answer.readAs(),
                answer.whyNot(), answer.readBy() == null ? null : answer.readBy().model(), by, now);
        database.transactions().run(tenant, db -> asked.keep(db, row));
    }

    /// Notes whether an answer helped.
    ///
    /// **errors** [AskRefused] when there is no such question
    public void helped(String id, boolean helped) {
        UUID uuid;
        try {
            uuid = UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw AskRefused.unknown(id);
        }
        if (!database.transactions().call(tenant, db -> asked.helped(db, uuid, helped))) {
            throw AskRefused.unknown(id);
        }
    }
}
