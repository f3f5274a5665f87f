package dev.upswell.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.language.TextTokens;
import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A hashing stands in for the sentence model, which has a test of its own.
class JointVectorsTest {

    private static final Embedder SENTENCES = new HashedVectors(64, 5);
    private static final List<List<String>> SUBJECTS = List.of(
            List.of("resep", "masakan", "dapur", "sambal", "ayam", "bumbu", "goreng", "#masak"),
            List.of("workout", "squat", "muscle", "training", "protein", "cardio", "stretch", "#gym"),
            List.of("thời", "trang", "váy", "áo", "phối", "đồ", "giày", "#thoitrang"),
            List.of("อาหาร", "สูตร", "อร่อย", "ทำกิน", "ต้มยำ", "แกงเขียว", "ข้าวผัด", "#อาหารไทย"));

    private static final List<TextTokens> CAPTIONS = captions(600, 1);

    private final LearntVectors learnt = LearntVectors.from(CAPTIONS, 5, 1);

    @Test
    void learntVectorsBringTextsOfASubjectTogetherThatShareNoWord() {
        Vector cooking = learnt.vector("sambal bumbu");

        assertThat(cooking.likeness(learnt.vector("dapur goreng"))).isGreaterThan(.7);
        assertThat(cooking.likeness(learnt.vector("squat cardio"))).isLessThan(.3);
        assertThat(learnt.vector("#thoitrang").likeness(learnt.vector("váy"))).isGreaterThan(.7);
        assertThat(learnt.vector("ต้มยำ").likeness(learnt.vector("ข้าวผัด"))).isGreaterThan(.7);
    }

    @Test
    void unknownWordsSayNothing() {
        assertThat(learnt.vector("zzzzz").saysNothing()).isTrue();
        assertThat(learnt.known(TextTokens.of("sambal zzzzz"))).isEqualTo(.5);
    }

    @Test
    void theSameSeedLearnsTheSameBytesAndLaterCaptionsChangeNoVector() {
        JointVectors joint = joint(CAPTIONS);
        byte[] bytes = EmbeddingFormat.written(joint);
        Vector before = joint.vector("resep ayam");

        joint.vectors(captions(50, 9));

        assertThat(EmbeddingFormat.written(joint(CAPTIONS))).isEqualTo(bytes);
        assertThat(joint.vector("resep ayam")).isEqualTo(before);
        assertThat(joint.vectors(CAPTIONS).get(17)).as("folded in as it was learnt").isEqualTo(
                joint.vector(CAPTIONS.get(17)));
    }

    @Test
    void aFileSaysWhatWasLearnt() {
        JointVectors joint = joint(CAPTIONS);

        JointVectors read = EmbeddingFormat.read(EmbeddingFormat.written(joint), SENTENCES);

        assertThat(read.vectors(CAPTIONS)).isEqualTo(joint.vectors(CAPTIONS));
        assertThat(read.model()).contains("stand-in");
        assertThat(read.terms()).isEqualTo(joint.terms()).isPositive();
    }

    @Test
    void refusesAFileThatNeedsAModelWhichIsNotThere() {
        byte[] bytes = EmbeddingFormat.written(joint(CAPTIONS));

        assertThatThrownBy(() -> EmbeddingFormat.read(bytes, Optional.empty())).hasMessage(
                "embedding artefact needs the sentence model stand-in\nMaybe its runtime does not load on this machine: learn anew with"
                        + " `texts relearn`.");
        assertThatThrownBy(
                () -> EmbeddingFormat.read(Arrays.copyOf(bytes, bytes.length / 2), SENTENCES))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Maybe the download was cut short.");
    }

    @Test
    void eitherHalfStandsAloneWhereTheOtherIsMissing() {
        JointVectors withoutModel = JointVectors.from(CAPTIONS, null, null, 1).orElseThrow();
        JointVectors few = JointVectors.from(CAPTIONS.subList(0, 100), SENTENCES, "stand-in", 1).orElseThrow();

        assertThat(withoutModel.vector("resep ayam").size()).isEqualTo(128);
        assertThat(withoutModel.model()).isEmpty();
        assertThat(few.terms()).isZero();
        assertThat(few.vector("resep ayam").size()).isEqualTo(128);
        assertThat(JointVectors.from(CAPTIONS.subList(0, 499), null, null, 1)).isEmpty();
        assertThat(JointVectors.from(CAPTIONS.subList(0, 49), SENTENCES, "stand-in", 1)).isEmpty();
    }

    @Test
    void aLaterVersionIsTurnedOntoTheOlderOne() {
        JointVectors older = joint(CAPTIONS);
        JointVectors newer = joint(captions(800, 2));
        List<TextTokens> shared = CAPTIONS.subList(0, 200);

        double before = meanLikeness(older.vectors(shared), newer.vectors(shared));
        JointVectors turned = newer.turnedOnto(older, shared);

        assertThat(meanLikeness(older.vectors(shared), turned.vectors(shared))).isGreaterThan(.8)
                .isGreaterThan(before);
        assertThat(turned.vector("resep").likeness(turned.vector("sambal")))
                .isCloseTo(newer.vector("resep").likeness(newer.vector("sambal")), within(1e-4));
    }

    private static JointVectors joint(List<TextTokens> captions) {
        return JointVectors.from(captions, SENTENCES, "stand-in", 1).orElseThrow();
    }

    private static double meanLikeness(List<Vector> some, List<Vector> others) {
        return IntStream.range(0, some.size()).mapToDouble(i -> some.get(i).likeness(others.get(i))).average()
                .orElseThrow();
    }

    private static List<TextTokens> captions(int count, long seed) {
        List<TextTokens> captions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Dice dice = Dice.of(seed, "caption", i);
            List<String> subject = SUBJECTS.get(i % SUBJECTS.size());
            captions.add(TextTokens.of(dice.pick(subject) + " " + dice.pick(subject) + " " + dice.pick(subject) + " "
                    + dice.pick(List.of("hari", "today", "hôm", "#fyp"))));
        }
        return captions;
    }
}
