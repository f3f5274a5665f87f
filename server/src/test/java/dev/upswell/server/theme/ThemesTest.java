package dev.upswell.server.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.text.PostedCaptions;
import dev.upswell.server.theme.KeptTheme.LabelState;
import dev.upswell.server.theme.KeptTheme.Writer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ThemesTest {

    private final PostedCaptions posted = PostedCaptions.of(600);
    private final Themes themes = new Themes(posted.tenant, posted.database, () -> PostedCaptions.NOON, posted.texts);

    /// A theme with cooking captions among its members.
    private KeptTheme cooking() {
        return themes.list(false).stream().filter(theme -> themes.get(theme.id()).hashtags().contains("masakan"))
                .findFirst().orElseThrow();
    }

    @Test
    void findsTheSubjectsAndNamesThem() {
        posted.texts.run(false);

        ThemeRun run = themes.run(false).orElseThrow();

        assertThat(run.captions()).isEqualTo(600);
        assertThat(run.themes()).isBetween(6, 12);
        assertThat(run.unthemed()).isLessThan(90);
        assertThat(run.randToLast()).isNull();
        assertThat(themes.list(false)).hasSize(run.themes()).allSatisfy(theme -> {
            assertThat(theme.label()).isNotNull();
            assertThat(theme.figures().captions()).isPositive();
            assertThat(themes.get(theme.id()).hashtags()).doesNotContain("fyp");
        });
        assertThat(cooking().label()).as("resep and ayam are among what sets it apart").isEqualTo("Chicken Recipes");
        assertThat(cooking().labelState()).isEqualTo(LabelState.VOCABULARY);
        assertThat(themes.get(cooking().id()).changes()).extracting(KeptChange::kind)
                .containsExactly(KeptChange.Kind.BEGUN);
        assertThat(themes.list(false)).as("Thai captions are told")
                .anyMatch(theme -> theme.figures().languages().equals(List.of("th")));
    }

    @Test
    void themesTellHowTheirCaptionsLeanAndWhatIsUnknownIsNotBalanced() {
        posted.add("8001", "resep ayam goreng 😍 #masakan #resepmudah");
        posted.add("8002", "ayam goreng bumbu ❤️ #masakan #resepmudah");
        posted.add("8003", "ben", "resep ayam ini mengecewakan #masakan #resepmudah", "2026-02-11");
        posted.add("8004", "cleo", "resep ayam goreng 😍 #masakan #resepmudah", "2026-03-02");
        posted.texts.run(false);
        themes.run(false);

        KeptTheme.Figures figures = cooking().figures();

        assertThat(figures.tones()).as("tomorrow's caption is not there yet, and anna speaks twice")
                .isEqualTo(new ThemeTones(2, 0, 1, 1));
        assertThat(figures.captions()).as("the others say nothing of the kind").isGreaterThan(50);
        assertThat(new ThemeTones(2, 0, 1, 2).praising()).hasValueSatisfying(share -> {
            assertThat(share.share()).isEqualTo(2 / 3.);
            assertThat(share.high() - share.low()).as("as if two had spoken").isGreaterThan(.7);
        });
        assertThat(new ThemeTones(0, 0, 0, 0).praising()).isEmpty();
    }

    @Test
    void laterRunsCarryThemesOnUnderTheirIdsAndLabels() {
        posted.texts.run(false);
        themes.run(false);
        List<KeptTheme> before = themes.list(false);
        posted.add(600, 630);
        posted.texts.run(false);

        ThemeRun run = themes.run(false).orElseThrow();

        assertThat(run.captions()).isEqualTo(630);
        assertThat(run.randToLast()).isGreaterThan(.95);
        assertThat(themes.list(false)).extracting(KeptTheme::id)
                .containsExactlyInAnyOrderElementsOf(before.stream().map(KeptTheme::id).toList());
        assertThat(themes.list(false)).extracting(KeptTheme::label)
                .containsExactlyInAnyOrderElementsOf(before.stream().map(KeptTheme::label).toList());
        assertThat(themes.runs(10, 0).total()).isEqualTo(2);
    }

    @Test
    void anotherVersionOfVectorsKeepsThemes() {
        posted.texts.run(false);
        themes.run(false);
        posted.texts.run(true);

        assertThat(themes.run(false).orElseThrow().randToLast()).isGreaterThan(.9);
    }

    @Test
    void whatAPersonWroteStaysAndJoinsTheVocabulary() {
        posted.texts.run(false);
        themes.run(false);
        long id = cooking().id();

        KeptTheme called = themes.call(id, " Dapur  Nusantara ", "ada");
        themes.run(false);

        assertThat(called.label()).isEqualTo("Dapur Nusantara");
        assertThat(themes.get(id).theme().label()).isEqualTo("Dapur Nusantara");
        assertThat(themes.get(id).theme().writer()).isEqualTo(Writer.PERSON);
        assertThat(themes.labels()).containsExactly(
                new SaidLabel("Dapur Nusantara", SaidLabel.State.APPROVED, "ada", PostedCaptions.NOON));
        long other = themes.list(false).stream().map(KeptTheme::id).filter(one -> one != id).findFirst().orElseThrow();
        assertThatThrownBy(() -> themes.call(other, "dapur nusantara", "ada")).isInstanceOf(ThemeRefused.class)
                .hasMessage("Theme " + id + " is called dapur nusantara.\n"
                        + "Choose another label, or change that theme's first.");
        assertThatThrownBy(() -> themes.call(id, "12", "ada")).hasMessage(
                "The label (12) must have 1 to 60 characters, with a letter among them.\nWrite two or three words.");
    }

    @Test
    void whatAPersonSaysWhileARunIsComputedIsNotLost() {
        posted.texts.run(false);
        themes.run(false);
        long id = cooking().id();
        AtomicInteger asked = new AtomicInteger();
        Themes interrupted = new Themes(posted.tenant, posted.database, () -> {
            if (asked.incrementAndGet() == 2) {
                themes.call(id, "Dapur Nusantara", "ada");
            }
            return PostedCaptions.NOON;
        }, posted.texts);

        interrupted.run(false);

        assertThat(asked.get()).isGreaterThanOrEqualTo(2);
        assertThat(themes.get(id).theme().label()).isEqualTo("Dapur Nusantara");
        assertThat(themes.get(id).theme().writer()).isEqualTo(Writer.PERSON);
    }

    @Test
    void aRejectedLabelIsNeverFoundAgainAndAnApprovedOneLosesItsMark() {
        posted.texts.run(false);
        themes.run(false);
        KeptTheme proposed = themes.list(false).stream().filter(one -> one.labelState() == LabelState.PROPOSED)
                .findFirst().orElseThrow();
        String label = String.valueOf(proposed.label());

        themes.say(label, SaidLabel.State.APPROVED, "ada");
        assertThat(themes.get(proposed.id()).theme().labelState()).isEqualTo(LabelState.APPROVED);
        themes.say(label, SaidLabel.State.REJECTED, "ada");
        assertThat(themes.get(proposed.id()).theme().shown()).isEqualTo("theme " + proposed.id());
        themes.run(false);

        assertThat(themes.get(proposed.id()).theme().label()).isNotEqualTo(label);
    }

    @Test
    void foundAnewEachThemeEndsInTheOneThatTookMostOfIt() {
        posted.texts.run(false);
        themes.run(false);
        List<Long> before = themes.list(false).stream().map(KeptTheme::id).toList();

        themes.refound();

        assertThat(themes.list(false)).extracting(KeptTheme::id).doesNotContainAnyElementsOf(before);
        assertThat(themes.list(true)).filteredOn(theme -> before.contains(theme.id())).hasSameSizeAs(before)
                .allSatisfy(theme -> {
                    assertThat(theme.lives()).isFalse();
                    assertThat(theme.successor()).isNotNull();
                });
    }

    @Test
    void withoutAVersionOfTextsThereIsNothingToFind() {
        assertThat(themes.run(false)).isEmpty();
        assertThatThrownBy(themes::refound).isInstanceOf(ThemeRefused.class).hasMessage(
                "No version of texts serves here, so there is nothing to find themes in.\nRun \"upswell texts run\" first.");
        assertThatThrownBy(() -> themes.get(7)).hasMessage(
                "There is no theme 7.\nSee \"upswell themes\" for those that there are.");
    }
}
