package dev.upswell.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.embed.Vector;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Vector EAST = Vector.of(1, 0);

    private static Affinity affinity(String tag, double value) {
        return new Affinity(tag, value, value, 0, "because", List.of());
    }

    private static Profile profile(Affinity... affinities) {
        return new Profile(EntityId.creator("ani"), NOON, new Profile.Sample(1, 2, 3, 4), null, List.of(affinities),
                EAST, EAST, List.of());
    }

    private static Category category(String tag) {
        return new Category(tag, "Videos about it.", List.of("a", "b"), EAST, EAST, null);
    }

    @Test
    void theStrongestAffinityStandsFirstAndTagsBreakTies() {
        assertThat(profile(affinity("c", .4), affinity("b", .9), affinity("a", .4)).affinities())
                .extracting(Affinity::tag).containsExactly("b", "a", "c");
    }

    @Test
    void whoLikesNoCategoryIsAStranger() {
        assertThat(profile().isStranger()).isTrue();
        assertThat(profile(affinity("a", .4)).isStranger()).isFalse();
        assertThat(profile().sample().liked()).isEqualTo(6);
    }

    @Test
    void anAffinityIsFromNoneToOne() {
        assertThatThrownBy(() -> affinity("a", 1.01)).hasMessageContaining("affinity (1.01) must be from 0 to 1");
        assertThatThrownBy(() -> affinity("a", Double.NaN)).hasMessageContaining("affinity (NaN)");
    }

    @Test
    void tagsAreLowerCaseWordsJoinedByLowLinesInAnyScript() {
        assertThat(category("street_food").tag()).isEqualTo("street_food");
        assertThat(category("đà_lạt_2").tag()).isEqualTo("đà_lạt_2");
        assertThat(category("ท่องเที่ยว").tag()).isEqualTo("ท่องเที่ยว");
        for (String wrong : List.of("Street", "street food", "_a", "a__b", "a-b", "")) {
            assertThatThrownBy(() -> category(wrong)).hasMessageContaining("tag (" + wrong + ") must be lower-case");
        }
    }

    @Test
    void aTagStandsOnceInATaxonomy() {
        assertThatThrownBy(() -> new Taxonomy("hashed-128", List.of(category("a"), category("a"))))
                .hasMessageContaining("tag (a) must stand once");
        assertThat(new Taxonomy("hashed-128", List.of(category("a"))).find("b")).isEmpty();
    }

    @Test
    void hashtagsThatStandInTheCaptionAreNotSaidTwice() {
        Video video = new Video(EntityId.video("v1"), null, null,
                List.of(EntityId.hashtag("Bread"), EntityId.hashtag("crumb")), NOON, null, "Fresh #Bread");

        assertThat(new TastedItem(Source.LIKE, video, "slow tune", NOON, Counts.NONE).text())
                .isEqualTo("Fresh #Bread #crumb slow tune");
    }
}
