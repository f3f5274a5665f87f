package dev.upswell.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.embed.HashedVectors;
import dev.upswell.embed.Vector;
import dev.upswell.grounding.Failure;
import dev.upswell.grounding.Rule;
import dev.upswell.taste.Category;
import dev.upswell.taste.SensitiveTopics;
import java.util.List;
import org.junit.jupiter.api.Test;

class BorneWordsTest {

    private final BorneWords words = new BorneWords(new Category("x", "", List.of("street food", "sate", "nasi goreng",
            "church"), Vector.nothing(1), Vector.nothing(1), null), SensitiveTopics.shipped(new HashedVectors()));

    private List<Rule> name(String name) {
        return words.ofName(name).stream().map(Failure::rule).distinct().toList();
    }

    @Test
    void aNameIsMadeOfOneToThreeWordsOfKeywords() {
        assertThat(name("Street Food")).isEmpty();
        assertThat(name("Sate and nasi goreng")).isEmpty();
        assertThat(name("street food sate nasi")).containsExactly(Rule.LENGTH);
        assertThat(name("Street Foods")).containsExactly(Rule.NAME);
        assertThat(name("Best street food")).containsExactly(Rule.NAME);
        assertThat(name("@sate")).contains(Rule.NAME);
        assertThat(name("sate 9")).containsExactly(Rule.NAME);
        assertThat(name("videos about the")).containsExactly(Rule.NOTHING_TOLD);
        assertThat(BorneWords.tag("Street Food & Sate")).isEqualTo("street_food_sate");
    }

    @Test
    void aDescriptionSaysNothingThatNoKeywordBearsOut() {
        assertThat(words.ofDescription("Videos about street food, often with sate or nasi goreng.")).isEmpty();
        assertThat(words.ofDescription("Video tentang sate dan nasi goreng.")).isEmpty();
        assertThat(words.ofDescription("Videos not about sate.")).containsExactly(new Failure(Rule.NAME, "not"));
        assertThat(words.ofDescription("")).containsExactly(new Failure(Rule.NOTHING_TOLD, ""));
    }

    @Test
    void noNameSpeaksOfASensitiveTopicThoughAKeywordDoes() {
        assertThat(name("Church")).contains(Rule.BLOCKED_PHRASE);
    }
}
