package dev.upswell.trial.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.EntityId;
import dev.upswell.trial.Engagement;
import dev.upswell.trial.advice.Compliance.Quadrant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComplianceTest {

    private final List<AdvisedVideo> videos = new ArrayList<>();

    private void video(String creator, int given, int implemented, double rate) {
        videos.add(new AdvisedVideo(EntityId.video("v" + videos.size()), EntityId.creator(creator), given, implemented,
                new Engagement.Known(rate)));
    }

    @Test
    void creatorsStandWhereTheirComplianceAndEngagementPutThem() {
        video("both", 4, 4, 0.08);
        video("follows", 4, 3, 0.01);
        video("own", 4, 1, 0.07);
        video("neither", 4, 0, 0.02);
        videos.add(new AdvisedVideo(EntityId.video("young"), EntityId.creator("new"), 2, 1,
                new Engagement.NotYet(Instant.EPOCH)));

        Compliance seen = Compliance.of(videos);

        assertThat(seen.in(Quadrant.FOLLOWS_AND_ENGAGES)).extracting(line -> line.creator().value())
                .containsExactly("both");
        assertThat(seen.in(Quadrant.FOLLOWS_ONLY)).extracting(line -> line.creator().value())
                .containsExactly("follows");
        assertThat(seen.in(Quadrant.ENGAGES_ONLY)).extracting(line -> line.creator().value()).containsExactly("own");
        assertThat(seen.in(Quadrant.NEITHER)).extracting(line -> line.creator().value()).containsExactly("neither");
        assertThat(seen.middle()).isCloseTo(0.045, within(1e-9));
        assertThat(seen.creators()).hasSize(5).filteredOn(line -> line.quadrant() == null).hasSize(1);
        assertThat(seen.followed()).isNull();
    }

    @Test
    void followingIsJudgedAmongVideosOfTheSameCreator() {
        for (int i = 0; i < 40; i++) {
            double level = i % 2 == 0 ? 0.01 : 0.2;
            double noise = Math.exp(i % 4 < 2 ? 0.3 : -0.3);
            video("c" + i, 4, 0, level);
            video("c" + i, 4, 4, level * 1.5 * noise);
        }

        Compliance seen = Compliance.of(videos);

        assertThat(seen.differing()).isEqualTo(40);
        assertThat(seen.followed().value()).isCloseTo(1.5, within(1e-9));
        assertThat(seen.followed().interval().low()).isBetween(1.0, 1.5);
    }

    @Test
    void refusesMoreImplementedThanGiven() {
        assertThatThrownBy(() -> video("c", 2, 3, 0.1))
                .hasMessage("advice (3 of 2 implemented) must be from 1 given, and not more implemented than given"
                        + "\nMaybe the two are swapped.");
    }
}
