package dev.upswell.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashedVectorsTest {

    private final Embedder embedder = new HashedVectors();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        easy dinner recipe #cooking        | quick recipe for dinner #cookingtips  | gym workout for legs #fitness
        resep masakan ayam #masakanrumahan | masak ayam goreng #masakan            | tutorial makeup natural #skincare
        món ăn ngon mỗi ngày #monngon      | cách nấu món ăn ngon                  | du lịch Đà Lạt #dulich
        Rezept für Apfelkuchen #backen     | Apfelkuchen backen mit Oma            | Krafttraining zu Hause #sport
        สูตรอาหารไทยทำง่าย                   | อาหารไทยอร่อยมาก                       | แต่งหน้าไปงานแต่ง
        """)
    void whatSharesWordsOrPiecesIsNearer(String text, String near, String far) {
        Vector vector = embedder.vector(text);

        assertThat(vector.likeness(embedder.vector(near))).isGreaterThan(.15)
                .isGreaterThan(vector.likeness(embedder.vector(far)) + .1);
    }

    @Test
    void theSameTextHasTheSameVectorInEveryProcess() {
        Vector vector = embedder.vector("dance #fyp");

        assertThat(vector).isEqualTo(new HashedVectors().vector("Dance  #FYP"));
        assertThat(vector.size()).isEqualTo(128);
        assertThat(vector.hashCode()).isEqualTo(-1113175378);
        assertThat(vector).isNotEqualTo(new HashedVectors(128, 1).vector("dance #fyp"));
    }

    @Test
    void textsWithoutWordsSayNothing() {
        assertThat(embedder.vector("12,000 @anna ...").saysNothing()).isTrue();
    }

    @Test
    void refusesToHaveTooFewNumbers() {
        assertThatThrownBy(() -> new HashedVectors(2, 0))
                .hasMessage("size (2) must be at least 6\nMaybe 128 was meant.");
    }
}
