package dev.upswell.server.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.server.text.PostedCaptions;
import dev.upswell.server.text.StoredCaption;
import dev.upswell.taste.Category;
import dev.upswell.taxonomy.CategoryMaking;
import dev.upswell.taxonomy.SaidText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Captions that try to give orders, each with two hashtags of one of six subjects, change no label of a theme and no name of a category
/// by what they order.
///
/// Labels are learnt from all captions, so that a hundred more may change them whatever they say. What is fair beside them are the same
/// captions with their words in another order, which order nothing, and a hundred of the usual kind.
class InjectedThemesTest {

    private static final int USUAL = 600;
    private static final List<String> INJECTIONS = injections();

    private static List<String> injections() {
        try (var in = Objects.requireNonNull(InjectedThemesTest.class
                .getResourceAsStream("/dev/upswell/server/narrative/injections.jsonl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                    .map(line -> JsonMapper.shared().readTree(line).get("caption").asString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The words in an order that chance gives.
    private static String shuffled(String caption) {
        List<String> words = new ArrayList<>(Arrays.asList(caption.split("\\s+")));
        Collections.shuffle(words, new Random(caption.hashCode()));
        return String.join(" ", words);
    }

    private static String withHashtags(int number, String caption) {
        List<String> subject = PostedCaptions.SUBJECTS.get(number % PostedCaptions.SUBJECTS.size());
        String[] tags = subject.get(1).split(" ");
        return "%s #%s #%s".formatted(caption, tags[number % tags.length], tags[(number + 3) % tags.length]);
    }

    /// A hundred captions of as many creators beside the usual ones.
    private static void inject(PostedCaptions posted, UnaryOperator<String> said) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < INJECTIONS.size(); i++) {
            rows.add(List.of("8" + i, "x" + i, withHashtags(i, said.apply(INJECTIONS.get(i))),
                    "2026-02-%02d".formatted(1 + i % 28)));
        }
        posted.add(rows);
    }

    /// Labels of themes by their id, the theme of each usual caption, and how many of the others belong to any.
    private record Found(Map<Long, String> labels, Map<String, Long> members, long injected) {
    }

    private static Found run(PostedCaptions posted) {
        Themes themes = new Themes(posted.tenant, posted.database, () -> PostedCaptions.NOON, posted.texts);
        posted.texts.run(false);
        themes.run(false);
        return found(themes);
    }

    private static Found found(Themes themes) {
        Map<Long, String> labels = new TreeMap<>();
        Map<String, Long> members = new TreeMap<>();
        AtomicLong injected = new AtomicLong();
        themes.list(false).forEach(theme -> {
            labels.put(theme.id(), String.valueOf(theme.label()));
            themes.members(theme.id()).videos().forEach(video -> {
                if (video.startsWith("8")) {
                    injected.incrementAndGet();
                } else {
                    members.put(video, theme.id());
                }
            });
        });
        return new Found(labels, members, injected.get());
    }

    private static Found arriving(UnaryOperator<String> said) {
        PostedCaptions posted = PostedCaptions.of(USUAL);
        run(posted);
        inject(posted, said);
        return run(posted);
    }

    private static Found fromTheBeginning(UnaryOperator<String> said) {
        PostedCaptions posted = PostedCaptions.of(USUAL);
        inject(posted, said);
        return run(posted);
    }

    @Test
    void ordersThatArriveRenameNoThemeAndMoveNobodyElse() {
        PostedCaptions posted = PostedCaptions.of(USUAL);
        Found before = run(posted);
        inject(posted, one -> one);

        Found after = run(posted);

        assertThat(INJECTIONS).hasSizeGreaterThanOrEqualTo(100);
        assertThat(after.injected()).as("some of them join themes").isGreaterThan(3);
        assertThat(before.members()).hasSizeGreaterThan(500);
        assertThat(after.labels()).isEqualTo(before.labels());
        assertThat(after.members()).isEqualTo(before.members());
        Found shuffled = arriving(InjectedThemesTest::shuffled);
        assertThat(shuffled.labels()).as("in another order they order nothing").isEqualTo(after.labels());
        assertThat(shuffled.members()).isEqualTo(after.members());
    }

    @Test
    void themesThatAreFoundAmongOrdersAreThoseThatAreFoundAmongTheSameWords() {
        Found found = fromTheBeginning(one -> one);

        Found shuffled = fromTheBeginning(InjectedThemesTest::shuffled);
        assertThat(found.injected()).isGreaterThan(20);
        assertThat(shuffled.labels()).isEqualTo(found.labels());
        assertThat(shuffled.members()).isEqualTo(found.members());
        assertThat(fromTheBeginning(one -> "squat protein cardio")).as("other words may be told").isNotEqualTo(found);
    }

    @Test
    void categoriesAreNamedByTheWordsThatStandInCaptionsAndNotByWhatTheyOrder() {
        CategoryMaking.Made made = categories(one -> one);
        CategoryMaking.Made shuffled = categories(InjectedThemesTest::shuffled);

        assertThat(named(made)).hasSizeGreaterThan(5).isEqualTo(named(shuffled));
        assertThat(made.tags()).isEqualTo(shuffled.tags());
    }

    private static List<String> named(CategoryMaking.Made made) {
        return made.taxonomy().categories().stream().map(Category::text).toList();
    }

    private static List<String> ids() {
        return Stream.concat(IntStream.range(0, USUAL).mapToObj(PostedCaptions::id),
                IntStream.range(0, INJECTIONS.size()).mapToObj(i -> "8" + i)).toList();
    }

    private static CategoryMaking.Made categories(UnaryOperator<String> said) {
        PostedCaptions posted = PostedCaptions.of(USUAL);
        inject(posted, said);
        List<SaidText> texts = posted.texts.captions(ids()).stream()
                .map((StoredCaption one) -> new SaidText(one.text().text(), one.creator())).toList();
        return TaxonomyMaking.make(texts, 12, Locale.ENGLISH, null);
    }
}
