package dev.upswell.server.wording;

import dev.upswell.server.wording.LanguageModel.Question;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Asks one model until it answers, gives up, or the day's money is spent.
///
/// At most so many questions are under way at once, whoever asks; the greatest cost of each is held back before it is asked.
public final class Asking {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final WordingSettings settings;
    private final Spending spending;
    private final Semaphore places;
    private final Pause pause;

    /// Lets time pass between tries.
    @FunctionalInterface
    public interface Pause {

        /// Waits so long.
        void sleep(Duration time) throws InterruptedException;
    }

    public Asking(WordingSettings settings, Spending spending, Pause pause) {
        this.settings = settings;
        this.spending = spending;
        this.places = new Semaphore(settings.atOnce(), true);
        this.pause = pause;
    }

    /// What came of it.
    ///
    /// @param sentences empty when nothing usable came
    /// @param steps what failed, in order
    record Asked(List<String> sentences, Reply.Usage usage, long costMicros, List<Worded.Step> steps) {
    }

    /// What is known while one model is asked.
    private static final class Tries {
        final List<Worded.Step> steps = new ArrayList<>();
        long in;
        long out;
        long cost;
        int left;
        boolean mended;
        boolean longer;

        Tries(int retries) {
            left = retries;
        }

        void step(LanguageModel model, String ended) {
            steps.add(new Worded.Step(model.provider(), ended));
        }

        Asked without() {
            return with(List.of());
        }

        Asked with(List<String> sentences) {
            return new Asked(sentences, new Reply.Usage(in, out), cost, List.copyOf(steps));
        }
    }

    /// Asks with the tokens and the time of the settings.
    Asked ask(LanguageModel model, Question wanted) {
        Tries tries = new Tries(settings.retries());
        Optional<Prices.Price> price = settings.prices().find(model.model());
        if (price.isEmpty()) {
            tries.step(model, "no price is known of " + model.model());
            return tries.without();
        }
        Question question = new Question(wanted.standing(), wanted.asked(), wanted.schema(), settings.mostTokens(),
                settings.within());
        try {
            if (!places.tryAcquire(settings.within().toMillis(), TimeUnit.MILLISECONDS)) {
                tries.step(model, "no place among the " + settings.atOnce() + " questions at once");
                return tries.without();
            }
            try {
                return ask(model, question, price.get(), tries);
            } finally {
                places.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            tries.step(model, "the asking was stopped");
            return tries.without();
        }
    }

    private Asked ask(LanguageModel model, Question first, Prices.Price price, Tries tries)
            throws InterruptedException {
        Question question = first;
        Duration between = settings.pause();
        while (true) {
            Optional<Reply> replied = once(model, question, price, tries);
            if (replied.isEmpty()) {
                return tries.without();
            }
            switch (replied.get()) {
                case Reply.Said said -> {
                    List<String> problems = new ArrayList<>();
                    List<String> sentences = sentences(said.json(), question, problems);
                    if (problems.isEmpty()) {
                        return tries.with(sentences);
                    }
                    tries.step(model, "the answer could not be used: " + problems.getFirst());
                    if (tries.mended) {
                        return tries.without();
                    }
                    tries.mended = true;
                    question = mended(question, problems.getFirst());
                }
                case Reply.Broken broken -> {
                    tries.step(model, "the answer could not be read: " + broken.why());
                    if (tries.mended) {
                        return tries.without();
                    }
                    tries.mended = true;
                    question = mended(question, broken.why());
                }
                case Reply.Cut _ -> {
                    tries.step(model, "the answer was cut at " + question.mostTokens() + " tokens");
                    if (tries.longer) {
                        return tries.without();
                    }
                    tries.longer = true;
                    question = new Question(question.standing(), question.asked(), question.schema(),
                            2 * question.mostTokens(), question.within());
                }
                case Reply.Refused _ -> {
                    tries.step(model, "it refused to answer");
                    return tries.without();
                }
                case Reply.Busy busy -> {
                    tries.step(model, busy.why());
                    Duration wait = busy.after() == null ? between : busy.after();
                    if (busy.lasting() || tries.left-- == 0 || wait.compareTo(LONGEST_WAIT) > 0
                            || wait.compareTo(settings.within()) > 0) {
                        return tries.without();
                    }
                    pause.sleep(wait);
                    between = between.multipliedBy(2);
                }
                case Reply.Failed failed -> {
                    tries.step(model, failed.why());
                    if (!failed.again() || tries.left-- == 0) {
                        return tries.without();
                    }
                    pause.sleep(between);
                    between = between.multipliedBy(2);
                }
            }
        }
    }

    /// One question with its money; empty when there is not enough for it.
    private Optional<Reply> once(LanguageModel model, Question question, Prices.Price price, Tries tries) {
        long most = price.micros(tokens(question), question.mostTokens());
        Optional<UUID> held = spending.reserve(most, settings.dailyCeilingMicros());
        if (held.isEmpty()) {
            tries.steps.add(new Worded.Step("ceiling",
                    "what may be spent today does not allow a question to " + model.model()));
            return Optional.empty();
        }
        Reply reply = model.ask(question);
        Reply.Usage usage = usage(reply);
        // An answer that tells nothing of its tokens may have cost all that was held back.
        long cost = switch (reply) {
            case Reply.Busy _ -> 0;
            case Reply.Failed failed -> failed.again() ? most : 0;
            case Reply.Said _,Reply.Cut _,Reply.Refused _,Reply.Broken _ ->
                usage.equals(Reply.Usage.NONE) ? most : price.micros(usage.in(), usage.out());
        };
        spending.settle(held.get(), cost);
        tries.in += usage.in();
        tries.out += usage.out();
        tries.cost += cost;
        return Optional.of(reply);
    }

    private static Reply.Usage usage(Reply reply) {
        return switch (reply) {
            case Reply.Said said -> said.usage();
            case Reply.Cut cut -> cut.usage();
            case Reply.Refused refused -> refused.usage();
            case Reply.Broken broken -> broken.usage();
            case Reply.Busy _,Reply.Failed _ -> Reply.Usage.NONE;
        };
    }

    /// The most tokens that a question may have: no tokenizer makes more of them than there are bytes.
    private static long tokens(Question question) {
        return Stream.of(question.standing(), question.asked(), question.schema().json())
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length).sum() + 1;
    }

    private static Question mended(Question question, String complaint) {
        return new Question(question.standing() + "\nThe last answer could not be used: " + complaint
                + ". Answer with the JSON that the schema asks for and nothing else.", question.asked(),
                question.schema(),
                question.mostTokens(), question.within());
    }

    private static List<String> sentences(String json, Question question, List<String> problems) {
        try {
            return question.schema().sentences(JSON.readValue(json, Object.class), problems);
        } catch (JacksonException broken) {
            problems.add("it is no JSON");
            return List.of();
        }
    }
}
