package dev.upswell.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.language.TextTokens;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SentenceVectorsTest {

    private static SentenceVectors model;

    @BeforeAll
    static void load() {
        model = SentenceVectors.find().orElseThrow();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void textsOfOneMeaningAreNearWithoutASharedWord() {
        Vector cooking = model.vector("an easy recipe for dinner");

        assertThat(cooking.size()).isEqualTo(384);
        assertThat(cooking.likeness(model.vector("how to cook a simple meal"))).isGreaterThan(.5);
        assertThat(cooking.likeness(model.vector("my car broke down on the motorway"))).isLessThan(.2);
    }

    @Test
    void whatStandsBesideATextInABatchChangesNothing() {
        List<TextTokens> texts = List.of(TextTokens.of("dance challenge #fyp"),
                TextTokens.of("du lịch Đà Lạt cùng gia đình trong ba ngày hai đêm, ăn gì ở đâu"), TextTokens.of("..."));

        List<Vector> batch = model.vectors(texts);

        assertThat(batch.get(0)).isEqualTo(model.vector(texts.get(0)));
        assertThat(batch.get(1)).isEqualTo(model.vector(texts.get(1)));
        assertThat(batch.get(2).saysNothing()).isTrue();
    }
}
